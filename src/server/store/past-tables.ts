import type { Generated, Kysely } from 'kysely';

/** Earlier states of what people typed, so that a mistaken click loses nothing: a few a person and entry, for some days. */
export interface PastTables {
  past_writing: {
    n: Generated<number>;
    staff_id: string;
    entry_id: string;
    based_on: number;
    body: string;
    saved_at: string;
  };
}

export async function createPastTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('past_writing')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('staff_id', 'text', (col) => col.notNull())
    .addColumn('entry_id', 'text', (col) => col.notNull())
    .addColumn('based_on', 'integer', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('saved_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex('past_writing_of')
    .on('past_writing')
    .columns(['staff_id', 'entry_id', 'n'])
    .execute();
}

/** A comment can be answered, and what it asks for can be said to be done. */
export async function addCommentAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('review_comment').addColumn('answers', 'integer').execute();
  for (const column of ['done_by_id', 'done_by_name', 'done_at'])
    await db.schema.alterTable('review_comment').addColumn(column, 'text').execute();
}
