import type { Generated, Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { Tables } from './store.ts';

/** What review before publication keeps beside the signatures. */
export interface ReviewTables {
  /** Settings of the desk itself; those of the hall travel in the snapshot. */
  desk_setting: { name: string; value: string; by_id: string | null; changed_at: Moment };
  /** What the review sheet (审查单) holds and the entry has no field for. */
  review_sheet: { entry_id: string; withheld: string | null; by_id: string; changed_at: Moment };
  /** What author and reviewers say to one another. Rows are only added; what was said is never changed. */
  review_comment: {
    n: Generated<number>;
    entry_id: string;
    revision: number;
    by_id: string;
    by_name: string;
    at: Moment;
    text: string;
    answers: number | null;
    done_by_id: string | null;
    done_by_name: string | null;
    done_at: Moment | null;
  };
}

/** What a signature says besides who and when. */
export interface SignatureColumns {
  /** 1: one person signed for more than one, as a tiny hall may. */
  is_exception: Generated<number>;
  /** Aspects that were ticked, JSON list. */
  aspects: Generated<string>;
  /** Keys of the scan's findings that the signer has seen, JSON list; no words of the text. */
  findings: Generated<string>;
}

/** What is to happen to an entry by itself, and what is owed for it. */
export interface TimeColumns {
  publish_at: Moment | null;
  end_at: Moment | null;
  /** The revision that went out urgently and is not fully signed; counts while it is the one that screens show. */
  urgent_revision: number | null;
}

export async function createReviewTables(db: Kysely<unknown>): Promise<void> {
  await createSettings(db);
  await db.schema
    .alterTable('review_act')
    .addColumn('is_exception', 'integer', (col) => col.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable('review_act')
    .addColumn('aspects', 'text', (col) => col.notNull().defaultTo('[]'))
    .execute();
  await db.schema
    .alterTable('review_act')
    .addColumn('findings', 'text', (col) => col.notNull().defaultTo('[]'))
    .execute();
  await createSheets(db);
  await db.schema.alterTable('entry').addColumn('publish_at', 'text').execute();
  await db.schema.alterTable('entry').addColumn('end_at', 'text').execute();
  await db.schema.alterTable('entry').addColumn('urgent_revision', 'integer').execute();
}

async function createSheets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_sheet')
    .addColumn('entry_id', 'text', (col) => col.primaryKey().references('entry.id'))
    .addColumn('withheld', 'text')
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('changed_at', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('review_comment')
    .addColumn('n', 'integer', (col) => col.primaryKey().autoIncrement())
    .addColumn('entry_id', 'text', (col) => col.notNull().references('entry.id'))
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('text', 'text', (col) => col.notNull())
    .execute();
  await db.schema
    .createIndex('review_comment_entry')
    .on('review_comment')
    .columns(['entry_id', 'n'])
    .execute();
}

/** A hall that was set up with two people before there was this setting goes on as it did. */
async function createSettings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_setting')
    .addColumn('name', 'text', (col) => col.primaryKey())
    .addColumn('value', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('changed_at', 'text', (col) => col.notNull())
    .execute();
  const known = db as Kysely<Pick<Tables, 'staff' | 'desk_setting'>>;
  const staff = await known.selectFrom('staff').select('created_at').limit(3).execute();
  const first = staff[0];
  if (first === undefined || staff.length > 2) return;
  const setting = { name: 'review.one-signs', value: 'yes', by_id: null, changed_at: first.created_at };
  await known.insertInto('desk_setting').values(setting).execute();
}
