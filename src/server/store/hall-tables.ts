import type { Generated, Kysely } from 'kysely';

export interface HallTables {
  /** A change of the hall's settings; at most one waits. */
  hall_change: {
    n: Generated<number>;
    /** Digest of the settings that it began from. */
    based_on: string;
    body: string;
    state: string;
    by_id: string;
    by_name: string;
    at: string;
    decided_by_id: string | null;
    decided_by_name: string | null;
    decided_at: string | null;
    note: string | null;
    /** Which earlier settings it brings back, in words. */
    origin: string | null;
  };
}

export async function createHallTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hall_change')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('based_on', 'text', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('decided_by_id', 'text')
    .addColumn('decided_by_name', 'text')
    .addColumn('decided_at', 'text')
    .addColumn('note', 'text')
    .execute();
  await db.schema.createIndex('hall_change_state').on('hall_change').column('state').execute();
}

export async function addHallOrigin(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('hall_change').addColumn('origin', 'text').execute();
}
