import { type Moment, momentOf } from '../../contract/day.ts';

/** The hall's own clock (UTC+8), whatever the computer's zone is. */

const HALL_MS = 8 * 3_600_000;

/** A moment as the browser's field for date and time writes it. */
export const typedOf = (moment: Moment): string =>
  new Date(Date.parse(moment) + HALL_MS).toISOString().slice(0, 16);

/** What was typed as a moment; null while it is none. */
export const momentTyped = (text: string): Moment | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const timeMs = Date.parse(`${text}:00.000Z`);
  return Number.isNaN(timeMs) ? null : momentOf(timeMs - HALL_MS);
};
