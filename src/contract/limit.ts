import * as v from 'valibot';
import { Day } from './day-schema.ts';
import {
  addWorkdays,
  type CalendarYearMissing,
  Duration,
  dueOn,
  durationInWords,
  type WorkCalendar,
  workdaysBetween,
} from './deadline.ts';
import type { Clock, FormPurpose } from './form.ts';
import { sayProblem } from './problem.ts';
import { ok, type Result } from './result.ts';
import { chinese } from './words/say.ts';

/**
 * Where the limits of a submission stand: the hall's promise and the law's, each a day, or the named reason why no day can be told.
 * Screen, server and desk count by this file, so that receipt, inbox and progress can never name different days.
 */

export const Due = v.variant('is', [
  v.strictObject({
    is: v.literal('day'),
    on: Day,
    /** Working days left, negative when late; null when they cannot be counted because a year between has no calendar. */
    left: v.nullable(v.pipe(v.number(), v.integer())),
  }),
  /** No clock runs while a supplement is awaited (条例 Art. 30). */
  v.strictObject({ is: v.literal('paused') }),
  v.strictObject({ is: v.literal('calendar-missing'), year: v.pipe(v.number(), v.integer()) }),
]);
export type Due = v.InferOutput<typeof Due>;

const limit = { lasts: Duration, due: Due };

/** Null: there is no such limit. */
export const Limits = v.strictObject({
  /** `does`: what is done by that day, when it is not the reply. */
  promised: v.nullable(v.strictObject({ ...limit, does: v.nullable(v.string()) })),
  statutory: v.nullable(v.strictObject({ ...limit, basis: v.string() })),
  /** Until when the visitor may be asked for a supplement; null also when that was done, because it is done once. */
  supplement: v.nullable(v.strictObject(limit)),
});
export type Limits = v.InferOutput<typeof Limits>;
export type Limit = NonNullable<Limits[keyof Limits]>;

/** 条例 Art. 30, also where a form says nothing of it. */
const SUPPLEMENT_BY_LAW: Duration = { n: 7, unit: 'workday' };
/** 条例 Art. 33: extended once, by at most 20 working days. */
const EXTENSION_WORKDAYS = 20;

export interface LimitFacts {
  /** The form's clock that counts for these answers. */
  readonly clock: Clock | undefined;
  /** Day 0. */
  readonly countedFrom: Day;
  readonly purpose: FormPurpose | null;
  readonly isPaused: boolean;
  readonly isExtended: boolean;
  readonly isSupplementAsked: boolean;
  readonly today: Day;
}

export const limitsOf = (calendar: WorkCalendar, facts: LimitFacts): Limits => {
  const { clock, isExtended } = facts;
  const last = (lasts: Duration) => dueOn(calendar, facts.countedFrom, lasts);
  const limitOf = (lasts: Duration, on: Result<Day, CalendarYearMissing>) => ({
    lasts,
    due: facts.isPaused ? ({ is: 'paused' } as const) : dueFrom(calendar, on, facts.today),
  });
  const promised = isExtended ? undefined : clock?.promised;
  const statutory = clock?.statutory;
  const supplement = facts.isSupplementAsked ? undefined : supplementOf(facts);
  return {
    promised: promised ? { ...limitOf(promised, last(promised)), does: clock?.promises ?? null } : null,
    statutory: statutory
      ? {
          ...(isExtended
            ? limitOf(extended(statutory.limit), longer(calendar, last(statutory.limit)))
            : limitOf(statutory.limit, last(statutory.limit))),
          basis: statutory.basis,
        }
      : null,
    supplement: supplement ? limitOf(supplement, last(supplement)) : null,
  };
};

const supplementOf = ({ clock, purpose }: LimitFacts): Duration | undefined =>
  clock?.supplement ?? (purpose === 'disclosure-request' ? SUPPLEMENT_BY_LAW : undefined);

const longer = (calendar: WorkCalendar, on: Result<Day, CalendarYearMissing>) =>
  on.ok ? addWorkdays(calendar, on.value, EXTENSION_WORKDAYS) : on;

const extended = (lasts: Duration): Duration => ({
  ...lasts,
  note: `已延长 ${EXTENSION_WORKDAYS} 个工作日`,
});

export const dueFrom = (calendar: WorkCalendar, on: Result<Day, CalendarYearMissing>, today: Day): Due => {
  if (!on.ok) return { is: 'calendar-missing', year: on.problem.year };
  const left = workdaysLeft(calendar, on.value, today);
  return { is: 'day', on: on.value, left: left.ok ? left.value : null };
};

const workdaysLeft = (calendar: WorkCalendar, due: Day, today: Day): Result<number, CalendarYearMissing> => {
  if (due >= today) return workdaysBetween(calendar, today, due);
  const late = workdaysBetween(calendar, due, today);
  // Late over a weekend is late by one, not by none.
  return late.ok ? ok(-Math.max(1, late.value)) : late;
};

/** Needs no calendar: a day that is past is past. */
export const isLate = (it: Limit | null, today: Day): boolean => it?.due.is === 'day' && it.due.on < today;

/** The one that runs out first: the promise, or the law's where nothing is promised. */
export const firstLimit = ({ promised, statutory }: Pick<Limits, 'promised' | 'statutory'>): Limit | null =>
  promised ?? statutory;

/** `7 个工作日`; with its note `7 个工作日，本乡承诺（示例）`. */
export const lastsInWords = ({ lasts }: Limit, say = chinese): string =>
  [durationInWords(lasts, say), lasts.note].filter(Boolean).join(say('，'));

/** Why there is no day; null when there is one. */
export const whyNoDay = (due: Due, say = chinese): string | null => {
  if (due.is === 'day') return null;
  return due.is === 'paused'
    ? say('等补充材料，暂停计时；补来以后从头算。')
    : sayProblem({ code: 'calendar-year-missing', year: due.year }, say);
};
