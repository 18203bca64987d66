/*
 * Compiles the words of the pinyin engine: words, frequencies and parts of speech from jieba (MIT, the npm package
 * @node-rs/jieba), how often people write them from `usage.txt` (Apache 2.0, AOSP), readings from pinyin-pro (MIT), terms and places from `terms.txt` beside this file (`text:its'reading` where a dictionary errs). How parts of speech
 * follow one another is counted in the demo hall's own texts.
 *
 * The format (little-endian, each part begins at a multiple of 4; `pinyin-data.ts` reads it): lengths of all parts, then
 *   syllables     their letters, in alphabetical order, between spaces
 *   charCounts    u16 a syllable, then chars: u16 each (BMP), the commonest first
 *   labels        u16 a node: the syllable that leads to it. A trie over syllables, its nodes in breadth-first order
 *   childCounts   u16 a node; wordCounts: u16 a node
 *   costs, tags   u8 a word; texts: one byte a hanzi, its place among those of its syllable. A word is as long as its node is deep
 *   surnames, givens  u8 for each of chars: what it costs as a surname, and in a given name; 255: it is none
 *   follows       i8 for each two tags: by how much the second is likelier after the first than anywhere
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { countFollows } from './count-follows.mjs';
import { countNames } from './count-names.mjs';
import { SCALE, TAGS } from './scale.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const dictionary = join(dirname(require.resolve('@node-rs/jieba/package.json')), 'dict.txt');
const readings = require.resolve('pinyin-pro');
const terms = join(here, 'terms.txt');
const usage = join(here, 'usage.txt');
const hall = join(here, '../../../server/demo-hall');
const prose = readdirSync(hall, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|md)$/.test(name))
  .sort()
  .map((name) => join(hall, name));

export const sources = [
  ...['compile.mjs', 'count-follows.mjs', 'count-names.mjs', 'scale.mjs'].map((name) => join(here, name)),
  terms,
  usage,
  dictionary,
  readings,
  ...prose,
];

/** Interjections without a vowel cannot be typed as syllables: they are put where people look for them. */
const SPELLED = { n: 'en', ng: 'en', m: 'mu', hm: 'heng', hng: 'heng' };
const LONGEST = 8;
/** What a term of the field weighs among jieba's 60 million words: as much as a common noun. */
const TERM_FREQUENCY = 300;
const RARE_CHAR = 0.2;
const TOTAL = 6e7;
const WRITTEN = 4;

/** @typedef {{ text: string, reading: readonly string[], frequency: number, tag: string }} Word */

export function compile() {
  const hanzi = gb2312();
  const known = new Set([...hanzi].flatMap(charReadings));
  const words = readWords(hanzi, known);
  const all = [...words, ...singleChars(hanzi, words)];
  return write(all, [...known].sort());
}

/** @param {Set<string>} hanzi @param {Set<string>} known @returns {Word[]} */
function readWords(hanzi, known) {
  /** @type {Map<string, Word>} */
  const words = new Map();
  /** @param {string} given @param {number} frequency @param {string} tag */
  const take = (given, frequency, tag) => {
    const [text = '', told] = given.split(':');
    const chars = [...text];
    if (chars.length > LONGEST || !chars.every((char) => hanzi.has(char))) return;
    const reading = chars.length === 1 ? [''] : (told?.split("'") ?? readingOf(text));
    if (chars.length > 1 && (reading.length !== chars.length || !reading.every((each) => known.has(each))))
      return;
    const held = words.get(text);
    words.set(text, { text, reading, tag, frequency: Math.max(frequency, held?.frequency ?? 0) });
  };
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [text = '', frequency, tag = 'n'] = line.trim().split(' ');
    if (text !== '') take(text, Number(frequency), tag);
  }
  const written = readUsage();
  for (const [text, share] of written) if (!words.has(text)) take(text, share, 'n');
  // Half is what is printed, half what people write: a hall's visitors do both.
  for (const word of words.values())
    words.set(word.text, {
      ...word,
      frequency: (word.frequency + (written.get(word.text) ?? 0) * WRITTEN) / 2,
    });
  for (const line of readFileSync(terms, 'utf8').split('\n')) {
    const [tag = '', ...texts] = line.trim().split(/\s+/);
    if (tag !== '' && tag !== '#') for (const text of texts) take(text, TERM_FREQUENCY, tag);
  }
  return [...words.values()];
}

/** Words people write → how often among as many words as jieba has counted. */
function readUsage() {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const line of readFileSync(usage, 'utf8').split('\n')) {
    const [score = '', ...texts] = line.split(' ');
    if (/^\d+$/.test(score))
      for (const text of texts) found.set(text, Math.exp(-Number(score) / 800) * TOTAL);
  }
  return found;
}

/** A character stands under each of its readings, weighed by the words in which it is read so: 地 is commonest as "de" and "di".
 * @param {Set<string>} hanzi @param {Word[]} words @returns {Word[]} */
function singleChars(hanzi, words) {
  /** @type {Map<string, number>} */
  const weight = new Map();
  for (const { text, reading, frequency } of words) {
    if (reading[0] === '') continue;
    [...text].forEach((char, at) => {
      const key = char + reading[at];
      weight.set(key, (weight.get(key) ?? 0) + frequency);
    });
  }
  const alone = new Map(words.filter(({ reading }) => reading[0] === '').map((word) => [word.text, word]));
  return [...hanzi].flatMap((char) => {
    const ways = charReadings(char);
    const shares = ways.map((way, at) => (weight.get(char + way) ?? 0) + (at === 0 ? 1 : 0));
    const sum = shares.reduce((one, other) => one + other, 0);
    const { frequency = 0, tag = 'g' } = alone.get(char) ?? {};
    return ways.map((way, at) => {
      const share = frequency * ((shares[at] ?? 0) / sum);
      return { text: char, reading: [way], frequency: Math.max(share, RARE_CHAR / (at + 1)), tag };
    });
  });
}

/** @param {Word[]} all @param {string[]} syllables */
function write(all, syllables) {
  const words = all.filter(({ reading }) => reading[0] !== '');
  const total = words.reduce((sum, { frequency }) => sum + frequency, 0);
  const idOf = new Map(syllables.map((syllable, id) => [syllable, id]));
  /** @param {Word} word */
  const costOf = ({ frequency }) => Math.min(255, Math.round(-Math.log(frequency / total) * SCALE));
  const chars = charsBySyllable(words, syllables);
  const place = chars.map((list) => new Map(list.map((char, at) => [char, at])));
  const nodes = breadthFirst(buildTrie(words, idOf));
  /** @type {number[]} */ const costs = [];
  /** @type {number[]} */ const tags = [];
  /** @type {number[]} */ const texts = [];
  for (const node of nodes) {
    node.words.sort((one, other) => other.frequency - one.frequency);
    for (const word of node.words) {
      costs.push(costOf(word));
      tags.push(tagId(word.tag));
      [...word.text].forEach((char, at) => {
        texts.push(place[idOf.get(word.reading[at] ?? '') ?? 0]?.get(char) ?? 0);
      });
    }
  }
  const names = countNames(all);
  return join4([
    Buffer.from(syllables.join(' '), 'latin1'),
    u16(chars.map((list) => list.length)),
    u16(chars.flat().map((char) => char.charCodeAt(0))),
    u16(nodes.map(({ label }) => label)),
    u16(nodes.map(({ children }) => children.size)),
    u16(nodes.map((node) => node.words.length)),
    Uint8Array.from(costs),
    Uint8Array.from(tags),
    Uint8Array.from(texts),
    Uint8Array.from(chars.flat(), names.surname),
    Uint8Array.from(chars.flat(), names.given),
    new Uint8Array(countFollows(prose, all, tagId).buffer),
  ]);
}

/** @typedef {{ label: number, children: Map<number, Node>, words: Word[] }} Node */

/** @param {Word[]} words @param {Map<string, number>} idOf @returns {Node} */
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

/** @param {Word[]} words @param {string[]} syllables */
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

function gb2312() {
  const chars = new Set();
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Row D7 ends early: level 1 has 3,755 characters.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      chars.add(decoder.decode(new Uint8Array([row, cell])));
  }
  return /** @type {Set<string>} */ (chars);
}

/** @param {string} char */
function charReadings(char) {
  const found = pinyin(char, { toneType: 'none', type: 'array', v: true, multiple: true }).map(spelled);
  return [...new Set(found)].filter((each) => /^[a-z]+$/.test(each));
}

/** @param {string} text */
const readingOf = (text) => pinyin(text, { toneType: 'none', type: 'array', v: true }).map(spelled);

/** @param {string} reading */
const spelled = (reading) =>
  /** @type {Record<string, string>} */ (SPELLED)[reading] ?? reading.replaceAll('ü', 'v');

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
