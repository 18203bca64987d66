import type { Selectable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { MachineId, MachinePrefix } from '../../contract/id.ts';
import type { Db, Tables, Trx } from './store.ts';

export type StoredMachine = Selectable<Tables['machine']>;

export async function insertMachine(trx: Trx, row: StoredMachine): Promise<void> {
  await trx.insertInto('machine').values(row).execute();
}

export async function findMachine(db: Db | Trx, id: MachineId): Promise<StoredMachine | null> {
  const row = await db.selectFrom('machine').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findMachineByKey(db: Db | Trx, publicKey: string): Promise<StoredMachine | null> {
  const query = db.selectFrom('machine').selectAll().where('public_key', '=', publicKey);
  return (await query.executeTakeFirst()) ?? null;
}

/** Does any machine bear this id or this prefix? */
export async function isNameTaken(
  trx: Trx,
  { machine, prefix }: { readonly machine: MachineId; readonly prefix: MachinePrefix },
): Promise<boolean> {
  const query = trx
    .selectFrom('machine')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', machine), eb('prefix', '=', prefix)]));
  return (await query.executeTakeFirst()) !== undefined;
}

/** Screens first, then phones, which are many; the last seen on top. */
export function listMachines(db: Db | Trx, most: number): Promise<StoredMachine[]> {
  return db
    .selectFrom('machine')
    .selectAll()
    .orderBy('kind', 'desc')
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}

export interface Sighting {
  readonly id: MachineId;
  readonly at: Moment;
  readonly shows?: number | null;
  readonly waiting?: number | null;
}

/** What a screen says of itself when it connects: which snapshot it shows, how many envelopes wait in it. */
export async function noteSighting(db: Db | Trx, { id, at, shows, waiting }: Sighting): Promise<void> {
  await db
    .updateTable('machine')
    .set({
      last_seen_at: at,
      ...(shows === undefined ? {} : { shows }),
      ...(waiting === undefined ? {} : { waiting }),
    })
    .where('id', '=', id)
    .execute();
}

/** False when there is none such, or it was revoked before. */
export async function markRevoked(trx: Trx, id: MachineId, at: Moment): Promise<boolean> {
  const result = await trx
    .updateTable('machine')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
