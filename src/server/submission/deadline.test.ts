import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, dayAtHall, momentOf } from '../../contract/day.ts';
import { type WorkCalendar, workCalendar } from '../../contract/deadline.ts';
import type { Clock, Form } from '../../contract/form.ts';
import { type ClockFacts, deadlinesOf, filingDay, workdaysLeft } from './deadline.ts';

const calendar: WorkCalendar = workCalendar([
  {
    year: 2026,
    off: [
      ...[...Array(9)].map((_, at) => addDays(day('2026-02-15'), at)),
      ...[...Array(3)].map((_, at) => addDays(day('2026-04-04'), at)),
    ],
    makeup: [day('2026-02-14'), day('2026-02-28')],
    source: '2026',
  },
]);

const clock: Clock = {
  promised: { n: 7, unit: 'workday' },
  statutory: { limit: { n: 20, unit: 'workday' }, basis: '条例第三十三条' },
};
const form = (clocks: Clock[], purpose: Form['purpose'] = 'disclosure-request') =>
  ({ clocks, purpose }) as Form;

const facts = (more: Partial<ClockFacts> = {}): ClockFacts => ({
  form: form([clock]),
  clock: 0,
  state: 'inHand',
  countedFrom: day('2026-02-02'),
  isExtended: false,
  ...more,
});

describe('deadlines', () => {
  it('count working days from the day of filing', () => {
    expect(deadlinesOf(calendar, facts())).toEqual({ promisedOn: '2026-02-11', statutoryOn: '2026-03-06' });
  });

  it('begin anew with a supplement, and are lengthened by 20 working days (domain scenario)', () => {
    const supplemented = facts({ countedFrom: day('2026-02-24') });
    expect(deadlinesOf(calendar, supplemented).statutoryOn).toBe('2026-03-23');
    expect(deadlinesOf(calendar, { ...supplemented, isExtended: true })).toEqual({
      promisedOn: null,
      statutoryOn: '2026-04-21',
    });
  });

  it('stand still while a supplement is awaited', () => {
    expect(deadlinesOf(calendar, facts({ state: 'supplementAsked' }))).toEqual({
      promisedOn: null,
      statutoryOn: null,
    });
  });

  it('are null, never a guess, where a calendar is missing', () => {
    const late = facts({ countedFrom: day('2026-12-20') });
    expect(deadlinesOf(calendar, late)).toEqual({ promisedOn: '2026-12-29', statutoryOn: null });
    expect(deadlinesOf(workCalendar([]), facts())).toEqual({ promisedOn: null, statutoryOn: null });
  });

  it.each([
    ['a form without clocks', facts({ form: form([]) })],
    ['a clock that the form has not', facts({ clock: 7 })],
    ['no clock at all', facts({ clock: null })],
    ['a form that was never published here', facts({ form: null })],
  ])('are null for %s', (_, given) => {
    expect(deadlinesOf(calendar, given)).toEqual({ promisedOn: null, statutoryOn: null });
  });
});

describe('days left', () => {
  const left = (due: string | null, today: string, state: ClockFacts['state'] = 'inHand') =>
    workdaysLeft(
      calendar,
      { promisedOn: due === null ? null : day(due), statutoryOn: null },
      { state, today: day(today) },
    );

  it.each([
    ['2026-02-11', '2026-02-02', 7],
    ['2026-02-11', '2026-02-11', 0],
    ['2026-02-11', '2026-02-12', -1],
    ['2026-02-06', '2026-02-07', -1],
    ['2026-02-13', '2026-02-24', -2],
  ])('until %s, seen on %s, are %i', (due, today, days) => {
    expect(left(due, today)).toBe(days);
  });

  it('are null when done, without a due day, or without a calendar', () => {
    expect(left('2026-02-11', '2026-02-12', 'replied')).toBeNull();
    expect(left(null, '2026-02-12')).toBeNull();
    expect(left('2027-01-05', '2026-12-30')).toBeNull();
  });

  it('follow the law where nothing is promised', () => {
    const deadlines = { promisedOn: null, statutoryOn: day('2026-03-06') };
    expect(workdaysLeft(calendar, deadlines, { state: 'inHand', today: day('2026-03-05') })).toBe(1);
  });
});

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
