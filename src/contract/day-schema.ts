import * as v from 'valibot';

/** A day and a moment as they are written down. Apart from what is counted with them (day.ts), which the home screen needs without a schema. */

const isRealDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

export const Day = v.pipe(
  v.string('日期要写成 2026-11-24 的样子。'),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期要写成 2026-11-24 的样子。'),
  v.check(isRealDay, '日历上没有这一天。'),
  v.brand('Day'),
);
export type Day = v.InferOutput<typeof Day>;

/** A moment as RFC 3339 in UTC, to the millisecond. */
export const Moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/),
  v.brand('Moment'),
);
export type Moment = v.InferOutput<typeof Moment>;

export const day = (text: string): Day => v.parse(Day, text);
