import type { Day, Moment } from './day-schema.ts';
import { chinese } from './words/say.ts';

/** Calendar days as `YYYY-MM-DD`, counted in UTC so that no time zone can shift them. The hall's own zone is Asia/Shanghai. */

export type { Day, Moment };

const MS_PER_DAY = 86_400_000;

export const yearOf = (on: Day): number => Number(on.slice(0, 4));

export const addDays = (on: Day, days: number): Day =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10) as Day;

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (on: Day): number => new Date(Date.parse(`${on}T00:00:00Z`)).getUTCDay();

/** The day at the hall at a moment given in milliseconds since 1970 (UTC+8, no daylight saving since 1991). */
export const dayAtHall = (timeMs: number): Day =>
  new Date(timeMs + 8 * 3_600_000).toISOString().slice(0, 10) as Day;

export const momentOf = (timeMs: number): Moment => new Date(timeMs).toISOString() as Moment;

const partsOf = (on: Day) => ({
  year: yearOf(on),
  month: Number(on.slice(5, 7)),
  day: Number(on.slice(8, 10)),
  /** From 1, Sunday. */
  weekday: weekdayOf(on) + 1,
});

/** `2026年11月24日（周二）` */
export const dayInWords = (on: Day, say = chinese): string =>
  say('{year}年{month}月{day}日（{weekday:周日|周一|周二|周三|周四|周五|周六}）', partsOf(on));

/** `2026年11月24日（周二）09:30`: a moment as the hall's clock shows it. */
export const minuteInWords = (moment: Moment): string => {
  const timeMs = Date.parse(moment);
  return `${dayInWords(dayAtHall(timeMs))}${new Date(timeMs + 8 * 3_600_000).toISOString().slice(11, 16)}`;
};

/** `11月24日（周二）` */
export const dayInShort = (on: Day, say = chinese): string =>
  say('{month}月{day}日（{weekday:周日|周一|周二|周三|周四|周五|周六}）', partsOf(on));

/** `2015年1月20日` */
export const plainDay = (on: Day, say = chinese): string => say('{year}年{month}月{day}日', partsOf(on));

/** `1月20日` */
export const monthDayInWords = (on: string, say = chinese): string =>
  say('{month}月{day}日', { month: Number(on.slice(-5, -3)), day: Number(on.slice(-2)) });
