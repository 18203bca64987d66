import { SCALE } from './scale.mjs';

/** Fewer names than this make no surname. */
const LEAST = 12;
const NONE = 255;

/**
 * Which characters begin people's names and which follow, from the names that jieba knows: one who is not among them is written
 * as easily. @param {readonly { text: string, tag: string }[]} words
 */
export function countNames(words) {
  const names = words.filter(({ text, tag }) => tag === 'nr' && text.length === 3).map(({ text }) => text);
  const surnames = tally(names.map((name) => name.slice(0, 1)));
  const real = names.filter((name) => (surnames.get(name.slice(0, 1)) ?? 0) >= LEAST);
  const first = tally(real.map((name) => name.slice(0, 1)));
  const given = tally(real.flatMap((name) => [...name.slice(1)]));
  /** @param {ReadonlyMap<string, number>} counts @param {number} total @returns {(char: string) => number} */
  const costs = (counts, total) => (char) => {
    const count = counts.get(char);
    return count === undefined ? NONE : Math.min(NONE - 1, Math.round(-Math.log(count / total) * SCALE));
  };
  return { surname: costs(first, real.length), given: costs(given, real.length * 2) };
}

/** @param {readonly string[]} chars */
function tally(chars) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const char of chars) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}
