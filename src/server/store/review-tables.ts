import type { Generated, Kysely } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { Tables } from './store.ts';

/** What review before publication keeps beside the signatures. */
export interface ReviewTables {
  /** Settings of the desk itself; those of the hall travel in the snapshot. */
  desk_setting: { name: string; value: string; by_id: string | null; changed_at: Moment };
}

/** What a signature says besides who and when. */
export interface SignatureColumns {
  /** 1: one person signed for more than one, as a tiny hall may. */
  is_exception: Generated<number>;
  /** Aspects that were ticked, JSON list. */
  aspects: Generated<string>;
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
  await db.schema.alterTable('entry').addColumn('publish_at', 'text').execute();
  await db.schema.alterTable('entry').addColumn('end_at', 'text').execute();
  await db.schema.alterTable('entry').addColumn('urgent_revision', 'integer').execute();
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
