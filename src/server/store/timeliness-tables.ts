import type { Kysely } from 'kysely';
import type { Day, Moment } from '../../contract/day.ts';
import type { EntryId, StaffId } from '../../contract/id.ts';

/** When things that must be disclosed were formed and became public: the records behind every count of timeliness. */
export interface TimelinessTables {
  /** One row for each time that an item, or a later change of it, became public. Rows are only added. */
  disclosure: {
    entry_id: EntryId;
    /** The day of formation as the item states it. */
    formed_on: Day;
    /** The day from which was counted: earlier, when it was announced with an earlier one. */
    counted_from: Day;
    limit_workdays: number;
    published_on: Day;
    /** 1 when the day of publication is what the item states (before this software), 0 when it is the day of the act. */
    is_stated: number;
    revision: number;
    department: string;
    by_id: StaffId | null;
    by_name: string;
    at: Moment;
  };
  /** 要公开的事: announced before anybody has written it. */
  due_item: {
    id: string;
    title: string;
    heading: string | null;
    department: string;
    formed_on: Day;
    limit_workdays: number;
    by_id: StaffId;
    by_name: string;
    at: Moment;
    /** The item that fulfils it. */
    entry_id: EntryId | null;
    /** Why it needs none. */
    reason: string | null;
    settled_by_id: StaffId | null;
    settled_by_name: string | null;
    settled_at: Moment | null;
  };
}

export async function createTimelinessTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure')
    .addColumn('entry_id', 'text', (col) => col.notNull().references('entry.id'))
    .addColumn('formed_on', 'text', (col) => col.notNull())
    .addColumn('counted_from', 'text', (col) => col.notNull())
    .addColumn('limit_workdays', 'integer', (col) => col.notNull())
    .addColumn('published_on', 'text', (col) => col.notNull())
    .addColumn('is_stated', 'integer', (col) => col.notNull())
    .addColumn('revision', 'integer', (col) => col.notNull())
    .addColumn('department', 'text', (col) => col.notNull())
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('disclosure_key', ['entry_id', 'formed_on'])
    .execute();
  await db.schema
    .createTable('due_item')
    .addColumn('id', 'text', (col) => col.primaryKey())
    .addColumn('title', 'text', (col) => col.notNull())
    .addColumn('heading', 'text')
    .addColumn('department', 'text', (col) => col.notNull())
    .addColumn('formed_on', 'text', (col) => col.notNull())
    .addColumn('limit_workdays', 'integer', (col) => col.notNull())
    .addColumn('by_id', 'text', (col) => col.notNull())
    .addColumn('by_name', 'text', (col) => col.notNull())
    .addColumn('at', 'text', (col) => col.notNull())
    .addColumn('entry_id', 'text', (col) => col.references('entry.id'))
    .addColumn('reason', 'text')
    .addColumn('settled_by_id', 'text')
    .addColumn('settled_by_name', 'text')
    .addColumn('settled_at', 'text')
    .execute();
  await db.schema.createIndex('due_item_entry').on('due_item').column('entry_id').execute();
}
