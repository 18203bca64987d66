import { pinyin } from 'pinyin-pro';
import { candidates } from '../../../src/visitor/input/pinyin/candidates.ts';

/** What an engine does with a phrase: its first five, and how many keys choose it piece by piece (−1: it cannot be chosen). */
export interface Typed {
  readonly phrase: string;
  readonly keys: string;
  readonly five: readonly string[];
  readonly choices: number;
}

/** As many candidates as are looked through, and as many as stand on the strip: each further strip is one key more. */
const LOOK = 200;
const STRIP = 8;

/** One phrase after another, those between spaces and lines. */
export const phrasesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((phrase) => phrase !== '');

/** Full pinyin without tones, ü as v, no apostrophes: what people type. */
export const keysOf = (phrase: string): string =>
  pinyin(phrase, { toneType: 'none', type: 'array', v: true }).join('').replaceAll('ü', 'v');

export const typeOurs = (data: ArrayBuffer, phrase: string): Typed => {
  const keys = keysOf(phrase);
  const five = candidates(data, keys)
    .slice(0, 5)
    .map(({ text }) => text);
  return { phrase, keys, five, choices: choose(data, keys, phrase) };
};

function choose(data: ArrayBuffer, keys: string, target: string): number {
  let [rest, wanted, count] = [keys, target, 0];
  while (wanted !== '') {
    const found = candidates(data, rest).slice(0, LOOK);
    const fitting = found.filter(({ text }) => wanted.startsWith(text));
    const best = fitting.sort((one, other) => other.text.length - one.text.length)[0];
    if (best === undefined) return -1;
    count += 1 + Math.floor(found.indexOf(best) / STRIP);
    rest = rest.slice(best.length);
    wanted = wanted.slice(best.text.length);
  }
  return count;
}

export interface Score {
  readonly first: number;
  readonly five: number;
  readonly keysPerHanzi: number;
  readonly unreachable: number;
}

/** Shares of phrases; keys per hanzi count letters and choices, over what both engines can write at all. */
export function scoreOf(typed: readonly Typed[]): Score {
  const share = (holds: (each: Typed) => boolean) => typed.filter(holds).length / typed.length;
  const done = typed.filter(({ choices }) => choices > 0);
  const keys = done.reduce((sum, each) => sum + each.keys.length + each.choices, 0);
  return {
    first: share(({ phrase, five }) => five[0] === phrase),
    five: share(({ phrase, five }) => five.includes(phrase)),
    keysPerHanzi: keys / done.reduce((sum, { phrase }) => sum + phrase.length, 0),
    unreachable: typed.length - done.length,
  };
}
