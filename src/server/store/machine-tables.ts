import type { Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { MachineId, MachinePrefix } from '../../contract/id.ts';
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
    revoked_at: Moment | null;
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
    .addColumn('revoked_at', 'text')
    .execute();
}
