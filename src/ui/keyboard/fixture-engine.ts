import type { Candidate, Engine } from './engine.ts';

/** A dictionary of a few syllables and one phrase; `shi` has more characters than a page of the panel. */
const CHARS: Readonly<Record<string, string>> = {
  ni: '你泥尼',
  hao: '好号毫',
  nian: '年念',
  jia: '家加',
  a: '啊阿',
  shi: String.fromCodePoint(...Array.from({ length: 90 }, (_, at) => 0x4e00 + at)),
};
const PHRASES: Readonly<Record<string, string>> = { nihao: '你好', shishi: '实事求是说一说' };

export const fixtureEngine = (learned: [string, string][] = []): Engine => ({
  candidates(letters) {
    const found: Candidate[] = [];
    for (const [spelled, text] of Object.entries(PHRASES))
      if (letters.startsWith(spelled)) found.push({ text, length: spelled.length });
    for (let length = Math.min(letters.length, 6); length > 0; length--) {
      const used = letters[length] === "'" ? length + 1 : length;
      for (const text of CHARS[letters.slice(0, length)] ?? []) found.push({ text, length: used });
    }
    return found;
  },
  spell: (letters) => letters,
  learn: (letters, text) => learned.push([letters, text]),
});
