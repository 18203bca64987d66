import { addDays, type Day, dayAtHall, type Moment } from '../../contract/day.ts';

/** Nobody's clock decides alone: a screen's time counts only where it is plausible beside the server's. */

const SKEW_MS = 10 * 60_000;
const LONGEST_OFFLINE_DAYS = 60;

/** Day 0 of the clocks: what the screen says, unless its clock is off, or it was away longer than can be believed. */
export const filingDay = (filedAt: Moment, receivedAt: Moment): Day => {
  const filed = Date.parse(filedAt);
  const received = Date.parse(receivedAt);
  const receivedOn = dayAtHall(received);
  if (Number.isNaN(filed) || filed > received + SKEW_MS) return receivedOn;
  const filedOn = dayAtHall(filed);
  const isTooOld = filedOn < addDays(receivedOn, -LONGEST_OFFLINE_DAYS);
  // A screen may run some minutes ahead over midnight: nothing is filed on a day that has not begun.
  const isAhead = filedOn > receivedOn;
  return isTooOld || isAhead ? receivedOn : filedOn;
};
