import { addDays, type Day } from './day.ts';
import { addWorkdays, type WorkCalendar, workdaysBetween } from './deadline.ts';

/**
 * 条例 Art. 26: what is to be disclosed of one's own accord is public within 20 working days from its formation or change. The day of
 * formation is day 0. Where the State Council's calendar of a year is not there, the day is said to be unknown, never guessed.
 */
export const LEGAL_WORKDAYS = 20;
/** `soon`: so many working days or fewer are left. */
export const SOON_WORKDAYS = 5;
/** A 公示 period or a validity that ends within so many days is told beforehand. */
export const EXPIRY_DAYS = 30;

export interface Clock {
  readonly formedOn: Day;
  readonly limitWorkdays: number;
  /** The day on which it became public; null: not yet. */
  readonly publishedOn: Day | null;
}

/** `workdays`: what is left, or by how much it is late; null where a calendar is missing. */
export type Timing =
  | { readonly is: 'running' | 'soon' | 'late'; readonly dueOn: Day; readonly workdays: number | null }
  | { readonly is: 'published-in-time'; readonly dueOn: Day | null; readonly workdays: null }
  | { readonly is: 'published-late'; readonly dueOn: Day; readonly workdays: number | null }
  | { readonly is: 'unknown'; readonly year: number };

/** Where an item stands against its limit on a day of the hall. */
export const timingOf = (calendar: WorkCalendar, clock: Clock, today: Day): Timing => {
  const { formedOn, limitWorkdays, publishedOn } = clock;
  const due = addWorkdays(calendar, formedOn, limitWorkdays);
  if (!due.ok) {
    // Working days are never more than days: what was public so soon was in time whatever the calendar says.
    const isSure = publishedOn !== null && publishedOn <= addDays(formedOn, limitWorkdays);
    return isSure
      ? { is: 'published-in-time', dueOn: null, workdays: null }
      : { is: 'unknown', year: due.problem.year };
  }
  const dueOn = due.value;
  if (publishedOn !== null && publishedOn <= dueOn) return { is: 'published-in-time', dueOn, workdays: null };
  const between = (after: Day, until: Day): number | null => {
    const counted = workdaysBetween(calendar, after, until);
    return counted.ok ? counted.value : null;
  };
  if (publishedOn !== null) return { is: 'published-late', dueOn, workdays: between(dueOn, publishedOn) };
  if (dueOn < today) return { is: 'late', dueOn, workdays: between(dueOn, today) };
  const left = between(today, dueOn);
  return { is: left !== null && left <= SOON_WORKDAYS ? 'soon' : 'running', dueOn, workdays: left };
};

/** Why something published will have to go or be changed, and when. */
export interface Expiry {
  readonly why: 'period' | 'validity';
  /** The last day. */
  readonly on: Day;
  /** Days until then; negative: past. */
  readonly days: number;
}

export interface Expiring {
  readonly period?: { readonly until: Day } | undefined;
  readonly abolishedOn?: Day | undefined;
  readonly validity: string;
}

const MS_PER_DAY = 86_400_000;
const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/** The first end that comes within the warning time. What is marked as no longer valid has been seen to. */
export const expiryOf = (item: Expiring, today: Day): Expiry | null => {
  const isValid = item.validity === '有效' || item.validity === '已修改';
  const ends = [
    ...(item.period === undefined ? [] : [{ why: 'period' as const, on: item.period.until }]),
    ...(item.abolishedOn === undefined || !isValid
      ? []
      : [{ why: 'validity' as const, on: item.abolishedOn }]),
  ];
  const [first] = ends.sort((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined) return null;
  const days = daysBetween(today, first.on);
  return days <= EXPIRY_DAYS ? { ...first, days } : null;
};
