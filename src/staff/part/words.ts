import { type Day, dayAtHall, dayInShort, dayInWords, yearOf } from '../../contract/day.ts';

/** Moments as people say them at the hall (UTC+8). */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const clockOf = (timeMs: number): string => new Date(timeMs + 8 * 3_600_000).toISOString().slice(11, 16);

/** `今天 09:12`, `昨天 16:20`, `11月20日 09:12`, in other years with the year. */
export const momentInWords = (moment: string, nowMs: number): string => {
  const timeMs = Date.parse(moment);
  const on = dayAtHall(timeMs);
  const time = clockOf(timeMs);
  if (on === dayAtHall(nowMs)) return `今天 ${time}`;
  if (on === dayAtHall(nowMs - DAY_MS)) return `昨天 ${time}`;
  const date = dayInWords(on).replace(/（.*$/, '');
  return `${yearOf(on) === yearOf(dayAtHall(nowMs)) ? date.slice(5) : date} ${time}`;
};

/** How long ago: `刚刚`, `5 分钟前`, `3 小时前`, then the moment itself. */
export const sinceInWords = (moment: string, nowMs: number): string => {
  const minutes = Math.floor((nowMs - Date.parse(moment)) / MINUTE_MS);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  return minutes < 6 * 60 ? `${Math.floor(minutes / 60)} 小时前` : momentInWords(moment, nowMs);
};

/** `11月24日（周二）`, in other years `2025年11月24日（周一）`. */
export const dueInWords = (on: Day, nowMs: number): string =>
  yearOf(on) === yearOf(dayAtHall(nowMs)) ? dayInShort(on) : dayInWords(on);

/** `11月24日`: where there is no room for the weekday. */
export const dateInWords = (on: Day, nowMs: number): string => dueInWords(on, nowMs).replace(/（.*$/, '');
