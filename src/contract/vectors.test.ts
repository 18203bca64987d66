import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Day } from './day.ts';
import { day } from './day-schema.ts';
import {
  addWorkdays,
  afterPause,
  type CalendarYear,
  isWorkday,
  workCalendar,
  workdaysBetween,
} from './deadline.ts';
import { idNumberFault, isCreditCode } from './identity.ts';
import { isPhone, normalizePhone } from './phone.ts';

/** The shared test vectors of the domain: official calendars 2024–2026, identifiers, telephone numbers. */

interface Vectors {
  calendar: Record<string, { off: Day[]; makeup: Day[]; source: string }>;
  workdaysPerYear: Record<string, number>;
  isWorkday: { d: Day; w: boolean }[];
  addWorkdays: { from: Day; n: number; to?: Day; throws?: string }[];
  scenarios: Record<string, string | number>[];
  idCard: { valid: string[]; invalid: { v: string; why: string }[] };
  uscc: { valid: string[]; invalid: { v: string; why: string }[] };
  phone: { valid: string[]; normalize: Record<string, string>; invalid: string[] };
}
const vectors = JSON.parse(readFileSync('tests/fixtures/domain-vectors.json', 'utf8')) as Vectors;

const years: CalendarYear[] = Object.entries(vectors.calendar).map(([year, each]) => ({
  year: Number(year),
  ...each,
}));
const calendar = workCalendar(years);
const value = <T>(result: { ok: true; value: T } | { ok: false; problem: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
};

test.each(vectors.isWorkday)('$d is a working day: $w', ({ d, w }) => {
  expect(isWorkday(calendar, d)).toEqual({ ok: true, value: w });
});

test.each(vectors.addWorkdays)('$from + $n working days', ({ from, n, to, throws }) => {
  const due = addWorkdays(calendar, from, n);
  if (throws === undefined) expect(due).toEqual({ ok: true, value: to });
  else
    expect(due).toEqual({
      ok: false,
      problem: { code: 'calendar-year-missing', year: Number(throws.split(':')[1]) },
    });
});

test.each(Object.entries(vectors.workdaysPerYear))('%s has %i working days', (year, days) => {
  const lastOfBefore = day(`${Number(year) - 1}-12-31`);
  const whole = workCalendar([
    ...years,
    { year: Number(year) - 1, off: [], makeup: [], source: 'not asked' },
  ]);
  expect(workdaysBetween(whole, lastOfBefore, day(`${year}-12-31`))).toEqual({ ok: true, value: days });
});

const scenario = (name: string): Record<string, string | number> =>
  vectors.scenarios.find((each) => each.name === name) ?? {};
const days =
  (name: string) =>
  (key: string): Day =>
    scenario(name)[key] as Day;

test('a supplement restarts the clock (条例 Art. 30)', () => {
  const on = days('补正');
  expect(value(addWorkdays(calendar, on('received'), 7))).toBe(on('supplementNoticeDue'));
  expect(value(addWorkdays(calendar, on('correctedReceived'), 20))).toBe(on('due'));
  expect(value(addWorkdays(calendar, on('due'), 20))).toBe(on('extendedDue'));
});

test('asking a third party is excluded from the clock (Art. 33)', () => {
  const on = days('征求第三方');
  expect(value(addWorkdays(calendar, on('received'), 20))).toBe(on('baseDue'));
  expect(value(addWorkdays(calendar, on('consultSent'), 15))).toBe(on('thirdPartyDue'));
  expect(value(workdaysBetween(calendar, on('consultSent'), on('thirdPartyReplied')))).toBe(
    scenario('征求第三方').excludedWorkdays,
  );
  expect(value(afterPause(calendar, on('baseDue'), on('consultSent'), on('thirdPartyReplied')))).toBe(
    on('newDue'),
  );
});

test('extension, promise, proactive disclosure and payment', () => {
  expect(value(addWorkdays(calendar, days('延期')('due'), 20))).toBe(days('延期')('extendedDue'));
  const both = days('承诺7日 vs 法定20日');
  expect(value(addWorkdays(calendar, both('received'), 7))).toBe(both('promisedDue'));
  expect(value(addWorkdays(calendar, both('received'), 20))).toBe(both('statutoryDue'));
  expect(value(addWorkdays(calendar, days('主动公开20日')('formed'), 20))).toBe(days('主动公开20日')('due'));
  expect(value(addWorkdays(calendar, days('收费缴纳20日')('feeNoticeReceived'), 20))).toBe(
    days('收费缴纳20日')('payDue'),
  );
});

const TODAY = day('2026-11-24');
test.each(vectors.idCard.valid)('resident number %s is good', (text) => {
  expect(idNumberFault(text, TODAY)).toBeNull();
});
test.each(vectors.idCard.invalid)('resident number $v is refused: $why', ({ v, why }) => {
  expect(why.startsWith(idNumberFault(v, TODAY) ?? 'accepted')).toBe(true);
});
test.each(vectors.uscc.valid)('credit code %s is good', (text) => {
  expect(isCreditCode(text)).toBe(true);
});
test.each(vectors.uscc.invalid)('credit code $v is refused: $why', ({ v }) => {
  expect(isCreditCode(v)).toBe(false);
});
test.each(vectors.phone.valid)('telephone %s is good', (text) => {
  expect(isPhone(text)).toBe(true);
});
test.each(vectors.phone.invalid)('telephone %s is refused', (text) => {
  expect(isPhone(text)).toBe(false);
});
test.each(Object.entries(vectors.phone.normalize))('telephone %s becomes %s', (text, plain) => {
  expect(normalizePhone(text)).toBe(plain);
});
