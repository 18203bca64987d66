import type { Candidate } from './engine.ts';

/* The panel of all candidates: eight cells wide, four high, longer phrases over several cells. */

const COLUMNS = 8;
const ROWS = 4;

/** How many cells a phrase of so many hanzi takes. */
export const spanOf = (text: string): number => {
  const { length } = [...text];
  if (length <= 2) return 1;
  return length <= 4 ? 2 : length <= 8 ? 4 : COLUMNS;
};

/** Where each page begins; the first even when there is nothing. */
export function pageStarts(candidates: readonly Candidate[]): readonly number[] {
  const starts = [0];
  let [row, cell] = [0, 0];
  candidates.forEach(({ text }, at) => {
    const span = spanOf(text);
    if (cell + span > COLUMNS) [row, cell] = [row + 1, 0];
    if (row === ROWS) {
      starts.push(at);
      [row, cell] = [0, 0];
    }
    cell += span;
  });
  return starts;
}
