import * as v from 'valibot';
import { MachinePrefix } from '../../contract/id.ts';
import { CODE_ALPHABET } from '../../contract/receipt-no.ts';

/**
 * Prefixes of receipt numbers, from a counter that only grows: A2, A3 … AZ, B2 … ZZ, A22 … ZZZ, A222 … ZZZZ.
 * Without 0, 1, I and O, because people copy them by hand. Spent numbers never come back, so no prefix is given twice.
 */

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const BASE = CODE_ALPHABET.length;
const LONGEST_TAIL = 3;

/** How many prefixes exist with so many characters after the letter. */
const countOf = (tail: number): number => LETTERS.length * BASE ** tail;

const written = (at: number, tail: number): string => {
  const characters = Array.from({ length: tail }, (_, place) =>
    CODE_ALPHABET.charAt(Math.floor(at / BASE ** (tail - 1 - place)) % BASE),
  );
  return LETTERS.charAt(Math.floor(at / BASE ** tail)) + characters.join('');
};

/** The n-th prefix, n = 1, 2, 3 …; null when all are spent (after more than 800,000). */
export const prefixAt = (n: number): MachinePrefix | null => {
  let at = n - 1;
  for (let tail = 1; tail <= LONGEST_TAIL; tail += 1) {
    if (at < countOf(tail)) return v.parse(MachinePrefix, written(at, tail));
    at -= countOf(tail);
  }
  return null;
};
