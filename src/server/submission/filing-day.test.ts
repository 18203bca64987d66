import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayAtHall, momentOf } from '../../contract/day.ts';
import { filingDay } from './filing-day.ts';

describe('the day of filing', () => {
  const received = Date.parse('2026-11-24T02:00:00.000Z');
  const on = (filedMs: number) => filingDay(momentOf(filedMs), momentOf(received));

  it.each([
    ['some days before', -3 * 86_400_000, '2026-11-21'],
    ['sixty days before', -60 * 86_400_000, '2026-09-25'],
    ['longer ago than can be believed', -61 * 86_400_000, '2026-11-24'],
    ['minutes ahead', 9 * 60_000, '2026-11-24'],
    ['far ahead', 40 * 86_400_000, '2026-11-24'],
    ['1970', -received, '2026-11-24'],
  ])('of a screen that says %s', (_, offset, expected) => {
    expect(on(received + offset)).toBe(expected);
  });

  it('is the day at the hall, not in London', () => {
    expect(filingDay(momentOf(Date.parse('2026-11-23T16:30:00Z')), momentOf(received))).toBe('2026-11-24');
  });

  it('is never later than the day of receipt, nor more than sixty days earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (filedMs) => {
        const filed: Day = on(filedMs);
        expect(filed <= dayAtHall(received) && filed >= addDays(dayAtHall(received), -60)).toBe(true);
      }),
    );
  });
});
