import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from './day.ts';
import { day } from './day-schema.ts';
import { workCalendar } from './deadline.ts';
import { expiryOf, timingOf } from './timeliness.ts';

const calendar = workCalendar([
  {
    year: 2026,
    off: ['2026-10-01', '2026-10-02', '2026-10-05'].map(day),
    makeup: [day('2026-10-10')],
    source: '试验',
  },
]);
const clock = (formedOn: string, publishedOn: string | null = null, limitWorkdays = 20) => ({
  formedOn: day(formedOn),
  limitWorkdays,
  publishedOn: publishedOn === null ? null : day(publishedOn),
});

describe('the twenty working days of Art. 26', () => {
  test('are counted from the day after formation, over holidays and make-up days', () => {
    // 21 September is day 0; 1, 2 and 5 October are off, Saturday the 10th is worked.
    const timing = timingOf(calendar, clock('2026-09-21'), day('2026-10-20'));
    expect(timing).toEqual({ is: 'soon', dueOn: '2026-10-21', workdays: 1 });
  });

  test('the last day is in time, the next is late', () => {
    expect(timingOf(calendar, clock('2026-11-02'), day('2026-11-30'))).toEqual({
      is: 'soon',
      dueOn: '2026-11-30',
      workdays: 0,
    });
    expect(timingOf(calendar, clock('2026-11-02'), day('2026-12-01'))).toMatchObject({
      is: 'late',
      workdays: 1,
    });
    expect(timingOf(calendar, clock('2026-11-02', '2026-11-30'), day('2026-12-20')).is).toBe(
      'published-in-time',
    );
    expect(timingOf(calendar, clock('2026-11-02', '2026-12-02'), day('2026-12-20'))).toEqual({
      is: 'published-late',
      dueOn: '2026-11-30',
      workdays: 2,
    });
  });

  test('five working days before, it is soon; a field with a shorter limit is due earlier', () => {
    expect(timingOf(calendar, clock('2026-11-02'), day('2026-11-20')).is).toBe('running');
    expect(timingOf(calendar, clock('2026-11-02'), day('2026-11-23')).is).toBe('soon');
    expect(timingOf(calendar, clock('2026-11-02', null, 10), day('2026-11-23'))).toMatchObject({
      is: 'late',
      dueOn: '2026-11-16',
      workdays: 5,
    });
  });

  test('a year without a calendar is named, never guessed', () => {
    expect(timingOf(calendar, clock('2026-12-20'), day('2026-12-24'))).toEqual({ is: 'unknown', year: 2027 });
    expect(timingOf(calendar, clock('2014-12-31', '2015-03-01'), day('2026-11-24'))).toEqual({
      is: 'unknown',
      year: 2015,
    });
  });

  test('what was public within as many days was in time whatever a calendar would say', () => {
    expect(timingOf(calendar, clock('2014-12-31', '2015-01-20'), day('2026-11-24'))).toEqual({
      is: 'published-in-time',
      dueOn: null,
      workdays: null,
    });
    expect(timingOf(calendar, clock('2014-12-31', '2015-01-21'), day('2026-11-24')).is).toBe('unknown');
  });

  test('to publish on a later day never makes it more punctual', () => {
    const on = fc.integer({ min: 0, max: 300 }).map((days) => addDays('2026-01-01' as Day, days));
    fc.assert(
      fc.property(
        on,
        fc.nat(60),
        fc.nat(20),
        fc.integer({ min: 1, max: 20 }),
        (formedOn, after, more, limit) => {
          const isLate = (publishedOn: Day): boolean =>
            timingOf(calendar, { formedOn, limitWorkdays: limit, publishedOn }, day('2026-11-24')).is ===
            'published-late';
          const publishedOn = addDays(formedOn, after);
          if (isLate(publishedOn) && addDays(publishedOn, more) <= '2026-12-31')
            expect(isLate(addDays(publishedOn, more))).toBe(true);
        },
      ),
    );
  });
});

describe('what soon has to go', () => {
  const today = day('2026-11-24');
  test('a publicity period and a validity, the first end first', () => {
    const item = { period: { until: day('2026-12-10') }, abolishedOn: day('2026-12-01'), validity: '有效' };
    expect(expiryOf(item, today)).toEqual({ why: 'validity', on: '2026-12-01', days: 7 });
    expect(expiryOf({ ...item, validity: '废止' }, today)).toEqual({
      why: 'period',
      on: '2026-12-10',
      days: 16,
    });
  });

  test('thirty days before, not thirty-one; what is past stays until somebody sees to it', () => {
    const until = (on: string) => expiryOf({ abolishedOn: day(on), validity: '有效' }, today);
    expect(until('2026-12-24')).toMatchObject({ days: 30 });
    expect(until('2026-12-25')).toBeNull();
    expect(until('2026-11-01')).toMatchObject({ days: -23 });
    expect(expiryOf({ validity: '有效' }, today)).toBeNull();
  });
});
