import * as v from 'valibot';
import { Day, Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { EntryId } from './id.ts';
import { count, line, prose, slug } from './schema.ts';
import { headingIds } from './standard-catalogue.ts';
import { LEGAL_WORKDAYS } from './timeliness.ts';

/** What the desk sends and receives about timeliness (条例 Art. 26). */

export const DueItemId = v.pipe(v.string(), v.regex(/^d-[0-9a-z]{6,40}$/), v.brand('DueItemId'));
export type DueItemId = v.InferOutput<typeof DueItemId>;

/** 要公开的事: something has been formed that must be disclosed, and nobody has written it yet. */
export const AnnounceDueItem = v.strictObject({
  title: line(120),
  /** A heading of the standard catalogue. */
  heading: v.nullable(v.picklist(headingIds)),
  department: slug,
  formedOn: Day,
  limitWorkdays: count(1, LEGAL_WORKDAYS),
});
export type AnnounceDueItem = v.InferOutput<typeof AnnounceDueItem>;

/** It is fulfilled by an item, or closed with a reason. */
export const SettleDueItem = v.variant('how', [
  v.strictObject({
    how: v.literal('item'),
    item: v.pipe(EntryId, v.startsWith('item/', '请选一条公开信息。')),
  }),
  v.strictObject({ how: v.literal('closed'), reason: prose(200) }),
]);
export type SettleDueItem = v.InferOutput<typeof SettleDueItem>;

export const DueItem = v.strictObject({
  id: DueItemId,
  ...AnnounceDueItem.entries,
  by: v.nullable(Person),
  at: Moment,
  settled: v.nullable(
    v.strictObject({
      by: v.nullable(Person),
      at: Moment,
      item: v.nullable(EntryId),
      reason: v.nullable(v.string()),
    }),
  ),
});
export type DueItem = v.InferOutput<typeof DueItem>;

/** `running`: in time; `soon`: five working days or fewer; `unknown`: a calendar is missing. */
export const shows = {
  late: '已超期',
  soon: '快到期',
  running: '在期限内',
  unknown: '算不出期限',
  published: '今年超期公开',
  expiring: '公示或有效期快满',
} as const;
export type Show = keyof typeof shows;
export const showIds = Object.keys(shows) as [Show, ...Show[]];

export const TimelinessRow = v.strictObject({
  show: v.picklist(showIds),
  /** Not yet written, or an item in whatever state. */
  of: v.variant('kind', [
    v.strictObject({ kind: v.literal('item'), id: EntryId, state: v.string() }),
    v.strictObject({ kind: v.literal('due-item'), id: DueItemId, by: v.nullable(Person) }),
  ]),
  title: v.string(),
  department: v.string(),
  formedOn: Day,
  publishedOn: v.nullable(Day),
  /** The last day in time; of what expires, its last day. */
  on: v.nullable(Day),
  /** Working days left or over; of what expires, days left (negative: past). */
  days: v.nullable(v.pipe(v.number(), v.integer())),
  /** The year whose calendar is missing. */
  missingYear: v.nullable(v.number()),
  why: v.nullable(v.picklist(['period', 'validity'])),
});
export type TimelinessRow = v.InferOutput<typeof TimelinessRow>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a department must disclose this year: what became public and what is still open. */
export const DisclosureProgress = v.strictObject({
  department: v.string(),
  total: Count,
  /** Written at all: 已录入. */
  entered: Count,
  published: Count,
  /** Past its limit and not public. */
  late: Count,
});
export type DisclosureProgress = v.InferOutput<typeof DisclosureProgress>;

export const Timeliness = v.strictObject({
  today: Day,
  rows: v.array(TimelinessRow),
  /** Only departments that have something to disclose. */
  progress: v.optional(v.array(DisclosureProgress), []),
  /** How many stand under each heading this year, and the day of the last there ever was. */
  headings: v.array(v.strictObject({ id: v.string(), thisYear: Count, lastOn: v.nullable(Day) })),
});
export type Timeliness = v.InferOutput<typeof Timeliness>;

const DigestEntry = v.strictObject({
  id: EntryId,
  title: v.string(),
  department: v.string(),
  on: Day,
  /** What the one who returned it wrote. */
  note: v.nullable(v.string()),
});

/** The week's page for the meeting. */
export const Digest = v.strictObject({
  from: Day,
  until: Day,
  today: Day,
  rows: v.array(TimelinessRow),
  published: v.array(DigestEntry),
  returned: v.array(DigestEntry),
  /** What went out urgently and still owes its review, whichever week it was. */
  urgent: v.optional(v.array(DigestEntry), []),
});
export type Digest = v.InferOutput<typeof Digest>;
