import type { SearchRow, SearchText } from '../../src/visitor/store/content-db.ts';
import { random } from './random.ts';

/** What people type, drawn from the content itself by a fixed seed: parts of titles, of names, of the full words, by sound. */
export interface Query {
  readonly kind: 'hanzi' | 'pinyin' | 'initials' | 'mixed';
  readonly text: string;
}

const SEED = 6;
const EACH = 60;
const HANZI = /[\u4e00-\u9fff]{2,}/g;

export function queriesFrom(rows: readonly SearchRow[], texts: readonly SearchText[]): readonly Query[] {
  const chance = random(SEED);
  const byId = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  const words = [...texts].sort((a, b) => (a.id < b.id ? -1 : 1));
  const part = (text: string, least: number, most: number): string => {
    const runs = (text.match(HANZI) ?? []).filter((run) => run.length >= least);
    const run = runs.length > 0 ? chance.pick(runs) : text;
    const length = Math.min(run.length, chance.between(least, most));
    return run.slice(chance.between(0, run.length - length)).slice(0, length);
  };
  const made: Query[] = [];
  for (let at = 0; at < EACH; at += 1) {
    const row = chance.pick(byId);
    const name = chance.pick([row.title, ...row.aliases]);
    made.push({ kind: 'hanzi', text: part(name, 2, 6) });
    made.push({ kind: 'hanzi', text: part(chance.pick(words).words, 2, 5) });
    const syllables = (row.pinyin[0] ?? 'a').split(' ');
    const from = chance.between(0, Math.max(0, syllables.length - 4));
    const some = syllables.slice(from, from + chance.between(2, 4)).filter((each) => /^[a-z]+$/.test(each));
    if (some.length > 1) {
      made.push({ kind: 'pinyin', text: some.join('') });
      made.push({ kind: 'initials', text: some.map((each) => each[0]).join('') });
      made.push({ kind: 'mixed', text: some.map((each, index) => (index === 0 ? each : each[0])).join('') });
    }
  }
  return [...new Map(made.map((query) => [`${query.kind} ${query.text}`, query])).values()];
}
