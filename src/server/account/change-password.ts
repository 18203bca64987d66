import { isWeakPassword } from '../../contract/account.ts';
import type { ChangePassword } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { hashPassword, verifyPassword } from '../../seal/node/password.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { limit } from '../http/limit.ts';
import { accountOf, deleteSessionsOf, setPasswordHash } from '../store/account.ts';

/** A person changes their own password: the present one is asked, and every other session of theirs ends. */

const TRIES = 5;
const SPAN_MS = 15 * 60_000;

export type ChangeOwnPassword = (
  change: ChangePassword,
  who: { readonly staff: Staff; readonly tokenHash: string },
) => Promise<Result<object, Problem>>;

export function makeChangePassword({ store, clock }: Pick<Deps, 'store' | 'clock'>): ChangeOwnPassword {
  // Somebody at a desk that was left open must not guess the password through it.
  const tries = limit({ most: TRIES, perMs: SPAN_MS, clock });
  return async (change, { staff, tokenHash }) => {
    const account = await accountOf(store.db, staff.id);
    if (account === null) return fail({ code: 'not-logged-in' });
    if (isWeakPassword(change.next, [account.login, staff.name])) return fail({ code: 'password-too-weak' });
    const seconds = tries.take(staff.id);
    if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
    if (!(await verifyPassword(account.passwordHash, change.present)))
      return fail({ code: 'wrong-present-password' });
    tries.giveBack(staff.id);
    const hash = await hashPassword(change.next);
    await store.transaction(async (trx) => {
      await setPasswordHash(trx, staff.id, hash);
      await deleteSessionsOf(trx, staff.id, tokenHash);
      await appendAudit(trx, { atMs: clock(), actor: staff.id, act: 'account.password', object: staff.id });
    });
    return ok({});
  };
}
