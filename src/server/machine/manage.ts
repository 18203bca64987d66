import { momentOf } from '../../contract/day.ts';
import type { MachineRow } from '../../contract/desk.ts';
import type { MachineId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { findNamedMachine, markConfirmed, markRevoked, putPlace } from '../store/machine.ts';
import { machineRow } from '../store/machine-row.ts';

/** What staff decide about a machine. Asked twice it is done once. */

type ManageDeps = Pick<Deps, 'store' | 'clock'>;

/** It stands in the hall: from now on it may send as much as a screen needs after an outage. */
export async function confirm(
  { store, clock }: ManageDeps,
  machine: MachineId,
  by: Staff,
): Promise<Result<MachineRow, Problem>> {
  await store.transaction(async (trx) => {
    const isNew = await markConfirmed(trx, machine, { at: momentOf(clock()), by: by.id });
    if (isNew)
      await appendAudit(trx, { atMs: clock(), actor: by.id, act: 'machine.confirm', object: machine });
  });
  return shown(store, machine);
}

/** Forty screens are told apart by where they stand. The words themselves are not in the audit, whose rows hold no free text. */
export async function place(
  { store, clock }: ManageDeps,
  machine: MachineId,
  { by, place }: { readonly by: Staff; readonly place: string | null },
): Promise<Result<MachineRow, Problem>> {
  await store.transaction(async (trx) => {
    if (await putPlace(trx, machine, place))
      await appendAudit(trx, { atMs: clock(), actor: by.id, act: 'machine.place', object: machine });
  });
  return shown(store, machine);
}

/**
 * From now on nothing of this machine is taken. There is no way back: a machine that returns enrols anew. The reason stands beside
 * the machine, not in the audit, whose rows hold no free text.
 */
export async function revoke(
  { store, clock }: ManageDeps,
  machine: MachineId,
  { by, reason }: { readonly by: Staff; readonly reason: string },
): Promise<Result<MachineRow, Problem>> {
  await store.transaction(async (trx) => {
    const isNew = await markRevoked(trx, machine, { at: momentOf(clock()), by: by.id, reason });
    if (isNew)
      await appendAudit(trx, { atMs: clock(), actor: by.id, act: 'machine.revoke', object: machine });
  });
  return shown(store, machine);
}

async function shown(store: Deps['store'], machine: MachineId): Promise<Result<MachineRow, Problem>> {
  const row = await findNamedMachine(store.db, machine);
  return row === null ? fail({ code: 'no-such-thing' }) : ok(machineRow(row));
}
