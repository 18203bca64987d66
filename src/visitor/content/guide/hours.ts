import { addDays, type Day, dayInShort } from '../../../contract/day.ts';
import { type CalendarYear, isWorkday, workCalendar } from '../../../contract/deadline.ts';
import { type Hall, hoursOn } from '../../../contract/hall.ts';

/** What a visitor wants to know of office hours: is it open now, and if not, when next. */

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** `8:30–11:30，13:30–17:00` → its spans; what is written otherwise gives none. */
const spansOf = (times: string): readonly (readonly [from: string, until: string])[] =>
  [...times.matchAll(/(\d{1,2}:\d{2})\s*[–—~至-]\s*(\d{1,2}:\d{2})/g)].map(
    ([, from = '', until = '']) => [from, until] as const,
  );

const LOOK_AHEAD_DAYS = 20;

export interface HallNow {
  readonly hall: Hall;
  readonly calendars: readonly CalendarYear[];
  readonly today: Day;
  /** Minutes since midnight at the hall. */
  readonly minute: number;
}

/** `今天 8:30–11:30，13:00–16:30，现在办公`. Without a calendar of the year, the rule alone, and no claim about today. */
export const hoursInWords = ({ hall, calendars, today, minute }: HallNow): string => {
  const hours = hoursOn(hall, today);
  if (hours === undefined) return '';
  const calendar = workCalendar(calendars);
  const work = isWorkday(calendar, today);
  const rule = `${hours.days} ${hours.times}`;
  if (!work.ok || !/周一[至到]周五|工作日/.test(hours.days)) return rule;
  if (!work.value) {
    const next = nextWorkday(calendar, today);
    return next === null ? `今天不办公。${rule}` : `今天不办公，${dayInShort(next)}办公。${rule}`;
  }
  return `今天 ${hours.times}${stateIn(spansOf(hours.times), minute)}`;
};

const stateIn = (spans: ReturnType<typeof spansOf>, minute: number): string => {
  if (spans.some(([from, until]) => minutesOf(from) <= minute && minute < minutesOf(until)))
    return '，现在办公';
  const next = spans.find(([from]) => minute < minutesOf(from));
  if (next !== undefined) return `，${next[0]} 开始办公`;
  return spans.length > 0 ? '，现在已下班' : '';
};

const nextWorkday = (calendar: ReturnType<typeof workCalendar>, after: Day): Day | null => {
  let on = after;
  for (let days = 0; days < LOOK_AHEAD_DAYS; days += 1) {
    on = addDays(on, 1);
    const work = isWorkday(calendar, on);
    if (!work.ok) return null;
    if (work.value) return on;
  }
  return null;
};

export const minuteAtHall = (timeMs: number): number => Math.floor((timeMs / 60_000 + 8 * 60) % (24 * 60));
