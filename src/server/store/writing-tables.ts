import type { Kysely } from 'kysely';

/** What people are typing: one row a person and entry, gone when it became a revision or was given up. */
export interface WritingTables {
  writing: {
    staff_id: string;
    /** May name an entry that does not exist yet. */
    entry_id: string;
    based_on: number;
    n: number;
    hand: string;
    body: string;
    saved_at: string;
  };
}

export async function createWritingTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('writing')
    .addColumn('staff_id', 'text', (col) => col.notNull())
    .addColumn('entry_id', 'text', (col) => col.notNull())
    .addColumn('based_on', 'integer', (col) => col.notNull())
    .addColumn('n', 'integer', (col) => col.notNull())
    .addColumn('hand', 'text', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('saved_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('writing_key', ['staff_id', 'entry_id'])
    .execute();
  await db.schema.createIndex('writing_entry').on('writing').column('entry_id').execute();
}
