import type { Generated, Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { MachineId, MachinePrefix, StaffId } from '../../contract/id.ts';
import type { Enrolment } from '../../contract/machine.ts';

/** Enrolled screens and phones. A prefix is never given twice, so a row is never deleted. */
export interface MachineTables {
  machine: {
    id: MachineId;
    prefix: MachinePrefix;
    kind: Enrolment['kind'];
    /** Raw Ed25519, base64url. */
    public_key: string;
    enrolled_at: Moment;
    last_seen_at: Moment | null;
    /** The snapshot that it last said it shows. */
    shows: number | null;
    /** Envelopes in its outbox, as it last said. */
    waiting: number | null;
    /** Envelopes that it keeps because they were refused, as it last said. */
    refused: number | null;
    /** When it became known as one of the hall's; by nobody if it enrolled on the server's own machine. */
    confirmed_at: Moment | null;
    confirmed_by: StaffId | null;
    revoked_at: Moment | null;
    revoked_by: StaffId | null;
    revoked_for: string | null;
    /** Where it stands, as staff wrote it. */
    place: string | null;
  };
  /** What screens told of themselves, and refusals that the server saw. Nothing of a visitor but a receipt number. */
  incident: {
    id: Generated<number>;
    machine_id: MachineId | null;
    kind: string;
    detail: string;
    /** The teller's clock, the first time. */
    at: Moment;
    /** Our clock, the last time. */
    heard_at: Moment;
    times: number;
    seen_at: Moment | null;
    seen_by: StaffId | null;
  };
}

export async function createMachineTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('machine')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('prefix', 'text', (col) => col.notNull().unique())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('public_key', 'text', (col) => col.notNull().unique())
    .addColumn('enrolled_at', 'text', (col) => col.notNull())
    .addColumn('last_seen_at', 'text')
    .addColumn('shows', 'integer')
    .addColumn('waiting', 'integer')
    .addColumn('refused', 'integer')
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by', 'text')
    .addColumn('revoked_at', 'text')
    .addColumn('revoked_by', 'text')
    .addColumn('revoked_for', 'text')
    .execute();
  await db.schema
    .createTable('incident')
    .addColumn('id', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('machine_id', 'text', (col) => col.references('machine.id'))
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('detail', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('heard_at', 'text', (col) => col.notNull())
    .addColumn('times', 'integer', (col) => col.notNull())
    .addColumn('seen_at', 'text')
    .addColumn('seen_by', 'text')
    .execute();
  await db.schema.createIndex('incident_unseen').on('incident').columns(['seen_at', 'machine_id']).execute();
}

/** Forty screens are told apart by where they stand, not by their letters. */
export async function addMachinePlace(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('machine').addColumn('place', 'text').execute();
}
