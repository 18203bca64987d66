import { isSame, type Tree } from '../field/tree.ts';

/** Which row of the old list is which of the new one: equal rows first, in order; then, between them, those that are alike. */
export type Pair = readonly [before: number | null, after: number | null];

/** Longer lists are compared row by row in their order. */
const MOST_ROWS = 400;
const ALIKE = 0.35;

const equalPairs = (a: readonly Tree[], b: readonly Tree[]): Pair[] => {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = isSame(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isSame(a[i], b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

const bigrams = (tree: Tree | undefined): ReadonlySet<string> => {
  const text = JSON.stringify(tree) ?? '';
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
};

/** Share of pairs of letters that both have: 0 to 1. */
const alikeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = [...a].filter((each) => b.has(each)).length;
  return a.size + b.size === 0 ? 1 : (2 * shared) / (a.size + b.size);
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** Rows between two equal pairs: each old one takes the new one most like it, without crossing. */
const gapPairs = (a: readonly Tree[], b: readonly Tree[], from: Pair, to: Pair): Pair[] => {
  const olds = range((from[0] ?? -1) + 1, to[0] ?? a.length);
  let news = range((from[1] ?? -1) + 1, to[1] ?? b.length);
  const pairs: Pair[] = [];
  for (const old of olds) {
    const own = bigrams(a[old]);
    const scored = news.map((each) => [each, alikeness(own, bigrams(b[each]))] as const);
    const best = scored.reduce<readonly [number, number]>(
      (held, each) => (each[1] > held[1] ? each : held),
      [-1, ALIKE],
    );
    if (best[0] === -1) pairs.push([old, null]);
    else {
      for (const fresh of news.filter((each) => each < best[0])) pairs.push([null, fresh]);
      pairs.push([old, best[0]]);
      news = news.filter((each) => each > best[0]);
    }
  }
  return [...pairs, ...news.map((each): Pair => [null, each])];
};

export const pairUp = (a: readonly Tree[], b: readonly Tree[]): readonly Pair[] => {
  if (a.length > MOST_ROWS || b.length > MOST_ROWS)
    return range(0, Math.max(a.length, b.length)).map((at) => [
      at < a.length ? at : null,
      at < b.length ? at : null,
    ]);
  const equal = equalPairs(a, b);
  const ends: readonly Pair[] = [...equal, [null, null]];
  return ends.flatMap((end, at) => {
    const gap = gapPairs(a, b, equal[at - 1] ?? [null, null], end);
    return end[0] === null ? gap : [...gap, end];
  });
};
