import type { Kysely, Selectable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import type { Db, Tables, Trx } from './store.ts';

/** Queries on 两步验证. The secret stands here only encrypted, recovery codes only as digests. */
export interface SecondStepTables {
  second_step: {
    staff_id: StaffId;
    /** As seal/node/kept-secret writes it. */
    secret: string;
    /** Null while it waits for the first code. */
    confirmed_at: Moment | null;
    /** The last time step that let in: no code of it, or before it, does so again. */
    last_step: number;
  };
  recovery_code: { staff_id: StaffId; code_hash: string };
}

export async function createSecondStepTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('second_step')
    .addColumn('staff_id', 'text', (col) => col.primaryKey().references('staff.id'))
    .addColumn('secret', 'text', (col) => col.notNull())
    .addColumn('confirmed_at', 'text')
    .addColumn('last_step', 'integer', (col) => col.notNull())
    .execute();
  await db.schema
    .createTable('recovery_code')
    .addColumn('staff_id', 'text', (col) => col.notNull().references('staff.id'))
    .addColumn('code_hash', 'text', (col) => col.notNull())
    .addPrimaryKeyConstraint('recovery_code_key', ['staff_id', 'code_hash'])
    .execute();
}

export type StoredSecondStep = Selectable<Tables['second_step']>;

export function findSecondStep(db: Db | Trx, id: StaffId): Promise<StoredSecondStep | undefined> {
  return db.selectFrom('second_step').selectAll().where('staff_id', '=', id).executeTakeFirst();
}

export async function putSecondStep(trx: Trx, row: StoredSecondStep): Promise<void> {
  await deleteSecondStep(trx, row.staff_id);
  await trx.insertInto('second_step').values(row).execute();
}

export async function changeSecondStep(
  trx: Trx,
  id: StaffId,
  change: Partial<Pick<StoredSecondStep, 'confirmed_at' | 'last_step'>>,
): Promise<void> {
  await trx.updateTable('second_step').set(change).where('staff_id', '=', id).execute();
}

/** With the recovery codes; whether there was one that held. */
export async function deleteSecondStep(trx: Trx, id: StaffId): Promise<boolean> {
  await trx.deleteFrom('recovery_code').where('staff_id', '=', id).execute();
  const query = trx.deleteFrom('second_step').where('staff_id', '=', id).returning('confirmed_at');
  return ((await query.executeTakeFirst())?.confirmed_at ?? null) !== null;
}

export async function putRecoveryCodes(trx: Trx, id: StaffId, hashes: readonly string[]): Promise<void> {
  await trx
    .insertInto('recovery_code')
    .values(hashes.map((code_hash) => ({ staff_id: id, code_hash })))
    .execute();
}

/** Whether it was one: it is gone then. */
export async function spendRecoveryCode(trx: Trx, id: StaffId, codeHash: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('recovery_code')
    .where('staff_id', '=', id)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return Number(numDeletedRows) > 0;
}

export async function countRecoveryCodes(db: Db | Trx, id: StaffId): Promise<number> {
  const query = db.selectFrom('recovery_code').select('code_hash').where('staff_id', '=', id);
  return (await query.execute()).length;
}
