import { pinyin } from 'pinyin-pro';
import { clausesOf } from './cut-words.mjs';
import { broken, linesOf } from './lists.mjs';

/** Interjections without a vowel cannot be typed as syllables: they are put where people look for them. */
const SPELLED = { n: 'en', ng: 'en', m: 'mu', hm: 'heng', hng: 'heng' };
const LONGEST = 8;
/** What a term of the field weighs among jieba's 60 million words: as much as a common noun. */
const TERM_FREQUENCY = 300;
const RARE_CHAR = 0.2;
const TOTAL = 6e7;
const WRITTEN = 4;
/** A visitor speaks of what the hall speaks of: so much beside all words; a word of speech weighs as much as so many of prose. */
const TOPIC = 0.2;
const SPEECH = 5;

/** @typedef {{ text: string, reading: readonly string[], frequency: number, tag: string }} Word */

/** Words with their readings, characters under each of theirs; and all syllables. @param {import('./lists.mjs').Lists} lists */
export function readWords(lists) {
  const hanzi = gb2312();
  const known = new Set([...hanzi].flatMap(charReadings));
  const words = wordsOf(lists, hanzi, known);
  return { all: [...words, ...singleChars(hanzi, words)], syllables: [...known].sort() };
}

/** @param {import('./lists.mjs').Lists} lists @param {Set<string>} hanzi @param {Set<string>} known @returns {Word[]} */
function wordsOf(lists, hanzi, known) {
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
  for (const { line, number } of linesOf(lists.dictionary)) {
    const [text = '', frequency = '', tag = 'n'] = line.split(' ');
    if (!/^\d+$/.test(frequency))
      broken('dictionary', number, 'a word, how often it stands, its part of speech');
    take(text, Number(frequency), tag);
  }
  const written = readUsage(lists.usage);
  for (const [text, share] of written) if (!words.has(text)) take(text, share, 'n');
  // Half is what is printed, half what people write: a hall's visitors do both.
  for (const word of words.values())
    words.set(word.text, {
      ...word,
      frequency: (word.frequency + (written.get(word.text) ?? 0) * WRITTEN) / 2,
    });
  for (const [text, share] of topicOf(lists, words)) {
    const word = words.get(text);
    if (word) words.set(text, { ...word, frequency: word.frequency + share * TOTAL * TOPIC });
  }
  for (const { line, number } of linesOf(lists.terms)) {
    const [tag = '', ...texts] = line.split(/\s+/);
    if (!/^[a-z]+$/.test(tag) || texts.length === 0) broken('terms', number, 'a part of speech, then words');
    for (const text of texts) {
      checkTerm(text, number);
      take(text, TERM_FREQUENCY, tag);
    }
  }
  return [...words.values()];
}

/** @param {string} term @param {number} number */
function checkTerm(term, number) {
  const [text = '', told] = term.split(':');
  if (told !== undefined && told.split("'").length !== [...text].length)
    broken('terms', number, `${text} has ${[...text].length} characters, its reading ${told} has not`);
}

/** What the hall and its people speak of → how often. @param {import('./lists.mjs').Lists} lists @param {ReadonlyMap<string, Word>} lexicon */
function topicOf({ prose, spoken }, lexicon) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let total = 0;
  /** @param {string} text @param {number} weight */
  const count = (text, weight) => {
    for (const word of clausesOf(text, lexicon).flat()) {
      counts.set(word, (counts.get(word) ?? 0) + weight);
      total += weight;
    }
  };
  for (const text of prose) count(text, 1);
  count(spoken, SPEECH);
  return [...counts].map(([text, times]) => /** @type {const} */ ([text, times / total]));
}

/** Words people write → how often among as many words as jieba has counted. @param {string} usage */
function readUsage(usage) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const { line, number } of linesOf(usage)) {
    const [score = '', ...texts] = line.split(' ');
    if (!/^\d+$/.test(score) || texts.length === 0) broken('usage', number, 'a score, then words');
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
