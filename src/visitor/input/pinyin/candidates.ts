/*
 * Letters to hanzi: the engine of the keyboard, and of any script.
 *
 *   import { readFileSync } from 'node:fs';
 *   import { candidates } from './src/visitor/input/pinyin/candidates.ts';
 *   import { inputDataFile } from './src/visitor/input/data-plugin.mjs';
 *   const data = new Uint8Array(readFileSync(await inputDataFile('pinyin'))).buffer;
 *   candidates(data, 'yanglaobaoxian')[0]   // { text: '养老保险', length: 14 }
 *
 * (`npx tsx` runs it.) Promises: pure, never throws, whatever letters come; every hanzi of GB 2312 is found under its syllable;
 * exact sounds come before mistaken ones of the same length. Tones are not typed, ü is v, ' closes a syllable.
 */
import { type Edge, edgesAt } from './lattice.ts';
import type { PinyinMemory } from './memory.ts';
import { openPinyinData, type PinyinData } from './pinyin-data.ts';
import { sentences } from './sentence.ts';
import { growing, type Spelling, spellingOf } from './spelling.ts';

export interface Candidate {
  readonly text: string;
  /** How many keys it uses up, a closing ' included. */
  readonly length: number;
}

const SENTENCES = 3;
/** A sentence so much less likely than the first is not offered. */
const FAR = 9;
/** More is never looked through. */
const MOST = 1200;

export function candidates(buffer: ArrayBuffer, keys: string, memory?: PinyinMemory): readonly Candidate[] {
  const letters = keys.toLowerCase().replace(/[^a-z']/g, "'");
  const data = openPinyinData(buffer);
  const spelling = spellingOf(data, letters);
  if (spelling.end === 0) return [];
  const found = new Map<string, Candidate>();
  const add = (text: string, length: number): void => {
    if (!found.has(text) && found.size < MOST) found.set(text, { text, length });
  };
  const words = edgesAt(data, spelling, 0, { all: true, memory }).sort(byRank);
  const whole = sentences(data, spelling, memory);
  const best = whole[0];
  // One word of the dictionary over all letters, exactly spelled, needs no sentence before it.
  const isOneWord = best?.words === 1;
  for (const each of isOneWord ? [] : whole.slice(0, SENTENCES * 4)) {
    if (found.size >= SENTENCES || each.cost > (best?.cost ?? 0) + FAR) break;
    add(each.text, spelling.end);
  }
  for (const { text, end } of words) add(text, end);
  for (const text of stillGrowing(data, spelling)) add(text, spelling.end);
  return [...found.values()];
}

/** The keys cut into syllables, for showing: "nihao" is read as ni'hao. */
export function spell(buffer: ArrayBuffer, keys: string): string {
  const data = openPinyinData(buffer);
  const spelling = spellingOf(data, keys);
  const parts: string[] = [];
  let at = 0;
  while (at < spelling.end) {
    const arcs = (spelling.arcs[at] ?? []).filter(({ confusions }) => confusions === 0);
    const end = arcs.reduce((longest, arc) => Math.max(longest, arc.end), at + 1);
    parts.push(keys.slice(at, end).replaceAll("'", ''));
    at = end;
  }
  if (at < keys.length) parts.push(keys.slice(at).replaceAll("'", ''));
  return parts.join("'");
}

/** Longest first; what was mistaken for something else after what is exactly so. */
const byRank = (one: Edge, other: Edge): number =>
  other.end - one.end || Number(one.confusions > 0) - Number(other.confusions > 0) || one.cost - other.cost;

/** Characters of what a lone syllable may yet become. */
function stillGrowing(data: PinyinData, { keys, end }: Spelling): readonly string[] {
  if (end !== keys.length || end > 6) return [];
  const found: { text: string; cost: number }[] = [];
  for (const syllable of growing(data, keys)) {
    for (let child = data.firstChild[0] ?? 0; child < (data.firstChild[1] ?? 0); child++) {
      if (data.labels[child] !== syllable) continue;
      for (let word = data.firstWord[child] ?? 0; word < (data.firstWord[child + 1] ?? 0); word++)
        found.push({ text: data.textOf(word, [syllable]), cost: data.costs[word] ?? 0 });
    }
  }
  return found.sort((one, other) => one.cost - other.cost).map(({ text }) => text);
}
