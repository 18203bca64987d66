import * as v from 'valibot';
import { kindOf } from './entry-name.ts';
import { EntryId } from './id.ts';
import { count, list, oneOf } from './schema.ts';

/** 待机画面: what an untouched screen shows in turn, until somebody touches it. */

export const attractParts = { notices: '今天的通知', hall: '大厅名称、今天的时间和电话' } as const;
type AttractPart = keyof typeof attractParts;

export const attractKinds = ['guide', 'item', 'page'] as const;
type AttractKind = (typeof attractKinds)[number];

/** What has a title and a sentence of its own to show. */
export const canAttract = (id: EntryId): boolean => attractKinds.includes(kindOf(id) as AttractKind);

const ClockTime = v.pipe(
  v.string(),
  v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间写成 “20:00” 的样子，24 小时制。'),
);

export const Attract = v.strictObject({
  isOn: v.boolean(),
  /** How long the home screen stands untouched before it begins. */
  afterSeconds: count(30, 900),
  secondsEach: count(5, 60),
  shows: list(oneOf(Object.keys(attractParts) as AttractPart[]), 0, 2),
  /** Shown as a title and a sentence. One that is withdrawn later is passed over. */
  entries: list(v.pipe(EntryId, v.check(canAttract, '只能放办事指南、公开条目和页面。')), 0, 12),
  /** When the pictures are dark, for the glass and for who sleeps near it. It may cross midnight. */
  night: v.exactOptional(v.strictObject({ from: ClockTime, until: ClockTime })),
});
export type Attract = v.InferOutput<typeof Attract>;

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** `minute`: since midnight at the hall. */
export const isNight = ({ night }: Pick<Attract, 'night'>, minute: number): boolean => {
  if (night === undefined) return false;
  const [from, until] = [minuteOf(night.from), minuteOf(night.until)];
  return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
};
