import { eachFound, eachMatch, type Joined, join } from './joined.ts';
import type { SearchDoc } from './search-doc.ts';

/** Finding by sound: whole syllables (`yanglao`), the last one unfinished (`yangl`), first letters (`ylj`), both mixed (`yanglj`). */
export interface Sounds {
  readonly flat: Joined;
  /** 1 where a syllable begins. */
  readonly begins: Uint8Array;
  readonly initials: Joined;
  /** ` yang lao jin `: a blank before and after each syllable. */
  readonly spaced: Joined;
}

/** The same texts without their blanks, and where each syllable now begins. */
const closed = (spaced: Joined): Pick<Sounds, 'flat' | 'begins'> => {
  const starts = new Uint32Array(spaced.starts.length);
  const begins = new Uint8Array(spaced.text.length);
  let length = 0;
  let part = 0;
  for (let at = 0; at < spaced.text.length; at += 1) {
    if (at === spaced.starts[part]) {
      starts[part] = length;
      part += 1;
    }
    if (spaced.text.charCodeAt(at) === BLANK) begins[length] = 1;
    else length += 1;
  }
  starts[part] = length;
  return { flat: { text: spaced.text.replaceAll(' ', ''), starts, owners: spaced.owners }, begins };
};

const BLANK = 32;

/** Keys come from the publication in one spelling: lower case, `v` for `ü`, a blank between syllables. */
export const soundsOf = (docs: readonly SearchDoc[]): Sounds => {
  const spaced = join(docs.flatMap((doc, owner) => doc.pinyin.map((key) => ({ owner, text: ` ${key} ` }))));
  const initials = join(docs.flatMap((doc, owner) => doc.initials.map((text) => ({ owner, text }))));
  return { ...closed(spaced), initials, spaced };
};

/** How many syllables, beginning at `from`, spell the letters; 0 when they do not. Each counts whole, or by its first letter, or (the last) begun. */
export const spelledBy = (syllables: readonly string[], from: number, letters: string): number => {
  if (letters === '') return 0;
  const syllable = syllables[from];
  if (syllable === undefined) return 0;
  if (syllable.startsWith(letters)) return 1;
  for (const taken of letters.startsWith(syllable) ? [syllable.length, 1] : [1]) {
    if (letters[0] !== syllable[0]) return 0;
    const rest = spelledBy(syllables, from + 1, letters.slice(taken));
    if (rest > 0) return rest + 1;
  }
  return 0;
};

export interface Heard {
  readonly owner: number;
  /** Whether it stands at the beginning of a name. */
  readonly isStart: boolean;
  readonly isWhole: boolean;
}

const MIXED_MIN = 3;

/** Each letter goes on in its syllable, or leaves the rest of it away and begins the next. */
const mixed = (letters: string): RegExp => new RegExp(` ${[...letters].join('(?:[a-z]* )?')}`, 'g');

export const eachHeard = (sounds: Sounds, letters: string, visit: (heard: Heard) => void): void => {
  let isFound = false;
  const hear = (found: { owner: number; at: number; of: number }): void => {
    isFound = true;
    visit({ owner: found.owner, isStart: found.at === 0, isWhole: found.of === letters.length });
  };
  eachFound(sounds.flat, letters, hear, (offset) => sounds.begins[offset] === 1);
  eachFound(sounds.initials, letters, hear);
  if (isFound || letters.length < MIXED_MIN) return;
  eachMatch(sounds.spaced, mixed(letters), ({ owner, at }) => {
    visit({ owner, isStart: at === 0, isWhole: false });
  });
};
