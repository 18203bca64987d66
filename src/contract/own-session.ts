import * as v from 'valibot';
import { Moment } from './day-schema.ts';
import { Digest } from './id.ts';

/** Where a person is logged in. Neither an address nor a browser's name is kept: when it began and was last used tells one from another. */

export const OwnSession = v.strictObject({
  /** The digest of the session's token, from which nobody comes back to the token. */
  id: Digest,
  startedAt: Moment,
  seenAt: Moment,
  isThis: v.boolean(),
});
export type OwnSession = v.InferOutput<typeof OwnSession>;

/** One of one's own, or with null all but the one that one sits at. */
export const EndSessions = v.strictObject({ id: v.nullable(Digest) });
export type EndSessions = v.InferOutput<typeof EndSessions>;
