import type { Insertable, Selectable } from 'kysely';
import type { SubmissionId } from '../../contract/id.ts';
import { isOpenState, submissionStates } from '../../contract/submission.ts';
import type { ProposalTables } from './proposal-tables.ts';
import type { Db, Trx } from './store.ts';

/** Queries on what waits for a chief, or did. */

type Reader = Db | Trx;
export type StoredProposal = Selectable<ProposalTables['submission_proposal']>;
export type NamedProposal = StoredProposal & {
  readonly by_name: string | null;
  readonly decider_name: string | null;
};

const OPEN = submissionStates.filter(isOpenState);

/** False when another one waits already; then nothing was written. */
export async function addProposal(
  trx: Trx,
  row: Omit<Insertable<ProposalTables['submission_proposal']>, 'n'>,
): Promise<boolean> {
  const result = await trx
    .insertInto('submission_proposal')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const named = (db: Reader) =>
  db
    .selectFrom('submission_proposal as proposal')
    .leftJoin('staff', 'staff.id', 'proposal.by_id')
    .leftJoin('staff as decider', 'decider.id', 'proposal.decided_by_id')
    .selectAll('proposal')
    .select(['staff.name as by_name', 'decider.name as decider_name']);

/** Oldest first. */
export function proposalsOf(db: Reader, id: SubmissionId): Promise<NamedProposal[]> {
  return named(db).where('proposal.submission_id', '=', id).orderBy('proposal.n').execute();
}

export async function waitingProposal(db: Reader, id: SubmissionId): Promise<NamedProposal | null> {
  const query = named(db).where('proposal.submission_id', '=', id).where('proposal.state', '=', 'waiting');
  return (await query.executeTakeFirst()) ?? null;
}

/** Of those that are not done: the last proposal of each. */
export async function lastProposalsOfOpen(db: Reader): Promise<ReadonlyMap<SubmissionId, NamedProposal>> {
  const rows = await named(db)
    .innerJoin('submission', 'submission.id', 'proposal.submission_id')
    .where('submission.state', 'in', OPEN)
    .orderBy('proposal.n')
    .execute();
  return new Map(rows.map((row) => [row.submission_id, row]));
}

type Settled = Pick<StoredProposal, 'state' | 'decided_at' | 'decided_by_id' | 'reason'>;

/** False when it waits no longer; then nothing was written. */
export async function settleProposal(trx: Trx, n: number, settled: Settled): Promise<boolean> {
  const result = await trx
    .updateTable('submission_proposal')
    .set(settled)
    .where('n', '=', n)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
