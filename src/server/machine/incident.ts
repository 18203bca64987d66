import { momentOf } from '../../contract/day.ts';
import type { IncidentRow } from '../../contract/desk.ts';
import type { IncidentReport } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { markSeen, noteIncident, seenIncidents, unseenIncidents } from '../store/incident.ts';
import { findMachine } from '../store/machine.ts';

/** What screens tell of themselves, until a person has seen it. Nothing is done by it. */

const MOST_UNSEEN = 200;
const MOST_SEEN = 50;
/** Staff have not read the last two hundred of this teller; it keeps the rest and tells them later. */
const FULL_SECONDS = 3_600;

export async function hear(
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  { machine: named, incidents }: IncidentReport,
): Promise<Result<object, Problem>> {
  const machine = named === null ? null : await findMachine(store.db, named);
  if (machine !== null && machine.revoked_at !== null) return fail({ code: 'machine-revoked' });
  const heardAt = momentOf(clock());
  const wereKept = await store.transaction(async (trx) => {
    const kept: boolean[] = [];
    for (const told of incidents)
      kept.push(await noteIncident(trx, { ...told, machine: machine?.id ?? null, heardAt }));
    return kept;
  });
  for (const { at, kind, detail } of incidents)
    log.warn({ machine: named, at, kind, detail }, 'a screen tells');
  return wereKept.includes(false) ? fail({ code: 'too-many-tries', seconds: FULL_SECONDS }) : ok({});
}

/** Unseen ones first. */
export const listIncidents = async ({ store }: Pick<Deps, 'store'>): Promise<readonly IncidentRow[]> => [
  ...(await unseenIncidents(store.db, MOST_UNSEEN)),
  ...(await seenIncidents(store.db, MOST_SEEN)),
];

export async function see(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  ids: readonly number[],
  by: Staff,
): Promise<void> {
  await store.transaction(async (trx) => {
    for (const { id, kind } of await markSeen(trx, ids, { id: by.id, at: momentOf(clock()) })) {
      const object = `incident-${id}`;
      await appendAudit(trx, { atMs: clock(), actor: by.id, act: 'incident.see', object, detail: { kind } });
    }
  });
}
