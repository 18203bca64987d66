import { clausesOf } from './cut-words.mjs';
import { broken, linesOf } from './lists.mjs';
import { SCALE } from './scale.mjs';

/*
 * How much likelier a word is after another than anywhere. Pairs that were counted say it themselves; for all others the classes
 * of both say it: words that keep the same company (classes.txt), and, of words that were never counted, those of one part of speech.
 */

/** What is no word: where a clause begins, a person's name, a number, a place's name, where a clause ends. */
export const MARKS = ['^', 'P', 'N', 'L', '$'];

/** So many more pairs are taken as seen, as the classes tell them (followers.ts reads by the same). */
const K = 1;
const CLASS_K = 3;
/** A pair that its classes tell nearly as well is left out. */
const WORTH = 0.4;
/** Words counted less often than this speak for their part of speech. */
const RARE = 80;

/** @typedef {Map<string, Map<string, number>>} Rows */
/** @typedef {{ text: string, tag: number, id: number }} Numbered */

/** @param {string} list @returns {Rows} */
export function readPairs(list) {
  /** @type {Rows} */
  const rows = new Map();
  for (const { line, number } of linesOf(list)) {
    const [first = '', ...rest] = line.split(' ');
    const pairs = rest.map((each) => /^(\D+)(\d+)$/.exec(each));
    if (pairs.length === 0 || pairs.includes(null))
      broken('pairs', number, 'a word, then words with their counts');
    rows.set(first, new Map(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])])));
  }
  return rows;
}

/** Each line a class. @param {string} list */
export const readClasses = (list) => linesOf(list).map(({ line }) => line.split(' '));

/** Counts the pairs of a text with what is there. @param {Rows} rows @param {string} text @param {import('./cut-words.mjs').Lexicon} lexicon @param {number} weight */
export function addProse(rows, text, lexicon, weight) {
  for (const clause of clausesOf(text, lexicon)) {
    const words = ['^', ...clause, '$'];
    for (let at = 1; at < words.length; at++) {
      const row = rows.get(words[at - 1] ?? '') ?? new Map();
      rows.set(words[at - 1] ?? '', row);
      row.set(words[at], (row.get(words[at]) ?? 0) + weight);
    }
  }
}

/** Sums over the rows. @param {Rows} rows */
function sumsOf(rows) {
  const before = new Map();
  const after = new Map();
  let total = 0;
  for (const [first, row] of rows) {
    for (const [second, count] of row) {
      before.set(first, (before.get(first) ?? 0) + count);
      after.set(second, (after.get(second) ?? 0) + count);
      total += count;
    }
  }
  return { before, after, total };
}

/**
 * @param {{ rows: Rows, classes: readonly (readonly string[])[], tags: number }} counted
 * @param {readonly Numbered[]} words all of them, marks too, by their numbers
 * @param {ReadonlyMap<string, number>} main where a text has several readings: the number of the commonest
 */
export function weighPairs({ rows, classes, tags }, words, main) {
  const sums = sumsOf(rows);
  const classOf = new Map(classes.flatMap((list, at) => list.map((text) => [text, at])));
  const { table, width } = weighClasses(rows, sums, { classOf, classes: classes.length, tags, words });
  /** @param {Numbered} word */
  const classFor = ({ text, tag }) => classOf.get(text) ?? classes.length + tag;
  const classIds = Uint8Array.from(words, classFor);
  const pairs = [...rows].flatMap(([first, row]) => {
    const one = main.get(first);
    return one === undefined
      ? []
      : [...row].flatMap(([second, count]) => {
          const other = main.get(second);
          if (other === undefined) return [];
          const expected = ((sums.before.get(first) ?? 0) * (sums.after.get(second) ?? 0)) / sums.total;
          const told = table[(classIds[one] ?? 0) * width + (classIds[other] ?? 0)] ?? 0;
          const gain = Math.log((count + K * Math.exp(told)) / (expected + K));
          const untold = told - Math.log(1 + expected / K);
          return Math.abs(gain - untold) < WORTH ? [] : [{ one, other, gain: step(gain) }];
        });
  });
  pairs.sort((a, b) => a.one - b.one || a.other - b.other);
  const counts = new Uint16Array(words.length);
  for (const { one } of pairs) counts[one] = (counts[one] ?? 0) + 1;
  const seen = Uint8Array.from(words, ({ text }) => {
    const count = ((sums.before.get(text) ?? 0) + (sums.after.get(text) ?? 0)) / (/[$^]/.test(text) ? 1 : 2);
    return Math.min(255, Math.round(Math.log(count + 1) * SCALE));
  });
  return [
    classIds,
    seen,
    bytes(Int8Array.from(table, step)),
    bytes(counts),
    shortly(pairs),
    bytes(Int8Array.from(pairs, ({ gain }) => gain)),
  ];
}

/** @param {Rows} rows @param {ReturnType<typeof sumsOf>} sums @param {{ classOf: ReadonlyMap<string, number>, classes: number, tags: number, words: readonly Numbered[] }} of */
function weighClasses(rows, { before, after, total }, { classOf, classes, tags, words }) {
  const tagOf = new Map(words.map(({ text, tag }) => [text, tag]));
  const width = classes + tags;
  /** @param {string} text */
  const waysOf = (text) => {
    const tag = tagOf.get(text);
    const known = classOf.get(text);
    const isRare = (before.get(text) ?? 0) + (after.get(text) ?? 0) < RARE;
    return [...(known === undefined ? [] : [known]), ...(isRare && tag !== undefined ? [classes + tag] : [])];
  };
  const ways = new Map([...new Set([...before.keys(), ...after.keys()])].map((text) => [text, waysOf(text)]));
  const firsts = new Float64Array(width);
  const seconds = new Float64Array(width);
  const table = new Float64Array(width * width);
  for (const [text, count] of before)
    for (const way of ways.get(text) ?? []) firsts[way] = (firsts[way] ?? 0) + count;
  for (const [text, count] of after)
    for (const way of ways.get(text) ?? []) seconds[way] = (seconds[way] ?? 0) + count;
  for (const [first, row] of rows)
    for (const [second, count] of row)
      for (const one of ways.get(first) ?? [])
        for (const other of ways.get(second) ?? [])
          table[one * width + other] = (table[one * width + other] ?? 0) + count;
  return {
    width,
    table: table.map((count, at) => {
      const expected = ((firsts[Math.floor(at / width)] ?? 0) * (seconds[at % width] ?? 0)) / total;
      return Math.log((count + CLASS_K) / (expected + CLASS_K));
    }),
  };
}

/** @param {number} gain */
const step = (gain) => Math.max(-127, Math.min(127, Math.round(gain * SCALE)));

/** The second words of each first, as distances, seven bits a byte. @param {readonly { one: number, other: number }[]} pairs */
function shortly(pairs) {
  /** @type {number[]} */
  const written = [];
  let [last, at] = [-1, 0];
  for (const { one, other } of pairs) {
    if (one !== last) [last, at] = [one, 0];
    let rest = other - at;
    at = other;
    for (; rest > 127; rest >>= 7) written.push((rest & 127) | 128);
    written.push(rest);
  }
  return Uint8Array.from(written);
}

/** @param {ArrayBufferView} view */
const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
