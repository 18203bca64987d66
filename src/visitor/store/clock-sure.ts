import { current } from './content.ts';
import { clockAheadMs } from './facts.ts';

const DAY_MS = 86_400_000;

export interface ClockFacts {
  /** When the content that is shown was signed: it cannot be earlier now. */
  readonly signedAt: string | null;
  /** By how much this machine's clock was ahead of the server's when that was last heard; null if not since the page was opened. */
  readonly aheadMs: number | null;
}

/**
 * May a date of this machine's clock be told to a visitor? After a flat battery it can stand years off, and a wrong last day on
 * paper is worse than none. Within a day of the server's it may.
 */
export const isClockSureBy = ({ signedAt, aheadMs }: ClockFacts, nowMs: number): boolean => {
  if (aheadMs !== null) return Math.abs(aheadMs) <= DAY_MS;
  // The server's clock and this one need not agree to the minute.
  return signedAt === null || nowMs >= Date.parse(signedAt) - DAY_MS;
};

export const isClockSure = (nowMs: number): boolean =>
  isClockSureBy({ signedAt: current.peek()?.signedAt ?? null, aheadMs: clockAheadMs.peek() }, nowMs);
