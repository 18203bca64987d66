import type { Selectable } from 'kysely';
import type { Moment } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import type { PersonRow } from '../../contract/people.ts';
import { rolesIn } from './account.ts';
import type { Db, Tables, Trx } from './store.ts';

/** Queries on people as a 系统管理员 sees them, and on their invitations. */

type Reader = Db | Trx;

/** Sessions that have ended but are not cleared away yet do not count. */
export interface Alive {
  readonly now: Moment;
  readonly seenAfter: Moment;
}

const people = (db: Reader, { now, seenAfter }: Alive) =>
  db
    .selectFrom('staff')
    .leftJoin('invitation', 'invitation.staff_id', 'staff.id')
    .select(['staff.id', 'login', 'name', 'roles', 'department', 'created_at', 'disabled_at'])
    .select('invitation.expires_at as invited_until')
    .select((is) =>
      is
        .selectFrom('session')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('session.staff_id', '=', 'staff.id')
        .where('session.expires_at', '>', now)
        .where('session.seen_at', '>', seenAfter)
        .as('sessions'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>;

const rowOf = (row: Row): PersonRow => ({
  id: row.id as StaffId,
  login: row.login,
  name: row.name,
  roles: [...rolesIn(row.roles)],
  department: row.department,
  state: row.disabled_at !== null ? 'disabled' : row.invited_until !== null ? 'invited' : 'active',
  createdAt: row.created_at,
  invitedUntil: row.invited_until,
  sessions: Number(row.sessions ?? 0),
});

export async function listPeople(db: Reader, alive: Alive): Promise<PersonRow[]> {
  return (await people(db, alive).orderBy('created_at').orderBy('login').execute()).map(rowOf);
}

export async function findPerson(db: Reader, id: string, alive: Alive): Promise<PersonRow | null> {
  const row = await people(db, alive).where('staff.id', '=', id).executeTakeFirst();
  return row === undefined ? null : rowOf(row);
}

export async function changeStaff(
  trx: Trx,
  id: StaffId,
  change: Partial<Pick<Selectable<Tables['staff']>, 'name' | 'roles' | 'department' | 'disabled_at'>>,
): Promise<void> {
  await trx.updateTable('staff').set(change).where('id', '=', id).execute();
}

/** A new one takes the old one's place. */
export async function putInvitation(trx: Trx, row: Selectable<Tables['invitation']>): Promise<void> {
  await trx.deleteFrom('invitation').where('staff_id', '=', row.staff_id).execute();
  await trx.insertInto('invitation').values(row).execute();
}

export interface OpenInvitation {
  readonly id: StaffId;
  readonly name: string;
  readonly codeHash: string;
  readonly until: Moment;
}

export async function findInvitation(db: Reader, login: string): Promise<OpenInvitation | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('staff', 'staff.id', 'invitation.staff_id')
    .select(['invitation.staff_id', 'invitation.code_hash', 'invitation.expires_at', 'staff.name'])
    .where('staff.login', '=', login)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.staff_id, name: row.name, codeHash: row.code_hash, until: row.expires_at };
}

/** The one used last first. */
export function listSessions(
  db: Reader,
  id: StaffId,
  { now, seenAfter }: Alive,
): Promise<Selectable<Tables['session']>[]> {
  return db
    .selectFrom('session')
    .selectAll()
    .where('staff_id', '=', id)
    .where('expires_at', '>', now)
    .where('seen_at', '>', seenAfter)
    .orderBy('seen_at', 'desc')
    .execute();
}

export async function deleteSessionOf(trx: Trx, id: StaffId, tokenHash: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('session')
    .where('staff_id', '=', id)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
