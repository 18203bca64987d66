import type { Insertable, Selectable, Updateable } from 'kysely';
import type { SubmissionId } from '../../contract/id.ts';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import { isOpenState, type SubmissionState, submissionStates } from '../../contract/submission.ts';
import type { Db, Trx } from './store.ts';
import type { SubmissionTables } from './submission-tables.ts';

/** Queries on what visitors filed. Nothing here deletes, and an envelope is never changed. */

type Reader = Db | Trx;
export type StoredSubmission = Selectable<SubmissionTables['submission']>;
export type ListedSubmission = Omit<StoredSubmission, 'envelope'>;

const OPEN = submissionStates.filter(isOpenState);

/** All but the envelope, which may have megabytes. */
const LISTED = [
  'id',
  'receipt_no',
  'machine_id',
  'prefix',
  'form_id',
  'form_digest',
  'form_title',
  'purpose',
  'clock',
  'digest',
  'receipt_body',
  'receipt_signature',
  'receipt_key_id',
  'code_check',
  'filed_at',
  'filed_on',
  'received_at',
  'counted_from',
  'extended_at',
  'supplement_by',
  'replied_on',
  'state',
  'outcome',
] as const;

/** False when its id or its receipt number is there already; then nothing was written. */
export async function insertSubmission(trx: Trx, row: StoredSubmission): Promise<boolean> {
  const result = await trx
    .insertInto('submission')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findSubmission(db: Reader, id: SubmissionId): Promise<ListedSubmission | null> {
  const row = await db.selectFrom('submission').select(LISTED).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findByReceiptNo(db: Reader, receiptNo: ReceiptNo): Promise<ListedSubmission | null> {
  const query = db.selectFrom('submission').select(LISTED).where('receipt_no', '=', receiptNo);
  return (await query.executeTakeFirst()) ?? null;
}

/** As it came, sealed. */
export async function envelopeOf(db: Reader, id: SubmissionId): Promise<string | null> {
  const row = await db.selectFrom('submission').select('envelope').where('id', '=', id).executeTakeFirst();
  return row?.envelope ?? null;
}

/** False when this very content was kept before. */
export async function keepConflict(
  trx: Trx,
  row: Insertable<SubmissionTables['submission_conflict']>,
): Promise<boolean> {
  const result = await trx
    .insertInto('submission_conflict')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Oldest first: all that are not done. */
export function listOpen(db: Reader): Promise<ListedSubmission[]> {
  return db
    .selectFrom('submission')
    .select(LISTED)
    .where('state', 'in', OPEN)
    .orderBy('received_at')
    .orderBy('id')
    .execute();
}

export type Taker = Pick<NamedEvent, 'by_id' | 'by_name' | 'at'>;

/** Of those that are not done: who made the last move of each that anybody made. */
export async function takersOfOpen(db: Reader): Promise<ReadonlyMap<SubmissionId, Taker>> {
  const moves = await db
    .selectFrom('submission_event as event')
    .innerJoin('submission', 'submission.id', 'event.submission_id')
    .leftJoin('staff', 'staff.id', 'event.by_id')
    .select(['event.submission_id', 'event.by_id', 'event.at', 'staff.name as by_name'])
    .where('submission.state', 'in', OPEN)
    .where('event.by_id', 'is not', null)
    .orderBy('event.n')
    .execute();
  return new Map(moves.map(({ submission_id: id, ...by }) => [id, by]));
}

/** Newest first. */
export function listDone(db: Reader, most: number): Promise<ListedSubmission[]> {
  return db
    .selectFrom('submission')
    .select(LISTED)
    .where('state', 'not in', OPEN)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** False when it is no longer in the state that the officer saw; then nothing was written. */
export async function changeState(
  trx: Trx,
  { id, from }: { readonly id: SubmissionId; readonly from: SubmissionState },
  change: Updateable<SubmissionTables['submission']>,
): Promise<boolean> {
  const result = await trx
    .updateTable('submission')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function addEvent(
  trx: Trx,
  row: Insertable<SubmissionTables['submission_event']>,
): Promise<void> {
  await trx.insertInto('submission_event').values(row).execute();
}

export type NamedEvent = Selectable<SubmissionTables['submission_event']> & {
  readonly by_name: string | null;
};

/** Oldest first. */
export function eventsOf(db: Reader, id: SubmissionId): Promise<NamedEvent[]> {
  return db
    .selectFrom('submission_event as event')
    .leftJoin('staff', 'staff.id', 'event.by_id')
    .selectAll('event')
    .select('staff.name as by_name')
    .where('event.submission_id', '=', id)
    .orderBy('event.n')
    .execute();
}

export async function addReply(
  trx: Trx,
  row: Insertable<SubmissionTables['submission_reply']>,
): Promise<void> {
  await trx.insertInto('submission_reply').values(row).execute();
}

export type NamedReply = Selectable<SubmissionTables['submission_reply']> & {
  readonly by_name: string | null;
};

/** Oldest first, sealed. */
export function repliesTo(db: Reader, id: SubmissionId): Promise<NamedReply[]> {
  return db
    .selectFrom('submission_reply as reply')
    .leftJoin('staff', 'staff.id', 'reply.by_id')
    .selectAll('reply')
    .select('staff.name as by_name')
    .where('reply.submission_id', '=', id)
    .orderBy('reply.n')
    .execute();
}
