import { eachFound, type Joined, join } from './joined.ts';
import type { SearchDoc } from './search-doc.ts';

/** Finding by sound: whole syllables (`yanglao`), the last one unfinished (`yangl`), first letters (`ylj`), both mixed (`yanglj`). */
export interface Sounds {
  readonly flat: Joined;
  /** 1 where a syllable begins. */
  readonly begins: Uint8Array;
  readonly initials: Joined;
  readonly syllables: readonly { readonly owner: number; readonly list: readonly string[] }[];
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ü', 'v');

export const soundsOf = (docs: readonly SearchDoc[]): Sounds => {
  const syllables = docs.flatMap((doc, owner) =>
    doc.pinyin.map((key) => ({ owner, list: plain(key).split(' ').filter(Boolean) })),
  );
  const flat = join(syllables.map(({ owner, list }) => ({ owner, text: list.join('') })));
  const begins = new Uint8Array(flat.text.length);
  syllables.forEach(({ list }, part) => {
    let offset = flat.starts[part] ?? 0;
    for (const syllable of list) {
      begins[offset] = 1;
      offset += syllable.length;
    }
  });
  const initials = join(
    docs.flatMap((doc, owner) => doc.initials.map((key) => ({ owner, text: plain(key) }))),
  );
  return { flat, begins, initials, syllables };
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

export const eachHeard = (sounds: Sounds, letters: string, visit: (heard: Heard) => void): void => {
  let isFound = false;
  const hear = (found: { owner: number; at: number; of: number }): void => {
    isFound = true;
    visit({ owner: found.owner, isStart: found.at === 0, isWhole: found.of === letters.length });
  };
  eachFound(sounds.flat, letters, hear, (offset) => sounds.begins[offset] === 1);
  eachFound(sounds.initials, letters, hear);
  if (isFound || letters.length < MIXED_MIN) return;
  for (const { owner, list } of sounds.syllables) {
    const from = list.findIndex((_, at) => spelledBy(list, at, letters) > 0);
    if (from !== -1) visit({ owner, isStart: from === 0, isWhole: false });
  }
};
