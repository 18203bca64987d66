import { addDays, type Day, dayAtHall, type Moment } from '../../contract/day.ts';
import { addWorkdays, dueOn, type WorkCalendar, workdaysBetween } from '../../contract/deadline.ts';
import type { Clock, Form } from '../../contract/form.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Result } from '../../contract/result.ts';
import { isOpenState, type SubmissionState } from '../../contract/submission.ts';

/**
 * By which day a submission must be answered. A day that would need a calendar that is not published is null, never a guess.
 * Nobody's clock decides alone: a screen's time counts only where it is plausible beside the server's.
 */

const SKEW_MS = 10 * 60_000;
const LONGEST_OFFLINE_DAYS = 60;
/** 条例 Art. 33: extended once, by at most 20 working days. */
const EXTENSION_WORKDAYS = 20;

/** What the clocks run on. */
export interface ClockFacts {
  readonly form: Form | null;
  /** Which of the form's clocks counts. */
  readonly clock: number | null;
  readonly state: SubmissionState;
  /** Day 0: the day of filing, or on which the supplement that was asked for arrived (条例 Art. 30). */
  readonly countedFrom: Day;
  readonly isExtended: boolean;
}

export interface Deadlines {
  readonly promisedOn: Day | null;
  readonly statutoryOn: Day | null;
}

const NONE: Deadlines = { promisedOn: null, statutoryOn: null };

const known = (result: Result<Day, Problem>): Day | null => (result.ok ? result.value : null);

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

const clockOf = (facts: ClockFacts): Clock | undefined =>
  facts.clock === null ? undefined : facts.form?.clocks[facts.clock];

const statutoryOn = (calendar: WorkCalendar, from: Day, clock: Clock, facts: ClockFacts): Day | null => {
  if (!clock.statutory) return null;
  const due = known(dueOn(calendar, from, clock.statutory.limit));
  if (due === null || !facts.isExtended || facts.form?.purpose !== 'disclosure-request') return due;
  return known(addWorkdays(calendar, due, EXTENSION_WORKDAYS));
};

/** Both days; none while a supplement is awaited, because then no clock runs. */
export const deadlinesOf = (calendar: WorkCalendar, facts: ClockFacts): Deadlines => {
  const clock = clockOf(facts);
  if (!clock || facts.state === 'supplementAsked') return NONE;
  const from = facts.countedFrom;
  const promised = clock.promised && !facts.isExtended ? known(dueOn(calendar, from, clock.promised)) : null;
  return { promisedOn: promised, statutoryOn: statutoryOn(calendar, from, clock, facts) };
};

/** Working days left to the promise, or to the law's day where nothing is promised; negative when late. */
export const workdaysLeft = (
  calendar: WorkCalendar,
  deadlines: Deadlines,
  at: { readonly state: SubmissionState; readonly today: Day },
): number | null => {
  const due = deadlines.promisedOn ?? deadlines.statutoryOn;
  if (due === null || !isOpenState(at.state)) return null;
  const isLate = due < at.today;
  const days = isLate ? workdaysBetween(calendar, due, at.today) : workdaysBetween(calendar, at.today, due);
  if (!days.ok) return null;
  // Late over a weekend is late by one, not by none.
  return isLate ? -Math.max(1, days.value) : days.value;
};
