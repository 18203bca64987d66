import type { Generated, Kysely } from 'kysely';
import type { Day, Moment } from '../../contract/day.ts';
import type { FormPurpose } from '../../contract/form.ts';
import type {
  Digest,
  EntryId,
  KeyId,
  MachineId,
  MachinePrefix,
  StaffId,
  SubmissionId,
} from '../../contract/id.ts';
import type { Outcome } from '../../contract/outcome.ts';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import type { SubmissionMove, SubmissionState } from '../../contract/submission.ts';

/**
 * What visitors filed. The envelope is kept as the exact text that came, sealed; nothing of the visitor stands in the open.
 * `id` is what makes an upload safe to repeat, for ever; a receipt number belongs to one submission only.
 */
export interface SubmissionTables {
  submission: {
    id: SubmissionId;
    receipt_no: ReceiptNo;
    machine_id: MachineId;
    prefix: MachinePrefix;
    form_id: EntryId;
    form_digest: Digest;
    form_title: string;
    purpose: FormPurpose | null;
    /** Which of the form's clocks counts. */
    clock: number | null;
    envelope: string;
    digest: Digest;
    /** The signed answer, so that a repeated upload gets the same bytes. */
    receipt_body: string;
    receipt_signature: string;
    receipt_key_id: KeyId;
    /** The check of the query code under the pepper. */
    code_check: string;
    filed_at: Moment;
    filed_on: Day;
    received_at: Moment;
    /** Day 0 of the clocks: the day of filing, or of the supplement that was asked for. Due days are computed, never stored. */
    counted_from: Day;
    extended_at: Moment | null;
    /** Until when the visitor may bring the supplement; null as long as none was asked for. */
    supplement_by: Day | null;
    replied_on: Day | null;
    state: SubmissionState;
    /** What a request for disclosure came to, by which the annual report counts it; null while it is open, and for others. */
    outcome: Outcome | null;
  };
  submission_event: {
    n: Generated<number>;
    submission_id: SubmissionId;
    state: SubmissionState;
    move: SubmissionMove | null;
    at: Moment;
    by_id: StaffId | null;
    public_note: string | null;
  };
  /** Replies, sealed to the hall's key. */
  submission_reply: {
    n: Generated<number>;
    submission_id: SubmissionId;
    at: Moment;
    by_id: StaffId | null;
    note: string;
  };
  /** Second contents under a known id or receipt number: kept, never served, shown to staff. */
  submission_conflict: {
    n: Generated<number>;
    code: string;
    submission_id: SubmissionId;
    receipt_no: ReceiptNo;
    machine_id: MachineId;
    digest: Digest;
    envelope: string;
    received_at: Moment;
  };
}

export async function createSubmissionTables(db: Kysely<unknown>): Promise<void> {
  await createSubmissionTable(db);
  await db.schema
    .createTable('submission_event')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('submission_id', 'text', (col) => col.notNull().references('submission.id'))
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('move', 'text')
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('public_note', 'text')
    .execute();
  await db.schema
    .createIndex('submission_event_of')
    .on('submission_event')
    .columns(['submission_id', 'n'])
    .execute();
  await db.schema
    .createTable('submission_reply')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('submission_id', 'text', (col) => col.notNull().references('submission.id'))
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('note', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex('submission_reply_of')
    .on('submission_reply')
    .columns(['submission_id', 'n'])
    .execute();
  await db.schema
    .createTable('submission_conflict')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('code', 'text', (col) => col.notNull())
    .addColumn('submission_id', 'text', (col) => col.notNull())
    .addColumn('receipt_no', 'text', (col) => col.notNull())
    .addColumn('machine_id', 'text', (col) => col.notNull())
    .addColumn('digest', 'text', (col) => col.notNull())
    .addColumn('envelope', 'text', (col) => col.notNull())
    .addColumn('received_at', 'text', (col) => col.notNull())
    // The same second content sent again and again is one conflict.
    .addUniqueConstraint('submission_conflict_once', ['submission_id', 'digest'])
    .execute();
}

async function createSubmissionTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('submission')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('receipt_no', 'text', (col) => col.notNull().unique())
    .addColumn('machine_id', 'text', (col) => col.notNull().references('machine.id'))
    .addColumn('prefix', 'text', (col) => col.notNull())
    .addColumn('form_id', 'text', (col) => col.notNull())
    .addColumn('form_digest', 'text', (col) => col.notNull())
    .addColumn('form_title', 'text', (col) => col.notNull())
    .addColumn('purpose', 'text')
    .addColumn('clock', 'integer')
    .addColumn('envelope', 'text', (col) => col.notNull())
    .addColumn('digest', 'text', (col) => col.notNull())
    .addColumn('receipt_body', 'text', (col) => col.notNull())
    .addColumn('receipt_signature', 'text', (col) => col.notNull())
    .addColumn('receipt_key_id', 'text', (col) => col.notNull())
    .addColumn('code_check', 'text', (col) => col.notNull())
    .addColumn('filed_at', 'text', (col) => col.notNull())
    .addColumn('filed_on', 'text', (col) => col.notNull())
    .addColumn('received_at', 'text', (col) => col.notNull())
    .addColumn('counted_from', 'text', (col) => col.notNull())
    .addColumn('extended_at', 'text')
    .addColumn('supplement_by', 'text')
    .addColumn('replied_on', 'text')
    .addColumn('state', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex('submission_inbox')
    .on('submission')
    .columns(['state', 'received_at'])
    .execute();
}
