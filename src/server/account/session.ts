import { type Moment, momentOf } from '../../contract/day.ts';
import { digest } from '../../seal/digest.ts';
import { randomToken } from '../../seal/random.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff, WhoIs } from '../deps.ts';
import {
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  touchSession,
} from '../store/account.ts';
import { tokenIn } from './cookie.ts';

/**
 * A session is a random token in the browser and its digest in the database: who reads the database cannot become anyone. It
 * ends 30 minutes after the last request, 12 hours after log-in, at log-out, and when the account is disabled.
 */

export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 12 * 3_600_000;
/** A request writes "seen" at most so often. */
const SEEN_STEP_MS = 60_000;

export type SessionDeps = Pick<Deps, 'store' | 'clock' | 'isBehindProxy'>;

export interface OpenSession {
  readonly staff: Staff;
  readonly expiresAt: Moment;
}

/** The token goes to the browser; it is never kept. */
export async function openSession(
  { store, clock }: SessionDeps,
  staff: Staff,
): Promise<OpenSession & { readonly token: string }> {
  const token = randomToken();
  const tokenHash = await digest(token);
  const now = clock();
  await store.transaction(async (trx) => {
    await deleteEndedSessions(trx, { now: momentOf(now), seenBefore: momentOf(now - IDLE_MS) });
    await insertSession(trx, {
      token_hash: tokenHash,
      staff_id: staff.id,
      created_at: momentOf(now),
      seen_at: momentOf(now),
      expires_at: momentOf(now + ABSOLUTE_MS),
    });
    await appendAudit(trx, { atMs: now, actor: staff.id, act: 'session.start', object: staff.id });
  });
  return { token, staff, expiresAt: momentOf(now + IDLE_MS) };
}

export async function currentSession(deps: SessionDeps, headers: Headers): Promise<OpenSession | null> {
  const tokenHash = await tokenHashIn(headers, deps);
  if (tokenHash === null) return null;
  const found = await findSession(deps.store.db, tokenHash);
  const now = deps.clock();
  if (found === null || now >= Date.parse(found.expiresAt)) return null;
  const seenMs = Date.parse(found.seenAt);
  if (now - seenMs >= IDLE_MS) return null;
  if (now - seenMs >= SEEN_STEP_MS) await touchSession(deps.store.db, tokenHash, momentOf(now));
  const endsMs = Math.min(now + IDLE_MS, Date.parse(found.expiresAt));
  return { staff: found.staff, expiresAt: momentOf(endsMs) };
}

export async function endSession(deps: SessionDeps, headers: Headers): Promise<void> {
  const tokenHash = await tokenHashIn(headers, deps);
  if (tokenHash === null) return;
  await deps.store.transaction(async (trx) => {
    const staff = await deleteSession(trx, tokenHash);
    if (staff === null) return;
    await appendAudit(trx, { atMs: deps.clock(), actor: staff, act: 'session.end', object: staff });
  });
}

export async function tokenHashIn(headers: Headers, deps: SessionDeps): Promise<string | null> {
  const token = tokenIn(headers, deps);
  return token === null ? null : digest(token);
}

/** What the rest of the server asks by. */
export const makeWhoIs =
  (deps: SessionDeps): WhoIs =>
  async (headers) =>
    (await currentSession(deps, headers))?.staff ?? null;
