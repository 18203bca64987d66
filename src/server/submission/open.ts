import * as v from 'valibot';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import { Envelope } from '../../contract/envelope.ts';
import type { SubmissionId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { openEnvelope } from '../../seal/envelope.ts';
import { noteKeyId, openNote } from '../../seal/note.ts';
import { SealError } from '../../seal/seal-error.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { proposalsOf } from '../store/proposal.ts';
import { envelopeOf, findSubmission, type NamedReply, repliesTo } from '../store/submission.ts';
import type { Definitions } from './definition.ts';
import { personOf } from './row.ts';

/**
 * An officer reads what a visitor filed. The audit row is on the disk before the hall's key is used, so that no opening, not even
 * one that fails or is cut off, goes unrecorded.
 */

export type OpenDeps = Pick<Deps, 'store' | 'keys' | 'clock' | 'log'> & { readonly definitions: Definitions };

const Content = v.strictObject({
  answers: v.record(
    v.pipe(v.string(), v.maxLength(60)),
    v.union([v.pipe(v.string(), v.maxLength(10_000)), v.array(v.string()), v.boolean()]),
  ),
  noticeVersion: v.pipe(v.string(), v.maxLength(40)),
  filedBy: v.picklist(['visitor', 'staff']),
});

/** Bound into a sealed reply, so that it opens only under its own submission. */
export const replyContext = (id: SubmissionId): string => `reply/${id}`;

export async function open(
  deps: OpenDeps,
  id: SubmissionId,
  by: Staff,
): Promise<Result<OpenedSubmission, Problem>> {
  const { store, clock } = deps;
  const row = await findSubmission(store.db, id);
  if (row === null) return fail({ code: 'no-such-thing' });
  const form = await deps.definitions(row.form_digest);
  if (form === null) return fail({ code: 'cannot-open' });
  await store.transaction((trx) =>
    appendAudit(trx, {
      atMs: clock(),
      actor: by.id,
      act: 'submission.open',
      object: id,
      detail: { digest: row.digest },
    }),
  );
  return unsealed(deps, id, async () => {
    const { answers, noticeVersion } = await contentOf(deps, id);
    const replies = await Promise.all(
      (await repliesTo(store.db, id)).map((reply) => replyOf(deps, id, reply)),
    );
    const proposed = await Promise.all(
      (await proposalsOf(store.db, id)).flatMap(({ n, note, state }) =>
        // What was approved stands among the replies.
        note === null || state === 'approved' ? [] : [textOf(deps, id, note).then((text) => ({ n, text }))],
      ),
    );
    return { form, answers, noticeVersion, replies, proposed };
  });
}

async function unsealed<T>(
  { log }: OpenDeps,
  id: SubmissionId,
  work: () => Promise<T>,
): Promise<Result<T, Problem>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    log.warn({ submission: id, fault: error.fault }, 'submission.cannot-open');
    return fail({ code: 'cannot-open' });
  }
}

async function contentOf(
  { store, keys }: OpenDeps,
  id: SubmissionId,
): Promise<v.InferOutput<typeof Content>> {
  const envelope = v.parse(Envelope, JSON.parse((await envelopeOf(store.db, id)) ?? ''));
  const content = v.safeParse(Content, await openEnvelope(envelope, keys.hallKey.privateKey));
  // Anyone who enrols can seal anything: what is inside is checked like any other input.
  if (!content.success) throw new SealError('cannot-open', 'what was sealed is no filed form');
  return content.output;
}

async function replyOf(
  deps: OpenDeps,
  id: SubmissionId,
  reply: NamedReply,
): Promise<OpenedSubmission['replies'][number]> {
  return { at: reply.at, by: personOf(reply), text: await textOf(deps, id, reply.note) };
}

async function textOf({ keys }: OpenDeps, id: SubmissionId, note: string): Promise<string> {
  if (noteKeyId(note) !== keys.hallKey.keyId) {
    throw new SealError('illegal-key', 'a reply sealed to another hall key');
  }
  return openNote(note, replyContext(id), keys.hallKey.privateKey);
}
