import type { Generated, Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { StaffId, SubmissionId } from '../../contract/id.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { ProposalState } from '../../contract/proposal.ts';
import type { SubmissionMove, SubmissionState } from '../../contract/submission.ts';

/** What officers proposed to the chief of the 工作机构 (报批). Rows are only settled, never taken away. */
export interface ProposalTables {
  submission_proposal: {
    n: Generated<number>;
    submission_id: SubmissionId;
    move: SubmissionMove;
    from_state: SubmissionState;
    outcome: Outcome | null;
    public_note: string | null;
    /** The reply, sealed to the hall's key as the reply itself will be. */
    note: string | null;
    at: Moment;
    by_id: StaffId;
    state: ProposalState;
    decided_at: Moment | null;
    decided_by_id: StaffId | null;
    reason: string | null;
  };
}

export async function createProposalTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('submission').addColumn('outcome', 'text').execute();
  await db.schema
    .createTable('submission_proposal')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('submission_id', 'text', (col) => col.notNull().references('submission.id'))
    .addColumn('move', 'text', (col) => col.notNull())
    .addColumn('from_state', 'text', (col) => col.notNull())
    .addColumn('outcome', 'text')
    .addColumn('public_note', 'text')
    .addColumn('note', 'text')
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('decided_by_id', 'text')
    .addColumn('reason', 'text')
    .execute();
  await db.schema
    .createIndex('submission_proposal_of')
    .on('submission_proposal')
    .columns(['submission_id', 'n'])
    .execute();
  // One at a time waits, whoever is quicker.
  await db.schema
    .createIndex('submission_proposal_waiting')
    .unique()
    .on('submission_proposal')
    .column('submission_id')
    .where('decided_at' as never, 'is', null)
    .execute();
}
