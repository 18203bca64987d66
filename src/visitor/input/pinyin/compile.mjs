/*
 * Compiles the words of the pinyin engine from lists under free licences, each with its source at its head:
 *   words, how often and as what part of speech they are printed   jieba (MIT, the npm package @node-rs/jieba)
 *   how often people write them                                    usage.txt (AOSP, Apache 2.0)
 *   which words follow which; words that keep the same company     pairs.txt (Lucene, Apache 2.0), classes.txt
 *   terms, names, speech; the demo hall's own texts                terms.txt (`text:its'reading`), names.txt, spoken.txt: our own
 *   readings                                                       pinyin-pro (MIT)
 *
 * The format (little-endian, each part begins at a multiple of 4; `pinyin-data.ts` reads it): how many parts, their lengths, then
 *   syllables     their letters, in alphabetical order, between spaces
 *   charCounts    u16 a syllable, then chars: u16 each (BMP), the commonest first
 *   labels        u16 a node: the syllable that leads to it. A trie over syllables, its nodes in breadth-first order
 *   childCounts   u16 a node; wordCounts: u16 a node
 *   costs         u8 a word; texts: one byte a hanzi, its place among those of its syllable. A word is as long as its node is deep
 *   surnames, firsts, lasts, places   u8 for each of chars: what it costs in a name; 255: it is in none
 *   together      u16 three by three: two characters of a given name, what it takes off the cost
 *   classes, counted   u8 a word, then five marks (count-pairs.mjs): its class, how often it was counted
 *   classGains    i8 for each two classes: by how much the second is likelier after the first than anywhere
 *   pairCounts    u16 a word: how many after it are known; pairs: their numbers as distances, seven bits a byte; pairGains: i8 each
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countNames } from './count-names.mjs';
import { addProse, MARKS, readClasses, readPairs, weighPairs } from './count-pairs.mjs';
import { readWords } from './read-words.mjs';
import { SCALE, TAGS } from './scale.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const hall = join(here, '../../../server/demo-hall');
const prose = readdirSync(hall, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|md)$/.test(name))
  .sort()
  .map((name) => join(hall, name));
const lists = {
  dictionary: join(dirname(require.resolve('@node-rs/jieba/package.json')), 'dict.txt'),
  usage: join(here, 'usage.txt'),
  terms: join(here, 'terms.txt'),
  pairs: join(here, 'pairs.txt'),
  classes: join(here, 'classes.txt'),
  names: join(here, 'names.txt'),
  spoken: join(here, 'spoken.txt'),
};
const programs = [
  'compile.mjs',
  'count-names.mjs',
  'count-pairs.mjs',
  'cut-words.mjs',
  'lists.mjs',
  'read-words.mjs',
  'scale.mjs',
];

export const sources = [
  ...programs.map((name) => join(here, name)),
  ...Object.values(lists),
  require.resolve('pinyin-pro'),
  ...prose,
];

/** How often a pair is counted where people speak, and where a hall writes. */
const SPOKEN = 30;
const HALL = 5;

export function compile() {
  /** @param {string} path */
  const read = (path) => readFileSync(path, 'utf8');
  const { dictionary, usage, terms, pairs, classes, names, spoken } = lists;
  return compileLists({
    dictionary: read(dictionary),
    usage: read(usage),
    terms: read(terms),
    pairs: read(pairs),
    classes: read(classes),
    names: read(names),
    spoken: read(spoken),
    prose: prose.map(read),
  });
}

/** The bytes, from lists of any size. @param {import('./lists.mjs').Lists} lists */
export function compileLists(lists) {
  const { all, syllables } = readWords(lists);
  const words = all.filter(({ reading }) => reading[0] !== '');
  const total = words.reduce((sum, { frequency }) => sum + frequency, 0);
  const idOf = new Map(syllables.map((syllable, id) => [syllable, id]));
  /** @param {import('./read-words.mjs').Word} word */
  const costOf = ({ frequency }) => Math.min(255, Math.round(-Math.log(frequency / total) * SCALE));
  const chars = charsBySyllable(words, syllables);
  const place = chars.map((list) => new Map(list.map((char, at) => [char, at])));
  const nodes = breadthFirst(buildTrie(words, idOf));
  for (const node of nodes) node.words.sort((one, other) => other.frequency - one.frequency);
  const inOrder = nodes.flatMap((node) => node.words);
  const named = countNames(lists.names, all);
  return join4([
    Buffer.from(syllables.join(' '), 'latin1'),
    u16(chars.map((list) => list.length)),
    u16(chars.flat().map((char) => char.charCodeAt(0))),
    u16(nodes.map(({ label }) => label)),
    u16(nodes.map(({ children }) => children.size)),
    u16(nodes.map((node) => node.words.length)),
    Uint8Array.from(inOrder, costOf),
    Uint8Array.from(
      inOrder.flatMap(({ text, reading }) =>
        [...text].map((char, at) => place[idOf.get(reading[at] ?? '') ?? 0]?.get(char) ?? 0),
      ),
    ),
    ...[named.surname, named.first, named.last, named.place].map((cost) =>
      Uint8Array.from(chars.flat(), cost),
    ),
    u16(named.together),
    ...followers(lists, inOrder),
  ]);
}

/** @param {import('./lists.mjs').Lists} lists @param {import('./read-words.mjs').Word[]} inOrder */
function followers(lists, inOrder) {
  const lexicon = new Map(inOrder.map((word) => [word.text, word]));
  const rows = readPairs(lists.pairs);
  addProse(rows, lists.spoken, lexicon, SPOKEN);
  for (const text of lists.prose) addProse(rows, text, lexicon, HALL);
  const numbered = [
    ...inOrder.map(({ text, tag }, id) => ({ text, id, tag: tagId(tag) })),
    ...MARKS.map((text, at) => ({ text, id: inOrder.length + at, tag: 0 })),
  ];
  /** @type {Map<string, number>} */
  const main = new Map();
  for (const { text, id } of numbered) {
    const held = inOrder[main.get(text) ?? -1];
    if (held === undefined || held.frequency < (inOrder[id]?.frequency ?? 0)) main.set(text, id);
  }
  return weighPairs({ rows, classes: readClasses(lists.classes), tags: TAGS.length }, numbered, main);
}

/** @typedef {{ label: number, children: Map<number, Node>, words: import('./read-words.mjs').Word[] }} Node */

/** @param {import('./read-words.mjs').Word[]} words @param {Map<string, number>} idOf @returns {Node} */
function buildTrie(words, idOf) {
  /** @param {number} label @returns {Node} */
  const fresh = (label) => ({ label, children: new Map(), words: [] });
  const top = fresh(0);
  for (const word of words) {
    let node = top;
    for (const syllable of word.reading) {
      const id = idOf.get(syllable) ?? 0;
      const next = node.children.get(id) ?? fresh(id);
      node.children.set(id, next);
      node = next;
    }
    node.words.push(word);
  }
  return top;
}

/** @param {Node} top */
function breadthFirst(top) {
  const nodes = [top];
  for (let at = 0; at < nodes.length; at++) {
    const children = [...(nodes[at]?.children.values() ?? [])];
    nodes.push(...children.sort((one, other) => one.label - other.label));
  }
  return nodes;
}

/** @param {import('./read-words.mjs').Word[]} words @param {string[]} syllables */
function charsBySyllable(words, syllables) {
  const alone = words.filter(({ text }) => text.length === 1);
  alone.sort((one, other) => other.frequency - one.frequency);
  /** @type {Map<string, string[]>} */
  const lists = new Map(syllables.map((syllable) => [syllable, []]));
  for (const { text, reading } of alone) lists.get(reading[0] ?? '')?.push(text);
  // A word may read a character as its own entry does not.
  for (const { text, reading } of words) {
    [...text].forEach((char, at) => {
      const list = lists.get(reading[at] ?? '');
      if (list && !list.includes(char)) list.push(char);
    });
  }
  return syllables.map((syllable) => lists.get(syllable) ?? []);
}

/** @param {string} tag */
const tagId = (tag) => Math.max(0, TAGS.indexOf(TAGS.includes(tag) ? tag : tag.slice(0, 1)));

/** @param {number[]} values */
const u16 = (values) => new Uint8Array(Uint16Array.from(values).buffer);

/** @param {Uint8Array[]} parts */
function join4(parts) {
  const head = Uint32Array.from([parts.length, ...parts.map(({ length }) => length)]);
  const padded = [new Uint8Array(head.buffer), ...parts].flatMap((part) => [
    part,
    new Uint8Array((4 - (part.length % 4)) % 4),
  ]);
  return new Uint8Array(Buffer.concat(padded));
}
