import type { Selectable } from 'kysely';
import { type Moment, momentOf } from '../../contract/day.ts';
import type { MachineId, MachinePrefix, StaffId } from '../../contract/id.ts';
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

export type NamedMachine = StoredMachine & { readonly revoker: string | null };

const named = (db: Db | Trx) =>
  db
    .selectFrom('machine')
    .leftJoin('staff', 'staff.id', 'machine.revoked_by')
    .selectAll('machine')
    .select('staff.name as revoker');

export async function findNamedMachine(db: Db | Trx, id: MachineId): Promise<NamedMachine | null> {
  return (await named(db).where('machine.id', '=', id).executeTakeFirst()) ?? null;
}

/** Screens first, then phones, which are many; the last seen on top. */
export function listMachines(db: Db | Trx, most: number): Promise<NamedMachine[]> {
  return named(db)
    .orderBy('kind', 'desc')
    .orderBy('last_seen_at', 'desc')
    .orderBy('machine.id')
    .limit(most)
    .execute();
}

export interface Sighting {
  readonly id: MachineId;
  readonly at: Moment;
  readonly shows?: number | undefined;
  readonly waiting?: number | undefined;
  readonly refused?: number | undefined;
}

/** What a screen says of itself when it connects: which snapshot it shows, how many envelopes wait in it or were refused. */
export async function noteSighting(
  db: Db | Trx,
  { id, at, shows, waiting, refused }: Sighting,
): Promise<void> {
  await db
    .updateTable('machine')
    .set({
      last_seen_at: at,
      ...(shows === undefined ? {} : { shows }),
      ...(waiting === undefined ? {} : { waiting }),
      ...(refused === undefined ? {} : { refused }),
    })
    .where('id', '=', id)
    .execute();
}

const SEEN_TO_THE_MS = 60_000;

/** What a machine sends shows that it is there: to the minute, so that not every filing writes its row again. */
export async function noteSeen(trx: Trx, { id, at }: Pick<Sighting, 'id' | 'at'>): Promise<void> {
  await trx
    .updateTable('machine')
    .set({ last_seen_at: at })
    .where('id', '=', id)
    .where('last_seen_at', '<', momentOf(Date.parse(at) - SEEN_TO_THE_MS))
    .execute();
}

/** False when that is what stands there already, or there is none such. */
export async function putPlace(trx: Trx, id: MachineId, place: string | null): Promise<boolean> {
  const result = await trx
    .updateTable('machine')
    .set({ place })
    .where('id', '=', id)
    .where('place', 'is distinct from', place)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when there is none such, or it was revoked before. */
export async function markRevoked(
  trx: Trx,
  id: MachineId,
  row: { readonly at: Moment; readonly by: StaffId; readonly reason: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('machine')
    .set({ revoked_at: row.at, revoked_by: row.by, revoked_for: row.reason })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when there is none such, or it was confirmed or revoked before. */
export async function markConfirmed(
  trx: Trx,
  id: MachineId,
  row: { readonly at: Moment; readonly by: StaffId },
): Promise<boolean> {
  const result = await trx
    .updateTable('machine')
    .set({ confirmed_at: row.at, confirmed_by: row.by })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
