/*
 * How letters can be cut into syllables. A cut may use whole syllables, initials alone (shbx) and, at the very end, a syllable
 * still being typed. Only cuts with the fewest letters that stand for a whole syllable are kept: nothing reads "gan" as g and an.
 */
import type { PinyinData } from './pinyin-data.ts';
import { confusedWith, sameSpelling } from './sounds.ts';

/** Syllables `from` up to `to` (by their order), meant by the letters up to `end`. */
export interface Arc {
  readonly end: number;
  readonly from: number;
  readonly to: number;
  /** Sounds that would have to be mistaken. */
  readonly confusions: number;
  readonly isWhole: boolean;
}

export interface Spelling {
  readonly keys: string;
  readonly arcs: readonly (readonly Arc[])[];
  /** As far as the letters can be read at all. */
  readonly end: number;
}

const LONGEST = 6;
const INITIALS = /^(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])$/;
const NEVER = 1e9;

export function spellingOf(data: PinyinData, keys: string): Spelling {
  const all = Array.from(keys, (_, at) => arcsAt(data, keys, at));
  const price = (from: number, { end, isWhole }: Arc): number =>
    isWhole || (end >= keys.length && !INITIALS.test(keys.slice(from, end).replace(/'+$/, '')))
      ? 0
      : keys.slice(from, end).replace(/'+$/, '').length;
  const before = new Array<number>(keys.length + 1).fill(NEVER);
  before[0] = 0;
  all.forEach((arcs, at) => {
    for (const arc of arcs) {
      const sum = (before[at] ?? NEVER) + price(at, arc);
      if (sum < (before[arc.end] ?? NEVER)) before[arc.end] = sum;
    }
  });
  let end = keys.length;
  while ((before[end] ?? NEVER) >= NEVER) end--;
  const after = new Array<number>(keys.length + 1).fill(NEVER);
  after[end] = 0;
  for (let at = end - 1; at >= 0; at--) {
    for (const arc of all[at] ?? [])
      after[at] = Math.min(after[at] ?? NEVER, (after[arc.end] ?? NEVER) + price(at, arc));
  }
  const least = after[0] ?? NEVER;
  const arcs = all.map((each, at) =>
    each.filter((arc) => (before[at] ?? NEVER) + price(at, arc) + (after[arc.end] ?? NEVER) <= least),
  );
  return { keys, arcs, end };
}

function arcsAt(data: PinyinData, keys: string, at: number): Arc[] {
  const apostrophe = keys.indexOf("'", at);
  const stop = Math.min(apostrophe < 0 ? keys.length : apostrophe, at + LONGEST);
  const arcs: Arc[] = [];
  for (let end = at + 1; end <= stop; end++) {
    const letters = sameSpelling(keys.slice(at, end));
    const next = afterApostrophe(keys, end);
    const id = data.idOf.get(letters);
    if (id !== undefined) {
      arcs.push({ end: next, from: id, to: id + 1, confusions: 0, isWhole: true });
      for (const [other, confusions] of soundsLike(data, letters)) {
        arcs.push({ end: next, from: other, to: other + 1, confusions, isWhole: true });
      }
      continue;
    }
    if (!INITIALS.test(letters) && end < keys.length) continue;
    const [from, to] = range(data.syllables, letters);
    if (from < to) arcs.push({ end: next, from, to, confusions: 0, isWhole: false });
  }
  return arcs;
}

/** A whole syllable at the end can still grow: "xian" may become xiang. */
export function growing(data: PinyinData, letters: string): readonly number[] {
  const [from, to] = range(data.syllables, sameSpelling(letters));
  return Array.from({ length: to - from }, (_, at) => from + at);
}

const confused = new WeakMap<PinyinData, Map<string, [number, number][]>>();

function soundsLike(data: PinyinData, letters: string): readonly (readonly [number, number])[] {
  const table = confused.get(data) ?? new Map<string, [number, number][]>();
  confused.set(data, table);
  const held = table.get(letters);
  if (held !== undefined) return held;
  const found = [...confusedWith(letters)].flatMap(([other, steps]): [number, number][] => {
    const id = data.idOf.get(other);
    return id === undefined ? [] : [[id, steps]];
  });
  table.set(letters, found);
  return found;
}

export function afterApostrophe(keys: string, at: number): number {
  let end = at;
  while (keys[end] === "'") end++;
  return end;
}

/** Syllables that begin with these letters. */
function range(syllables: readonly string[], letters: string): [number, number] {
  const from = lowest(syllables, (each) => each >= letters);
  return [from, lowest(syllables, (each) => each >= letters && !each.startsWith(letters))];
}

function lowest(list: readonly string[], holds: (each: string) => boolean): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(list[middle] ?? '')) to = middle;
    else from = middle + 1;
  }
  return from;
}
