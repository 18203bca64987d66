import * as v from 'valibot';
import type { StaffId } from '../../contract/id.ts';
import { type EndSessions, OwnSession } from '../../contract/own-session.ts';
import type { PersonRow } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Staff } from '../deps.ts';
import { deleteSessionsOf } from '../store/account.ts';
import { deleteSessionOf, listSessions } from '../store/people.ts';
import { actOn, aliveAt, type PeopleDeps } from './people.ts';

/** One's own sessions, and those of another whom a 系统管理员 sends out. The one that a person sits at ends by logging out. */

export interface Sitting {
  readonly id: StaffId;
  readonly tokenHash: string;
}

export async function ownSessions(
  { store, clock }: PeopleDeps,
  { id, tokenHash }: Sitting,
): Promise<OwnSession[]> {
  const rows = await listSessions(store.db, id, aliveAt(clock()));
  return rows.map((row) =>
    v.parse(OwnSession, {
      id: row.token_hash,
      startedAt: row.created_at,
      seenAt: row.seen_at,
      isThis: row.token_hash === tokenHash,
    }),
  );
}

export async function endOwnSessions(
  deps: PeopleDeps,
  sitting: Sitting,
  { id }: EndSessions,
): Promise<Result<OwnSession[], Problem>> {
  if (id === sitting.tokenHash) return fail({ code: 'no-such-thing' });
  await deps.store.transaction(async (trx) => {
    const count =
      id === null
        ? await deleteSessionsOf(trx, sitting.id, sitting.tokenHash)
        : await deleteSessionOf(trx, sitting.id, id);
    if (count === 0) return;
    const act = { actor: sitting.id, act: 'session.revoke', object: sitting.id, detail: { count } } as const;
    await appendAudit(trx, { atMs: deps.clock(), ...act });
  });
  return ok(await ownSessions(deps, sitting));
}

export const endSessionsOf = (deps: PeopleDeps, by: Staff, id: string): Promise<Result<PersonRow, Problem>> =>
  actOn(deps, { by, id }, async ({ trx, person, note }) => {
    const count = await deleteSessionsOf(trx, person.id, null);
    if (count > 0) await note({ act: 'session.revoke', detail: { count } });
    return null;
  });
