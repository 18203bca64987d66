import type { Selectable } from 'kysely';
import type { ReviewTables } from './review-tables.ts';
import type { Db, Trx } from './store.ts';

/** Settings of the desk, each under its own name. */

export type SettingRecord = Selectable<ReviewTables['desk_setting']>;

/** Whether one other person than the author may make all signatures at once (domain.md §8, tiny halls). */
export const ONE_SIGNS = 'review.one-signs';

export function settingRecord(db: Db | Trx, name: string): Promise<SettingRecord | undefined> {
  return db.selectFrom('desk_setting').selectAll().where('name', '=', name).executeTakeFirst();
}

export async function putSetting(trx: Trx, record: SettingRecord): Promise<void> {
  const { name, ...change } = record;
  await trx
    .insertInto('desk_setting')
    .values(record)
    .onConflict((at) => at.column('name').doUpdateSet(change))
    .execute();
}

export async function mayOneSign(db: Db | Trx): Promise<boolean> {
  return (await settingRecord(db, ONE_SIGNS))?.value === 'yes';
}
