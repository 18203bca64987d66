/*
 * Writes pinyin-table.ts: every hanzi of GB 2312 (6,763) under each of its readings, the commonest first.
 *
 *   node src/ui/keyboard/pinyin/build-table.mjs DICT
 *
 * DICT is dict.txt of jieba (MIT; in the npm package @node-rs/jieba, which is not a dependency: `npm pack @node-rs/jieba`).
 * Readings come from pinyin-pro (MIT). A reading's weight is the sum of the frequencies of the dictionary's words in which
 * the character is read so: 地 is commonest as "di", 的 as "de". A character may stand under several syllables.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** Interjections without a vowel cannot be typed as syllables: they are put where people look for them. */
const SPELLED = { n: 'en', ng: 'en', m: 'mu', hm: 'heng', hng: 'heng' };
/** What people type for ü besides v. */
const ALSO = { lve: 'lue', nve: 'nue' };

const hanzi = gb2312();
const weight = new Map();
for (const char of hanzi) for (const reading of readings(char)) weight.set(char + reading, 0);
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [word, frequency] = line.split(' ');
  if (word) weigh(word, Number(frequency));
}
writeFileSync(new URL('pinyin-table.ts', import.meta.url), moduleText(bands()));

function gb2312() {
  const chars = new Set();
  const decoder = new TextDecoder('gb18030');
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Row D7 ends early: level 1 has 3,755 characters.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) {
      chars.add(decoder.decode(new Uint8Array([row, cell])));
    }
  }
  return chars;
}

function readings(char) {
  const found = pinyin(char, { toneType: 'none', v: true, multiple: true, type: 'array' });
  return new Set(found.map((reading) => SPELLED[reading] ?? reading));
}

function weigh(word, frequency) {
  const spoken = pinyin(word, { toneType: 'none', v: true, type: 'array' });
  [...word].forEach((char, at) => {
    const key = char + (SPELLED[spoken[at]] ?? spoken[at]);
    if (weight.has(key)) weight.set(key, weight.get(key) + frequency);
  });
}

/** Syllable → its characters with a capital before each band: A is rank 1, each band ends at √2 times the rank before it. */
function bands() {
  const syllables = new Map();
  [...weight]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .forEach(([key], at) => {
      const band = String.fromCharCode(65 + Math.floor(2 * Math.log2(at + 1)));
      const list = syllables.get(key.slice(1)) ?? { band: '', text: '' };
      if (list.band !== band) list.text += band;
      list.text += key[0];
      list.band = band;
      syllables.set(key.slice(1), list);
    });
  for (const [from, to] of Object.entries(ALSO)) syllables.set(to, syllables.get(from));
  return [...syllables]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([syllable, list]) => syllable + list.text);
}

function moduleText(entries) {
  return `/*
 * Made by build-table.mjs; do not edit. Readings: pinyin-pro, MIT. Order: word frequencies of jieba, MIT.
 * A syllable, then its characters; a capital opens a frequency band (A: rank 1; each later band reaches √2 times as far).
 */
export const PINYIN_TABLE =
  '${entries.join(' ')}';
`;
}
