import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Person, Signature } from './desk.ts';
import { HallChangeRow, HallVersionKey, hallChangeStates } from './hall-change.ts';
import { count } from './schema.ts';

/** Everything that was ever saved of an entry or of the hall's settings, to read, to compare and to bring back. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** As it was saved: it may be of a shape that nobody writes any more. */
const Text = v.record(v.string(), v.unknown());
const Faults = v.array(v.strictObject({ path: v.string(), say: v.string() }));

export const RevisionAct = v.strictObject({
  ...Signature.entries,
  /** The snapshot that it made, if it made one. */
  snapshot: v.nullable(Count),
});
export type RevisionAct = v.InferOutput<typeof RevisionAct>;

export const RevisionRow = v.strictObject({
  revision: Count,
  /** null: imported. */
  by: v.nullable(Person),
  at: Moment,
  /** Elements that differ from the revision before; null: there is none before it. */
  changed: v.nullable(v.array(v.string())),
  /** What happened to it, oldest first. */
  acts: v.array(RevisionAct),
});
export type RevisionRow = v.InferOutput<typeof RevisionRow>;

/** Newest first. */
export const EntryPast = v.strictObject({
  title: v.string(),
  revision: Count,
  publishedRevision: v.nullable(Count),
  rows: v.array(RevisionRow),
});
export type EntryPast = v.InferOutput<typeof EntryPast>;

export const Revision = v.strictObject({
  revision: Count,
  by: v.nullable(Person),
  at: Moment,
  text: Text,
  /** What of it does not fit today's rules. */
  faults: Faults,
});
export type Revision = v.InferOutput<typeof Revision>;

/** `basedOn`: the revision that the person saw as the latest. */
export const Restore = v.strictObject({ from: count(1, 1_000_000), basedOn: count(1, 1_000_000) });
export type Restore = v.InferOutput<typeof Restore>;

/** How long what was typed and given up can be brought back, and how many states of it. */
export const PAST_WRITING_DAYS = 7;
export const MOST_PAST_WRITINGS = 8;
/** How long the working copies of who has left, and of what has left the screens, are kept. */
export const LEFT_WRITING_DAYS = 30;

export const PastWritingRow = v.strictObject({
  n: Count,
  savedAt: Moment,
  basedOn: Count,
  changed: v.array(v.string()),
});
export type PastWritingRow = v.InferOutput<typeof PastWritingRow>;

export const PastWriting = v.strictObject({ ...PastWritingRow.entries, text: Text, base: Text });
export type PastWriting = v.InferOutput<typeof PastWriting>;

export const HallVersionRow = v.strictObject({
  key: HallVersionKey,
  by: v.nullable(Person),
  at: Moment,
  /** null: it came with a snapshot. */
  state: v.nullable(v.picklist(hallChangeStates)),
  decidedBy: HallChangeRow.entries.decidedBy,
  snapshot: v.nullable(Count),
  note: v.nullable(v.string()),
  origin: HallChangeRow.entries.origin,
  changed: v.nullable(v.array(v.string())),
});
export type HallVersionRow = v.InferOutput<typeof HallVersionRow>;

export const HallVersion = v.strictObject({ key: HallVersionKey, at: Moment, text: Text, faults: Faults });
export type HallVersion = v.InferOutput<typeof HallVersion>;
