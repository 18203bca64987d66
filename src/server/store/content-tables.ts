import type { Generated, Kysely } from 'kysely';
import type { DepartmentColumns } from './department-columns.ts';
import type { EnglishColumn } from './english-column.ts';
import type { SignatureColumns, TimeColumns } from './review-tables.ts';

/** What staff write and what screens get. Texts are canonical JSON; moments are RFC 3339 in UTC, so they sort as text. */
export interface ContentTables {
  /** One row an entry: where it stands now. */
  entry: {
    id: string;
    kind: string;
    title: string;
    revision: number;
    state: string;
    author_id: string | null;
    edited_at: string;
    published_revision: number | null;
    first_published_at: string | null;
    /** 索引号: issued once, at the first publication; never changed, never given to another. */
    index_no: string | null;
  } & TimeColumns &
    DepartmentColumns &
    EnglishColumn;
  /** Every draft that was ever saved, as it was saved. */
  draft: { entry_id: string; revision: number; body: string; author_id: string | null; saved_at: string };
  /** Signatures: who made which move on which draft. Rows are only added. */
  review_act: {
    n: Generated<number>;
    entry_id: string;
    revision: number;
    move: string;
    by_id: string | null;
    by_name: string;
    at: string;
    note: string | null;
    /** 1 when the signer declared that the secrecy check (保密审查) was done. */
    secrecy_checked: number;
  } & SignatureColumns;
  /** Bodies by digest, kept for ever: an old envelope names the definition that its visitor saw. */
  object: { digest: string; body: string };
  snapshot: {
    number: number;
    head: string;
    head_digest: string;
    signature: string;
    key_id: string;
    count: number;
    changed: number;
    signed_at: string;
    by_id: string | null;
    by_name: string;
    reason: string;
  };
  /** What a snapshot changed against the one before it; `digest` null means dropped. */
  snapshot_change: { number: number; object_id: string; digest: string | null };
  /** Running numbers that are never given twice: `index-no/2026`, `machine-prefix`. */
  counter: { name: string; last: number };
}

export async function createContentTables(db: Kysely<unknown>): Promise<void> {
  await createEntryTables(db);
  await createSnapshotTables(db);
}

async function createEntryTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('kind', 'text', (col) => col.notNull())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('state', 'text', (col) => col.notNull())
    .addColumn('author_id', 'text')
    .addColumn('edited_at', 'text', (col) => col.notNull())
    .addColumn('published_revision', 'integer')
    .addColumn('first_published_at', 'text')
    .addColumn('index_no', 'text', (col) => col.unique())
    .execute();
  await db.schema
    .createTable('draft')
    .addColumn('entry_id', 'text', (col) => col.notNull().references('entry.id'))
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('body', 'text', (col) => col.notNull())
    .addColumn('author_id', 'text')
    .addColumn('saved_at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('draft_key', ['entry_id', 'revision'])
    .execute();
  await db.schema
    .createTable('review_act')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('entry_id', 'text', (col) => col.notNull().references('entry.id'))
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('move', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('note', 'text')
    .addColumn('secrecy_checked', 'integer', (col) => col.notNull())
    .execute();
  await db.schema.createIndex('review_act_entry').on('review_act').columns(['entry_id', 'n']).execute();
}

async function createSnapshotTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('object')
    .addColumn('digest', 'text', (col) => col.primaryKey())
    .addColumn('body', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('snapshot')
    .addColumn('number', 'integer', (col) => col.primaryKey())
    .addColumn('head', 'text', (col) => col.notNull())
    .addColumn('head_digest', 'text', (col) => col.notNull())
    .addColumn('signature', 'text', (col) => col.notNull())
    .addColumn('key_id', 'text', (col) => col.notNull())
    .addColumn('count', 'integer', (col) => col.notNull())
    .addColumn('changed', 'integer', (col) => col.notNull())
    .addColumn('signed_at', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('reason', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('snapshot_change')
    .addColumn('number', 'integer', (col) => col.notNull().references('snapshot.number'))
    .addColumn('object_id', 'text', (col) => col.notNull())
    .addColumn('digest', 'text', (col) => col.references('object.digest'))
    .addPrimaryKeyConstraint('snapshot_change_key', ['number', 'object_id'])
    .execute();
  await db.schema
    .createIndex('snapshot_change_object')
    .on('snapshot_change')
    .columns(['object_id', 'number'])
    .execute();
  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('last', 'integer', (col) => col.notNull())
    .execute();
}
