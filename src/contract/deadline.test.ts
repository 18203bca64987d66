import { readFileSync } from 'node:fs';
import { getDayDetail } from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, dayAtHall, dayInShort, dayInWords } from './day.ts';
import { day } from './day-schema.ts';
import {
  addWorkdays,
  afterPause,
  type CalendarYear,
  dueOn,
  durationInWords,
  isWorkday,
  workCalendar,
  workdaysBetween,
} from './deadline.ts';

const stored = JSON.parse(readFileSync('tests/fixtures/domain-vectors.json', 'utf8')) as {
  calendar: Record<string, Omit<CalendarYear, 'year'>>;
};
const calendar = workCalendar(
  Object.entries(stored.calendar).map(([year, each]) => ({ year: Number(year), ...each })),
);

test('our table agrees with an independent one on every day of 2024 to 2026', () => {
  for (let on = day('2024-01-01'); on <= '2026-12-31'; on = addDays(on, 1)) {
    expect([on, isWorkday(calendar, on)]).toEqual([on, { ok: true, value: getDayDetail(on).work }]);
  }
});

const someDay = fc.integer({ min: 0, max: 700 }).map((n) => addDays(day('2024-01-02'), n));

test('the n-th working day lies exactly n working days ahead', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const due = addWorkdays(calendar, from, n);
      if (!due.ok) throw new Error('inside the known years');
      expect(workdaysBetween(calendar, from, due.value)).toEqual({ ok: true, value: n });
      expect(isWorkday(calendar, due.value)).toEqual({ ok: true, value: true });
    }),
  );
});

test('excluding a pause equals resuming the remainder', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 25 }),
      (received, before, length) => {
        const due = addWorkdays(calendar, received, 20);
        const pausedOn = addWorkdays(calendar, received, before);
        if (!due.ok || !pausedOn.ok) throw new Error('inside the known years');
        const resumedOn = addDays(pausedOn.value, length);
        expect(afterPause(calendar, due.value, pausedOn.value, resumedOn)).toEqual(
          addWorkdays(calendar, resumedOn, 20 - before),
        );
      },
    ),
  );
});

test('a year without a notice is named, never guessed', () => {
  expect(isWorkday(calendar, day('2027-10-01'))).toEqual({
    ok: false,
    problem: { code: 'calendar-year-missing', year: 2027 },
  });
  expect(dueOn(calendar, day('2026-12-30'), { n: 7, unit: 'workday' })).toEqual({
    ok: false,
    problem: { code: 'calendar-year-missing', year: 2027 },
  });
});

test.each([
  ['2026-01-31', { n: 1, unit: 'month' }, '2026-02-28'],
  ['2026-11-15', { n: 2, unit: 'month' }, '2027-01-15'],
  ['2026-03-01', { n: 60, unit: 'day' }, '2026-04-30'],
  ['2026-03-01', { n: 0, unit: 'immediate' }, '2026-03-01'],
] as const)('%s and %o is due on %s', (from, duration, due) => {
  expect(dueOn(calendar, day(from), duration)).toEqual({ ok: true, value: due });
});

test('days and durations are said in words', () => {
  expect(dayInWords(day('2026-11-24'))).toBe('2026年11月24日（周二）');
  expect(dayInShort(day('2026-01-04'))).toBe('1月4日（周日）');
  expect(durationInWords({ n: 5, unit: 'workday' })).toBe('5 个工作日');
  expect(durationInWords({ n: 0, unit: 'immediate' })).toBe('当场办好');
});

test('the day at the hall turns at 16:00 UTC', () => {
  expect(dayAtHall(Date.parse('2026-11-24T15:59:59Z'))).toBe('2026-11-24' as Day);
  expect(dayAtHall(Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25' as Day);
});
