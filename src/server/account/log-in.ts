import type { Login } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { verifyAgainstNobody, verifyPassword } from '../../seal/node/password.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Staff } from '../deps.ts';
import { limit } from '../http/limit.ts';
import { type Account, findAccount } from '../store/account.ts';
import { findSecondStep } from '../store/second-step.ts';
import { growingDelay } from './growing-delay.ts';
import { type StepDeps, spendCode } from './second-step.ts';

/**
 * The door of the desk. A name that nobody has costs the same work and gives the same answer as a wrong password. Guessing is slowed
 * down per address, per name and address, and per name; the last one spares addresses from which that person has logged in, so that
 * a stranger's guesses keep no colleague out.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MAX_KNOWN = 5_000;

export type LogIn = (login: Login, address: string) => Promise<Result<Staff, Problem>>;

/** The spelling of a login name is not a secret: case, width and spaces do not matter. */
export const normalLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

const check = async (account: Account | null, password: string): Promise<Staff | null> => {
  if (account === null) return (await verifyAgainstNobody(password)) || null;
  return (await verifyPassword(account.passwordHash, password)) ? account.staff : null;
};

const knownPlaces = () => {
  const places = new Set<string>();
  return {
    has: (place: string) => places.has(place),
    add(place: string) {
      places.add(place);
      const oldest = places.keys().next();
      if (places.size > MAX_KNOWN && !oldest.done) places.delete(oldest.value);
    },
  };
};

export function makeLogIn(deps: StepDeps): LogIn {
  const { store, clock } = deps;
  const perAddress = limit({ most: 10, perMs: MINUTE_MS, clock });
  const perPlace = growingDelay({ freeTries: 3, mostMs: 5 * MINUTE_MS, forgetMs: HOUR_MS, clock });
  const perName = growingDelay({ freeTries: 10, mostMs: MINUTE_MS / 2, forgetMs: HOUR_MS, clock });
  // By the account, from wherever: whoever comes so far has the password already.
  const perCode = growingDelay({ freeTries: 5, mostMs: 5 * MINUTE_MS, forgetMs: HOUR_MS, clock });
  const known = knownPlaces();
  // A name that nobody has is not written down: it may be a password in the wrong field.
  const noteRefusal = (account: Account | null): Promise<void> =>
    store.transaction((trx) =>
      appendAudit(trx, {
        atMs: clock(),
        actor: 'system',
        act: 'session.refuse',
        object: account?.staff.id ?? 'unknown',
      }),
    );
  return async (login, address) => {
    const name = normalLogin(login.login);
    const place = `${address} ${name}`;
    const wait =
      perAddress.take(address) || perPlace.wait(place) || (known.has(place) ? 0 : perName.wait(name));
    if (wait > 0) return fail({ code: 'too-many-tries', seconds: wait });
    perPlace.begin(place);
    perName.begin(name);
    const account = await findAccount(store.db, name);
    const staff = await check(account, login.password);
    if (staff === null) {
      await noteRefusal(account);
      return fail({ code: 'wrong-login' });
    }
    const step = await findSecondStep(store.db, staff.id);
    if (step !== undefined && step.confirmed_at !== null) {
      if (login.code === undefined) {
        perPlace.forgive(place);
        perName.forgive(name);
        return fail({ code: 'code-needed' });
      }
      const seconds = perCode.wait(staff.id);
      if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
      perCode.begin(staff.id);
      const { code } = login;
      if (!(await store.transaction((trx) => spendCode(trx, deps, { staff, code })))) {
        await noteRefusal(account);
        return fail({ code: 'wrong-code' });
      }
      perCode.forget(staff.id);
    }
    perPlace.forget(place);
    perName.forgive(name);
    known.add(place);
    return ok(staff);
  };
}
