import type { Insertable, Selectable } from 'kysely';
import * as v from 'valibot';
import { type Role, roleIds } from '../../contract/account.ts';
import type { Moment } from '../../contract/day.ts';
import { StaffId } from '../../contract/id.ts';
import type { Staff } from '../deps.ts';
import type { Db, Tables, Trx } from './store.ts';

/** Queries on people and their sessions. */

const Roles = v.array(v.picklist(roleIds));

export interface Account {
  readonly staff: Staff;
  readonly passwordHash: string;
}

type StaffColumns = Pick<Selectable<Tables['staff']>, 'id' | 'name' | 'roles' | 'department'>;

export const rolesIn = (text: string): readonly Role[] => v.parse(Roles, JSON.parse(text));

const staffOf = (row: StaffColumns): Staff => ({
  id: v.parse(StaffId, row.id),
  name: row.name,
  roles: rolesIn(row.roles),
  department: row.department,
});

export async function findAccount(db: Db | Trx, login: string): Promise<Account | null> {
  const row = await db
    .selectFrom('staff')
    .select(['id', 'name', 'roles', 'department', 'password_hash'])
    .where('login', '=', login)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ? { staff: staffOf(row), passwordHash: row.password_hash } : null;
}

export async function accountOf(
  db: Db | Trx,
  id: StaffId,
): Promise<{ readonly login: string; readonly passwordHash: string } | null> {
  const row = await db
    .selectFrom('staff')
    .select(['login', 'password_hash'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row ? { login: row.login, passwordHash: row.password_hash } : null;
}

/** Also by an account that is disabled: what it did stands under its name. */
export async function isLoginTaken(trx: Trx, login: string): Promise<boolean> {
  const query = trx.selectFrom('staff').select('id').where('login', '=', login);
  return (await query.executeTakeFirst()) !== undefined;
}

/** An invitation has done its work, or is not needed, when there is a password. */
export async function setPasswordHash(trx: Trx, id: StaffId, hash: string): Promise<void> {
  await trx.deleteFrom('invitation').where('staff_id', '=', id).execute();
  await trx.updateTable('staff').set({ password_hash: hash }).where('id', '=', id).execute();
}

export async function hasAccounts(db: Db | Trx): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function insertAccount(trx: Trx, row: Insertable<Tables['staff']>): Promise<void> {
  await trx.insertInto('staff').values(row).execute();
}

export async function insertSession(trx: Trx, row: Selectable<Tables['session']>): Promise<void> {
  await trx.insertInto('session').values(row).execute();
}

export interface StoredSession {
  readonly staff: Staff;
  readonly seenAt: string;
  readonly expiresAt: string;
}

export async function findSession(db: Db | Trx, tokenHash: string): Promise<StoredSession | null> {
  const row = await db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .select(['staff.id', 'staff.name', 'staff.roles', 'staff.department'])
    .select(['session.seen_at', 'session.expires_at'])
    .where('session.token_hash', '=', tokenHash)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ? { staff: staffOf(row), seenAt: row.seen_at, expiresAt: row.expires_at } : null;
}

export async function touchSession(db: Db | Trx, tokenHash: string, seenAt: Moment): Promise<void> {
  await db.updateTable('session').set({ seen_at: seenAt }).where('token_hash', '=', tokenHash).execute();
}

/** Whose it was; null when there was none. */
export async function deleteSession(trx: Trx, tokenHash: string): Promise<StaffId | null> {
  const query = trx.deleteFrom('session').where('token_hash', '=', tokenHash).returning('staff_id');
  return (await query.executeTakeFirst())?.staff_id ?? null;
}

/** All of a person's, but for the one that they sit at; how many there were. */
export async function deleteSessionsOf(trx: Trx, id: StaffId, except: string | null): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('staff_id', '=', id)
    .where('token_hash', '!=', except ?? '')
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Moments sort as text. */
export async function deleteEndedSessions(
  trx: Trx,
  { now, seenBefore }: { readonly now: Moment; readonly seenBefore: Moment },
): Promise<void> {
  await trx
    .deleteFrom('session')
    .where((is) => is.or([is('expires_at', '<=', now), is('seen_at', '<=', seenBefore)]))
    .execute();
}
