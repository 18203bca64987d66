import * as v from 'valibot';
import { MAX_ATTACHMENTS, type Picture, PreparedAttachment } from './attachment.ts';
import { ChartLayout } from './chart.ts';
import { Moment } from './day-schema.ts';
import { CalendarYear } from './deadline.ts';
import { Entry } from './entry.ts';
import { Hall } from './hall.ts';
import { calendarObjectId, entryObjectId, hallObjectId, type ObjectId } from './id.ts';
import { MAX_INDEX_NO } from './index-no.ts';
import { line, slug } from './schema.ts';
import { picturesIn } from './text.ts';

/** What a snapshot's objects hold. Whatever is costly for a screen (pinyin, chart layout) was prepared at publication. */

export const SearchKeys = v.strictObject({
  /** Syllables without tones of the title and of each alias, joined by spaces: `yang lao jin`. */
  pinyin: v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(30)),
  /** First letters of the same: `ylj`. */
  initials: v.pipe(v.array(v.pipe(v.string(), v.maxLength(120))), v.maxLength(30)),
});
export type SearchKeys = v.InferOutput<typeof SearchKeys>;

export const PublishedEntry = v.strictObject({
  v: v.literal(1),
  type: v.literal('entry'),
  entry: Entry,
  /** Which draft it was; grows with every edit. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  publishedAt: Moment,
  firstPublishedAt: Moment,
  /** 索引号; only items bear one. */
  indexNo: v.exactOptional(line(MAX_INDEX_NO)),
  search: SearchKeys,
  layout: v.exactOptional(ChartLayout),
  /** One for each of the entry's attachments, in its order. */
  attachments: v.exactOptional(
    v.pipe(v.array(PreparedAttachment), v.minLength(1), v.maxLength(MAX_ATTACHMENTS)),
  ),
});
export type PublishedEntry = v.InferOutput<typeof PublishedEntry>;

/** Pictures that a screen needs to show it without network: those among its words first, then the pages of its attachments. */
export const picturesOf = ({ entry, attachments = [] }: PublishedEntry): readonly Picture[] => [
  ...('body' in entry ? picturesIn(entry.body) : []),
  ...attachments.flatMap(({ pages }) => pages),
];

export const PublishedHall = v.strictObject({
  v: v.literal(1),
  type: v.literal('hall'),
  hall: Hall,
  /** Of each department, by its id: syllables of its name, its duties and its people, for who types letters. */
  sounds: v.exactOptional(
    v.record(slug, v.pipe(v.array(v.pipe(v.string(), v.maxLength(400))), v.maxLength(200))),
  ),
});
export type PublishedHall = v.InferOutput<typeof PublishedHall>;

export const PublishedCalendar = v.strictObject({
  v: v.literal(1),
  type: v.literal('calendar'),
  calendar: CalendarYear,
});
export type PublishedCalendar = v.InferOutput<typeof PublishedCalendar>;

export const PublishedObject = v.variant('type', [PublishedEntry, PublishedHall, PublishedCalendar]);
export type PublishedObject = v.InferOutput<typeof PublishedObject>;

export const objectIdOf = (object: PublishedObject): ObjectId => {
  switch (object.type) {
    case 'entry':
      return entryObjectId(object.entry.id);
    case 'hall':
      return hallObjectId;
    case 'calendar':
      return calendarObjectId(object.calendar.year);
  }
};
