import * as v from 'valibot';
import { mayRoles, type Role, roleIds } from '../../contract/account.ts';
import { dayAtHall } from '../../contract/day.ts';
import { type MachineRow, type Today, VoidedSchedule } from '../../contract/desk.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import { isLate } from '../../contract/limit.ts';
import { isToSignBy, type ReviewState, statesToSign } from '../../contract/review.ts';
import type { Staff } from '../deps.ts';
import { entriesOwed, entriesReturnedTo, entryRecordsIn } from '../store/entry.ts';
import { entryRow, person } from '../store/entry-row.ts';
import { waitingHallChange } from '../store/hall-change.ts';
import { unseenIncidents } from '../store/incident.ts';
import { listMachines } from '../store/machine.ts';
import { machineRow } from '../store/machine-row.ts';
import { currentNumber } from '../store/snapshot.ts';
import type { Db } from '../store/store.ts';
import { countEntriesIn, countShown } from '../store/today.ts';
import { type Voided, voidedFor } from '../store/voided.ts';
import { openRows, type RowDeps } from './row.ts';

/** The desk's first page: what waits for whom. Each sees what their roles may see; the rest is empty. */

const MOST_SCREENS = 100;
const MOST_INCIDENTS_SHOWN = 50;

/** Who signs sees what waits for their signature; the others who may read see all that is on its way. */
function statesToShow(held: readonly Role[]): readonly ReviewState[] {
  if (!mayRoles(held, 'content.read')) return [];
  const mine = statesToSign(held);
  return mine.length > 0 ? mine : statesToSign(roleIds);
}

const isScreenOfHall = (machine: MachineRow): boolean =>
  machine.kind === 'screen' && machine.revocation === null;

/** Who signs, and did not write it. */
async function hallChangesFor(db: Db, staff: Staff): Promise<number> {
  if (!mayRoles(staff.roles, 'content.sign')) return 0;
  const waiting = await waitingHallChange(db);
  return waiting === undefined || waiting.by_id === staff.id ? 0 : 1;
}

const voidedRow = ({ by_id, by_name, ...voided }: Voided): VoidedSchedule =>
  v.parse(VoidedSchedule, { ...voided, by: person(by_id, by_name) });

export async function today(deps: RowDeps, staff: Staff): Promise<Today> {
  const { db } = deps.store;
  const open = mayRoles(staff.roles, 'submission.list') ? await openRows(deps) : [];
  const onTheWay = (await entryRecordsIn(db, ...statesToShow(staff.roles))).map(entryRow);
  const isSigner = statesToSign(staff.roles).length > 0;
  const machines = mayRoles(staff.roles, 'machine.read') ? await listMachines(db, MOST_SCREENS) : [];
  const incidents = mayRoles(staff.roles, 'machine.read')
    ? await unseenIncidents(db, MOST_INCIDENTS_SHOWN)
    : [];
  const shown = await countShown(db);
  const on = dayAtHall(deps.clock());
  return {
    snapshot: await currentNumber(db),
    toReview: onTheWay.filter((row) => !isSigner || isToSignBy(staff, row)),
    toPublish: await countEntriesIn(db, 'approved'),
    urgent: mayRoles(staff.roles, 'content.read') ? (await entriesOwed(db)).map(entryRow) : [],
    returned: mayRoles(staff.roles, 'content.edit')
      ? (await entriesReturnedTo(db, staff.id)).map(entryRow)
      : [],
    voided: isSigner ? (await voidedFor(db, staff.id)).map(voidedRow) : [],
    hallChanges: await hallChangesFor(db, staff),
    open: [...open],
    late: open.filter(({ limits }) => isLate(limits.promised, on) || isLate(limits.statutory, on)).length,
    machines: machines.map(machineRow).filter(isScreenOfHall),
    incidents,
    published: Object.fromEntries(entryKinds.map((kind) => [kind, shown[kind] ?? 0])) as Today['published'],
  };
}
