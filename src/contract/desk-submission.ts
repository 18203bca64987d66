import * as v from 'valibot';
import { Day, Moment } from './day-schema.ts';
import { Person } from './desk.ts';
import { Form } from './form.ts';
import { outcomeIds } from './outcome.ts';
import { prose } from './schema.ts';
import { submissionMoveIds, submissionStates } from './submission.ts';

/** What the desk sends and receives of one submission, besides its row. */

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The answer to an opening, which is audited before the key is used. */
export const OpenedSubmission = v.strictObject({
  form: Form,
  answers: v.record(v.string(), v.union([v.string(), v.array(v.string()), v.boolean()])),
  noticeVersion: v.string(),
  replies: v.array(v.strictObject({ at: Moment, by: v.nullable(Person), text: v.string() })),
  /** Replies that were proposed and are no replies (yet), by the number of their proposal. */
  proposed: v.optional(v.array(v.strictObject({ n: Count, text: v.string() })), []),
});
export type OpenedSubmission = v.InferOutput<typeof OpenedSubmission>;

export const MoveSubmission = v.strictObject({
  move: v.picklist(submissionMoveIds),
  /** The state that the officer saw. */
  from: v.picklist(submissionStates),
  supplementBy: v.exactOptional(Day),
  publicNote: v.exactOptional(prose(200)),
  reply: v.exactOptional(prose(4_000)),
  outcome: v.exactOptional(v.picklist(outcomeIds)),
});
export type MoveSubmission = v.InferOutput<typeof MoveSubmission>;
