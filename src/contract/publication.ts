import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { EntryId } from './id.ts';
import { prose } from './schema.ts';

/** What goes out as a snapshot, what went out, and the way back. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Publication = v.strictObject({
  number: Count,
  /** What would change on the screens. */
  changes: v.array(
    v.strictObject({
      id: EntryId,
      title: v.string(),
      change: v.picklist(['new', 'changed', 'withdrawn']),
      revision: Count,
      approvedBy: v.nullable(Person),
    }),
  ),
});
export type Publication = v.InferOutput<typeof Publication>;

export const SnapshotRow = v.strictObject({
  number: Count,
  signedAt: Moment,
  by: v.nullable(Person),
  reason: v.string(),
  changed: Count,
  count: Count,
});
export type SnapshotRow = v.InferOutput<typeof SnapshotRow>;

export const Rollback = v.strictObject({
  to: v.pipe(Count, v.minValue(1)),
  reason: prose(200),
  /** What was withdrawn since and is to be shown again all the same; the rest of it stays as it is. */
  showAgain: v.exactOptional(v.pipe(v.array(EntryId), v.maxLength(1_000))),
});
export type Rollback = v.InferOutput<typeof Rollback>;

/** What a roll-back would have to decide: texts of that snapshot that were withdrawn, with a reason. */
export const RollbackPlan = v.strictObject({
  to: Count,
  withdrawn: v.array(
    v.strictObject({
      id: EntryId,
      title: v.string(),
      by: v.nullable(Person),
      at: Moment,
      reason: v.nullable(v.string()),
    }),
  ),
});
export type RollbackPlan = v.InferOutput<typeof RollbackPlan>;
