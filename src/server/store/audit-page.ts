import { sql } from 'kysely';
import { type AuditFilter, type AuditRow, BY_SYSTEM } from '../../contract/audit.ts';
import { addDays, type Moment } from '../../contract/day.ts';
import type { Person } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';
import { personOf } from './person.ts';
import type { Db } from './store.ts';

/** The audit by pages, newest first, each row with the name that its object has now. */

const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** What is typed is looked for as it is: no sign of it is a pattern. */
const holding = (typed: string): string => `%${typed.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

type Asked = Omit<AuditFilter, 'page'>;

const filtered = (db: Db, { by, act, object, day }: Asked) => {
  let query = db
    .selectFrom('audit')
    .leftJoin('staff as actor', 'actor.id', 'audit.actor')
    .leftJoin('entry', 'entry.id', 'audit.object')
    .leftJoin('staff as person', 'person.id', 'audit.object')
    .leftJoin('machine', (on) => on.on(sql<boolean>`machine.id = audit.object`))
    .leftJoin('submission', (on) => on.on(sql<boolean>`submission.id = audit.object`));
  if (by !== '') query = query.where('audit.actor', '=', by === BY_SYSTEM ? 'system' : by);
  if (act !== '') query = query.where('audit.act', '=', act);
  if (day !== '')
    query = query.where('audit.at', '>=', startOf(day)).where('audit.at', '<', startOf(addDays(day, 1)));
  if (object.trim() === '') return query;
  const like = holding(object.trim());
  return query.where(
    sql<boolean>`(audit.object like ${like} escape '\\' or ${NAME} like ${like} escape '\\')`,
  );
};

const NAME = sql<string | null>`coalesce(entry.title, person.name, machine.prefix, submission.receipt_no)`;

export async function countAudit(db: Db, asked: Asked): Promise<number> {
  const row = await filtered(db, asked)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function auditRows(
  db: Db,
  asked: Asked,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<AuditRow[]> {
  const rows = await filtered(db, asked)
    .select(['audit.n', 'audit.at', 'audit.actor', 'audit.act', 'audit.object', 'audit.detail'])
    .select(['actor.name as actor_name', NAME.as('name')])
    .orderBy('audit.n', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    n: row.n,
    at: row.at as Moment,
    by: row.actor === 'system' ? null : personOf(row.actor as StaffId, row.actor_name),
    act: row.act,
    object: row.object,
    name: row.name,
    detail: JSON.parse(row.detail),
  }));
}

export async function peopleByName(db: Db): Promise<Person[]> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).orderBy('created_at').execute();
  return rows.map(({ id, name }) => ({ id: id as StaffId, name }));
}
