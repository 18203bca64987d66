/* How much likelier a word is after another than anywhere, by what was counted (count-pairs.mjs). */
import type { FollowerData } from './pinyin-data.ts';
import { SCALE } from './scale.ts';

/** What is no word, numbered after the last: in the order of count-pairs.mjs. */
export const marksOf = ({ words }: FollowerData) => ({
  begin: words,
  person: words + 1,
  number: words + 2,
  place: words + 3,
  end: words + 4,
});

/** A word that nothing is known of: it follows as well as any. */
export const UNKNOWN = -1;

/** As in count-pairs.mjs. */
const K = 1;
/** A gain is kept in a byte. */
export const MOST_GAIN = 127 / SCALE;
/** How much is believed of what the classes tell. */
const CLASSES = 0.6;
/** All pairs that were counted. */
const ALL = Math.log(5_900_000);

/** By the sum of both words' counts: what it says against a pair that neither was seen to make. */
const against = Float64Array.from({ length: 511 }, (_, sum) => Math.log(1 + Math.exp(sum / SCALE - ALL) / K));

/** In nats; below nothing where they were seldom seen together, though each was seen often. */
export function gainOf(data: FollowerData, first: number, second: number): number {
  if (first === UNKNOWN || second === UNKNOWN) return 0;
  const end = data.firstPair[first + 1] ?? 0;
  let from = data.firstPair[first] ?? 0;
  let to = end;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((data.pairs[middle] ?? 0) >= second) to = middle;
    else from = middle + 1;
  }
  if (from < end && data.pairs[from] === second) return (data.pairGains[from] ?? 0) / SCALE;
  const row = (data.classes[first] ?? 0) * data.width;
  const told = data.classGains[row + (data.classes[second] ?? 0)] ?? 0;
  const counted = (data.counted[first] ?? 0) + (data.counted[second] ?? 0);
  return (CLASSES * told) / SCALE - (against[counted] ?? 0);
}
