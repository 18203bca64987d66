import { cut } from '../../../contract/cut.ts';

/** UTF-16 units, as the contract counts them. */
export const MOST_NAME = 120;

/** What nobody sees, halves of characters, and what turns the reading direction: `gpj.exe` would read as a picture. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu;

/** As visitors will read it: the file's own name, without what is not to be seen, and its ending where it is too long. */
export function nameOf(name: string): string {
  const clean = name.normalize('NFC').replace(UNSEEN, ' ').trim();
  if (clean.length <= MOST_NAME) return clean;
  const ending = /\.\w{1,5}$/.exec(clean)?.[0] ?? '';
  return `${cut(clean, MOST_NAME - ending.length).trimEnd()}${ending}`;
}
