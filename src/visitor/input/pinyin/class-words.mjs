/*
 * Makes classes.txt: words that keep the same company, by the exchange algorithm (Martin, Liermann, Ney 1998) over pairs.txt. Each
 * word goes where the pairs of classes tell most about the pairs of words; a few rounds until hardly any moves.
 *
 *   node src/visitor/input/pinyin/class-words.mjs > src/visitor/input/pinyin/classes.txt     (half a minute)
 */
import { readFileSync } from 'node:fs';
import { MARKS, readPairs } from './count-pairs.mjs';

const CLASSES = 190;
const ROUNDS = 14;
/** A word seen less often says too little. */
const LEAST = 6;

/** @typedef {{ at: number, count: number }} Neighbour */

const rows = readPairs(readFileSync(new URL('pairs.txt', import.meta.url), 'utf8'));
/** @type {Map<string, number>} */
const weights = new Map();
for (const [first, row] of rows) {
  for (const [second, count] of row) {
    weights.set(first, (weights.get(first) ?? 0) + count);
    weights.set(second, (weights.get(second) ?? 0) + count);
  }
}
const words = [...weights]
  .filter(([, weight]) => weight >= LEAST)
  .sort(([one, weight], [other, than]) => than - weight || (one < other ? -1 : 1))
  .map(([word]) => word);
const numberOf = new Map(words.map((word, at) => [word, at]));
/** @type {Neighbour[][]} */
const after = words.map(() => []);
/** @type {Neighbour[][]} */
const before = words.map(() => []);
for (const [first, row] of rows) {
  for (const [second, count] of row) {
    const [one, other] = [numberOf.get(first), numberOf.get(second)];
    if (one === undefined || other === undefined) continue;
    after[one]?.push({ at: other, count });
    before[other]?.push({ at: one, count });
  }
}

const classOf = Uint8Array.from(words, (_, at) => at % CLASSES);
const pairs = new Float64Array(CLASSES * CLASSES);
const firsts = new Float64Array(CLASSES);
const seconds = new Float64Array(CLASSES);
const logs = Float64Array.from({ length: 1 << 20 }, (_, at) => (at === 0 ? 0 : at * Math.log(at)));
/** @param {number} count */
const term = (count) => logs[count] ?? count * Math.log(count);
/** How much the likelihood grows there. @param {number} held @param {number} added */
const grown = (held, added) => term(held + added) - term(held);

/** What stands before and after a word, by classes; itself apart. @param {number} word */
function companyOf(word) {
  const into = new Float64Array(CLASSES);
  const out = new Float64Array(CLASSES);
  let [self, began, ended] = [0, 0, 0];
  for (const { at, count } of after[word] ?? []) {
    began += count;
    if (at === word) self += count;
    else out[classOf[at] ?? 0] = (out[classOf[at] ?? 0] ?? 0) + count;
  }
  for (const { at, count } of before[word] ?? []) {
    ended += count;
    if (at !== word) into[classOf[at] ?? 0] = (into[classOf[at] ?? 0] ?? 0) + count;
  }
  const list = (/** @type {Float64Array} */ counts) =>
    [...counts].flatMap((count, at) => (count > 0 ? [{ at, count }] : []));
  return { into: list(into), out: list(out), self, began, ended };
}

/** @param {ReturnType<typeof companyOf>} company @param {number} where @param {1 | -1} sign */
function put({ into, out, self, began, ended }, where, sign) {
  /** @param {number} at @param {number} count */
  const add = (at, count) => {
    pairs[at] = (pairs[at] ?? 0) + sign * count;
  };
  for (const { at, count } of out) add(where * CLASSES + at, count);
  for (const { at, count } of into) add(at * CLASSES + where, count);
  add(where * CLASSES + where, self);
  firsts[where] = (firsts[where] ?? 0) + sign * began;
  seconds[where] = (seconds[where] ?? 0) + sign * ended;
}

/** @param {ReturnType<typeof companyOf>} company @param {number} where */
function gainAt({ into, out, self, began, ended }, where) {
  let gain = 0;
  let corner = self;
  for (const { at, count } of out) {
    if (at === where) corner += count;
    else gain += grown(pairs[where * CLASSES + at] ?? 0, count);
  }
  for (const { at, count } of into) {
    if (at === where) corner += count;
    else gain += grown(pairs[at * CLASSES + where] ?? 0, count);
  }
  return (
    gain +
    grown(pairs[where * CLASSES + where] ?? 0, corner) -
    grown(firsts[where] ?? 0, began) -
    grown(seconds[where] ?? 0, ended)
  );
}

after.forEach((list, one) => {
  for (const { at, count } of list) {
    const cell = (classOf[one] ?? 0) * CLASSES + (classOf[at] ?? 0);
    pairs[cell] = (pairs[cell] ?? 0) + count;
    firsts[classOf[one] ?? 0] = (firsts[classOf[one] ?? 0] ?? 0) + count;
    seconds[classOf[at] ?? 0] = (seconds[classOf[at] ?? 0] ?? 0) + count;
  }
});
for (let round = 0; round < ROUNDS; round++) {
  let moved = 0;
  words.forEach((text, word) => {
    if (MARKS.includes(text)) return;
    const company = companyOf(word);
    const old = classOf[word] ?? 0;
    put(company, old, -1);
    let [best, where] = [Number.NEGATIVE_INFINITY, old];
    for (let each = 0; each < CLASSES; each++) {
      const gain = gainAt(company, each);
      if (gain > best + 1e-6) [best, where] = [gain, each];
    }
    put(company, where, 1);
    classOf[word] = where;
    if (where !== old) moved++;
  });
  process.stderr.write(`round ${round + 1}: ${moved} of ${words.length} moved\n`);
  if (moved < words.length / 200) break;
}
const lists = Array.from({ length: CLASSES }, (_, each) => words.filter((_, at) => classOf[at] === each));
process.stdout.write(
  `# Words that keep the same company in pairs.txt, a class a line (class-words.mjs).\n${lists.map((list) => `${list.join(' ')}\n`).join('')}`,
);
