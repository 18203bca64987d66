import type { Insertable, Selectable, Updateable } from 'kysely';
import type { HallTables } from './hall-tables.ts';
import type { Db, Trx } from './store.ts';

export type HallChangeRecord = Selectable<HallTables['hall_change']>;

const PAST = 20;

export function hallChanges(db: Db | Trx): Promise<HallChangeRecord[]> {
  return db.selectFrom('hall_change').selectAll().orderBy('n', 'desc').limit(PAST).execute();
}

export function waitingHallChange(db: Db | Trx): Promise<HallChangeRecord | undefined> {
  return db.selectFrom('hall_change').selectAll().where('state', '=', 'waiting').executeTakeFirst();
}

export function hallChange(db: Db | Trx, n: number): Promise<HallChangeRecord | undefined> {
  return db.selectFrom('hall_change').selectAll().where('n', '=', n).executeTakeFirst();
}

export async function putHallChange(trx: Trx, row: Insertable<HallTables['hall_change']>): Promise<number> {
  const { n } = await trx.insertInto('hall_change').values(row).returning('n').executeTakeFirstOrThrow();
  return n;
}

export async function changeHallChange(
  trx: Trx,
  n: number,
  change: Updateable<HallTables['hall_change']>,
): Promise<void> {
  await trx.updateTable('hall_change').set(change).where('n', '=', n).execute();
}
