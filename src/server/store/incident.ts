import type { Moment } from '../../contract/day.ts';
import type { IncidentRow } from '../../contract/desk.ts';
import type { MachineId, StaffId } from '../../contract/id.ts';
import { MOST_INCIDENTS } from '../../contract/machine.ts';
import { personOf } from './person.ts';
import type { Db, Trx } from './store.ts';

/**
 * What staff must know of screens. The same thing told again before anybody has seen it is one row with a count; what one teller
 * has unseen is bounded, so that a flood fills neither the disk nor the desk.
 */

export interface ToldIncident {
  readonly machine: MachineId | null;
  readonly kind: string;
  readonly detail: string;
  /** The teller's clock. */
  readonly at: Moment;
  readonly heardAt: Moment;
}

/** False when nothing was written: too much of this teller is unseen. */
export async function noteIncident(trx: Trx, told: ToldIncident): Promise<boolean> {
  const { machine, kind, detail, at, heardAt } = told;
  const unseen = trx
    .selectFrom('incident')
    .where('seen_at', 'is', null)
    .where('machine_id', machine === null ? 'is' : '=', machine);
  const known = await unseen
    .select(['id', 'times'])
    .where('kind', '=', kind)
    .where('detail', '=', detail)
    .executeTakeFirst();
  if (known !== undefined) {
    const set = { times: known.times + 1, heard_at: heardAt };
    await trx.updateTable('incident').set(set).where('id', '=', known.id).execute();
    return true;
  }
  const { held } = await unseen.select((is) => is.fn.countAll<number>().as('held')).executeTakeFirstOrThrow();
  if (Number(held) >= MOST_INCIDENTS) return false;
  await trx
    .insertInto('incident')
    .values({ machine_id: machine, kind, detail, at, heard_at: heardAt, times: 1 })
    .execute();
  return true;
}

const rows = (db: Db | Trx) =>
  db
    .selectFrom('incident')
    .leftJoin('machine', 'machine.id', 'incident.machine_id')
    .leftJoin('staff', 'staff.id', 'incident.seen_by')
    .selectAll('incident')
    .select(['machine.prefix', 'machine.kind as machine_kind', 'staff.name as seer']);

type NamedIncident = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const incidentRow = (row: NamedIncident): IncidentRow => ({
  id: row.id,
  machine:
    row.prefix === null || row.machine_kind === null ? null : { prefix: row.prefix, kind: row.machine_kind },
  kind: row.kind,
  detail: row.detail,
  heardAt: row.heard_at,
  times: row.times,
  seen: row.seen_at === null ? null : { by: personOf(row.seen_by, row.seer), at: row.seen_at },
});

/** Newest first. */
export async function unseenIncidents(db: Db | Trx, most: number): Promise<IncidentRow[]> {
  const query = rows(db).where('incident.seen_at', 'is', null).orderBy('incident.heard_at', 'desc');
  return (await query.orderBy('incident.id', 'desc').limit(most).execute()).map(incidentRow);
}

/** Last seen first. */
export async function seenIncidents(db: Db | Trx, most: number): Promise<IncidentRow[]> {
  const query = rows(db).where('incident.seen_at', 'is not', null).orderBy('incident.seen_at', 'desc');
  return (await query.orderBy('incident.id', 'desc').limit(most).execute()).map(incidentRow);
}

/** The ids that were not seen before; these are marked now. */
export async function markSeen(
  trx: Trx,
  ids: readonly number[],
  by: { readonly id: StaffId; readonly at: Moment },
): Promise<{ readonly id: number; readonly kind: string }[]> {
  return trx
    .updateTable('incident')
    .set({ seen_at: by.at, seen_by: by.id })
    .where('id', 'in', ids)
    .where('seen_at', 'is', null)
    .returning(['id', 'kind'])
    .execute();
}
