import type { Generated, Kysely } from 'kysely';

/** Lists that came as spreadsheets, and what became of each of their rows. */
export interface BatchTables {
  batch: {
    id: string;
    kind: string;
    file_name: string;
    sheet: string;
    header_row: number;
    /** Headings as they stand in the file, JSON list; and those of them that are not read. */
    headings: string;
    unread: string;
    by_id: string;
    by_name: string;
    at: string;
    /** `reading` until every row is here: such a batch is shown to nobody. */
    state: string;
    when_here: string | null;
    total: number;
  };
  batch_row: {
    batch_id: string;
    n: number;
    title: string;
    verdict: string;
    outcome: string;
    /** What stands in the row, as text, one for each heading: JSON list. */
    cells: string;
    /** What was understood of it: JSON. */
    fields: string;
    faults: string;
    /** The entry that was here already, or that it has become. */
    entry_id: string | null;
    /** Revisions that it wrote, and what the entry was before: JSON list. */
    made: string;
    /** What became of its drafts when many were sent for review at once; null: nobody has asked. */
    sending: string | null;
    /** Why they could not be sent, in words. */
    why: Generated<string>;
  };
}

export async function createBatchTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('batch')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('file_name', 'text', (col) => col.notNull())
    .addColumn('sheet', 'text', (col) => col.notNull())
    .addColumn('header_row', 'integer', (col) => col.notNull())
    .addColumn('headings', 'text', (col) => col.notNull())
    .addColumn('unread', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('when_here', 'text')
    .addColumn('total', 'integer', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('batch_row')
    .addColumn('batch_id', 'text', (col) => col.notNull().references('batch.id'))
    .addColumn('n', 'integer', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('verdict', 'text', (col) => col.notNull())
    .addColumn('outcome', 'text', (col) => col.notNull())
    .addColumn('cells', 'text', (col) => col.notNull())
    .addColumn('fields', 'text', (col) => col.notNull())
    .addColumn('faults', 'text', (col) => col.notNull())
    .addColumn('entry_id', 'text')
    .addColumn('made', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('batch_row_key', ['batch_id', 'n'])
    .execute();
  await db.schema
    .createIndex('batch_row_outcome')
    .on('batch_row')
    .columns(['batch_id', 'outcome', 'verdict'])
    .execute();
}

/** Drafts of a batch can be sent for review together. */
export async function addSendings(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('batch_row').addColumn('sending', 'text').execute();
  await db.schema
    .alterTable('batch_row')
    .addColumn('why', 'text', (col) => col.notNull().defaultTo(''))
    .execute();
}
