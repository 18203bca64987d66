import type { Selectable } from 'kysely';
import type { Db, Trx } from './store.ts';
import type { WritingTables } from './writing-tables.ts';

/** Queries on what people are typing. */

export type WritingRecord = Selectable<WritingTables['writing']>;
type Reader = Db | Trx;

export function writingOf(db: Reader, staff: string, entry: string): Promise<WritingRecord | undefined> {
  return db
    .selectFrom('writing')
    .selectAll()
    .where('staff_id', '=', staff)
    .where('entry_id', '=', entry)
    .executeTakeFirst();
}

/** Latest first. */
export function writingsOf(db: Reader, staff: string): Promise<WritingRecord[]> {
  return db
    .selectFrom('writing')
    .selectAll()
    .where('staff_id', '=', staff)
    .orderBy('saved_at', 'desc')
    .execute();
}

export async function countWritings(db: Reader, staff: string): Promise<number> {
  const row = await db
    .selectFrom('writing')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('staff_id', '=', staff)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Everybody else who is writing on an entry. */
export function otherWriters(
  db: Reader,
  staff: string,
  entry: string,
): Promise<{ id: string; name: string; saved_at: string }[]> {
  return db
    .selectFrom('writing')
    .innerJoin('staff', 'staff.id', 'writing.staff_id')
    .select(['staff.id', 'staff.name', 'writing.saved_at'])
    .where('writing.entry_id', '=', entry)
    .where('writing.staff_id', '!=', staff)
    .where('staff.disabled_at', 'is', null)
    .orderBy('writing.saved_at', 'desc')
    .execute();
}

export async function putWriting(trx: Trx, record: WritingRecord): Promise<void> {
  const { staff_id: _staff, entry_id: _entry, ...rest } = record;
  await trx
    .insertInto('writing')
    .values(record)
    .onConflict((at) => at.columns(['staff_id', 'entry_id']).doUpdateSet(rest))
    .execute();
}
