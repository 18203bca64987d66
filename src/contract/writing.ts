import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { EntryId } from './id.ts';

/**
 * A writing (工作稿): what one person has typed into one entry and not made a revision of yet. It need not fit any schema, so that
 * it can be kept at any moment; it is nobody else's business until it becomes a revision.
 */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Deeper than any entry is; a tree without end would end the program that walks it. */
const MOST_LEVELS = 24;
const isShallow = (value: unknown, levels = MOST_LEVELS): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((each) => isShallow(each, levels - 1)));

const Text = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((text) => isShallow(text), '内容的层次太深了。'),
);

export const KeepWriting = v.strictObject({
  text: Text,
  /** The revision that the writing began from; 0 for an entry that does not exist yet. */
  basedOn: Count,
  /** The number of the copy that this one goes on from; 0 for none. Another page's later copy is not overwritten unseen. */
  after: Count,
  /** The page that types, so that it may always go on from its own. */
  hand: v.pipe(v.string(), v.regex(/^[a-z0-9]{8,40}$/)),
});
export type KeepWriting = v.InferOutput<typeof KeepWriting>;

export const WritingKept = v.strictObject({
  n: Count,
  savedAt: Moment,
  /** The entry as it stands: higher than `basedOn` when somebody saved meanwhile. */
  revision: Count,
  by: v.nullable(v.string()),
});
export type WritingKept = v.InferOutput<typeof WritingKept>;

export const WritingRow = v.strictObject({
  id: EntryId,
  title: v.string(),
  basedOn: Count,
  savedAt: Moment,
});
export type WritingRow = v.InferOutput<typeof WritingRow>;

export const WritingDetail = v.strictObject({
  mine: v.nullable(
    v.strictObject({
      n: Count,
      basedOn: Count,
      savedAt: Moment,
      text: v.record(v.string(), v.unknown()),
      /** The entry at revision `basedOn`. */
      base: v.record(v.string(), v.unknown()),
    }),
  ),
  /** Colleagues who are writing on the same entry. */
  others: v.array(v.strictObject({ by: Person, savedAt: Moment })),
  /** How many states of what this person typed and gave up can be brought back. */
  past: v.optional(Count, 0),
});
export type WritingDetail = v.InferOutput<typeof WritingDetail>;
