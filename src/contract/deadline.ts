import * as v from 'valibot';
import { addDays, dayInWords, weekdayOf, yearOf } from './day.ts';
import { Day } from './day-schema.ts';
import type { Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';
import { count, line, list, oneOf } from './schema.ts';
import { chinese } from './words/say.ts';

/**
 * Working days (工作日): Monday to Friday, less the days off of the State Council's yearly notice, plus its make-up days
 * (《全国年节及纪念日放假办法》 Arts. 2, 6, 7). The day of receipt is day 0. A year without a notice is a named problem, never a guess.
 */

const CalendarShape = v.strictObject({
  year: count(2000, 2100),
  /** Days off named in the notice, weekends inside it included. Every year has some: an empty list is a notice not copied. */
  off: list(Day, 1, 60),
  /** Saturdays and Sundays on which one works. */
  makeup: list(Day, 0, 20),
  /** Number or title of the notice. */
  source: line(120),
});

const isWeekend = (on: Day): boolean => weekdayOf(on) === 0 || weekdayOf(on) === 6;

/** What is wrong with one day of the two lists; a wrong day would shift every limit that is counted over it. */
const dayFault = (
  { year, off, makeup }: v.InferOutput<typeof CalendarShape>,
  key: 'off' | 'makeup',
  at: number,
): string | null => {
  const days = key === 'off' ? off : makeup;
  const on = days[at];
  if (on === undefined) return null;
  if (yearOf(on) !== year) return `${on} 不是 ${year} 年的日子。`;
  if (days.indexOf(on) < at) return `${on} 写了两次。`;
  if (key === 'off') return null;
  if (!isWeekend(on))
    return `${on} 是${dayInWords(on).slice(-3, -1)}，本来就上班；调休上班的只能是周六或周日。`;
  return off.includes(on) ? `${on} 又放假又上班，只能是其中一样。` : null;
};

export const CalendarYear = v.pipe(
  CalendarShape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { value } = dataset;
    for (const key of ['off', 'makeup'] as const) {
      for (const at of value[key].keys()) {
        const message = dayFault(value, key, at);
        if (message === null) continue;
        const days = value[key];
        addIssue({
          message,
          path: [
            { type: 'object', origin: 'value', input: value, key, value: days },
            { type: 'array', origin: 'value', input: days, key: at, value: days[at] },
          ],
        });
      }
    }
  }),
);
export type CalendarYear = v.InferOutput<typeof CalendarYear>;

export interface WorkCalendar {
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<Day>;
  readonly makeup: ReadonlySet<Day>;
}

export const workCalendar = (years: readonly CalendarYear[]): WorkCalendar => ({
  years: new Set(years.map((each) => each.year)),
  off: new Set(years.flatMap((each) => each.off)),
  makeup: new Set(years.flatMap((each) => each.makeup)),
});

export type CalendarYearMissing = Extract<Problem, { code: 'calendar-year-missing' }>;

const missing = (year: number): CalendarYearMissing => ({ code: 'calendar-year-missing', year });

export const isWorkday = (calendar: WorkCalendar, on: Day): Result<boolean, CalendarYearMissing> => {
  if (!calendar.years.has(yearOf(on))) return fail(missing(yearOf(on)));
  if (calendar.makeup.has(on)) return ok(true);
  return ok(!isWeekend(on) && !calendar.off.has(on));
};

/** The n-th working day after `from`. */
export const addWorkdays = (
  calendar: WorkCalendar,
  from: Day,
  n: number,
): Result<Day, CalendarYearMissing> => {
  let on = from;
  for (let counted = 0; counted < n; ) {
    on = addDays(on, 1);
    const work = isWorkday(calendar, on);
    if (!work.ok) return work;
    if (work.value) counted += 1;
  }
  return ok(on);
};

/** Working days in the half-open span (after, until]; 0 when `until` is not later. */
export const workdaysBetween = (
  calendar: WorkCalendar,
  after: Day,
  until: Day,
): Result<number, CalendarYearMissing> => {
  let counted = 0;
  for (let on = addDays(after, 1); on <= until; on = addDays(on, 1)) {
    const work = isWorkday(calendar, on);
    if (!work.ok) return work;
    if (work.value) counted += 1;
  }
  return ok(counted);
};

/** A due day after a pause: time for asking third parties or other agencies is excluded (条例 Art. 33). */
export const afterPause = (
  calendar: WorkCalendar,
  due: Day,
  pausedOn: Day,
  resumedOn: Day,
): Result<Day, CalendarYearMissing> => {
  const excluded = workdaysBetween(calendar, pausedOn, resumedOn);
  return excluded.ok ? addWorkdays(calendar, due, excluded.value) : excluded;
};

export const durationUnits = ['workday', 'day', 'month', 'immediate'] as const;

/** How long something takes: `{n: 5, unit: workday}`; `immediate` (即办) bears n = 0. */
export const Duration = v.pipe(
  v.strictObject({ n: count(0, 400), unit: oneOf(durationUnits), note: v.exactOptional(line(80)) }),
  v.check(
    (it) => (it.unit === 'immediate') === (it.n === 0),
    '即办（immediate）写 n: 0，其他单位的 n 要大于 0。',
  ),
);
export type Duration = v.InferOutput<typeof Duration>;

const UNIT_WORDS = { workday: '{n} 个工作日', day: '{n} 天', month: '{n} 个月' } as const;
export const durationInWords = (it: Pick<Duration, 'n' | 'unit'>, say = chinese): string =>
  it.unit === 'immediate' ? say('当场办好') : say(UNIT_WORDS[it.unit], { n: it.n });

/** The last day of a duration that begins on day 0 = `from`. A month ends on the same day number, or the month's last. */
export const dueOn = (calendar: WorkCalendar, from: Day, it: Duration): Result<Day, CalendarYearMissing> => {
  if (it.unit === 'immediate') return ok(from);
  if (it.unit === 'day') return ok(addDays(from, it.n));
  if (it.unit === 'workday') return addWorkdays(calendar, from, it.n);
  const month = Number(from.slice(5, 7)) - 1 + it.n;
  const first =
    `${yearOf(from) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
  const sameNumber = addDays(first, Number(from.slice(8, 10)) - 1);
  return ok(
    sameNumber.slice(0, 7) === first.slice(0, 7)
      ? sameNumber
      : addDays(`${sameNumber.slice(0, 7)}-01` as Day, -1),
  );
};
