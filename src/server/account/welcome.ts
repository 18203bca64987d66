import { isWeakPassword } from '../../contract/account.ts';
import { plainCode, type Welcome } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { digest } from '../../seal/digest.ts';
import { hashPassword } from '../../seal/node/password.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { limit } from '../http/limit.ts';
import { findAccount, setPasswordHash } from '../store/account.ts';
import { findInvitation } from '../store/people.ts';
import { growingDelay } from './growing-delay.ts';
import { normalLogin } from './log-in.ts';

/**
 * Who was invited comes with the code and sets a password. A wrong code, a code that is over, and a name that nobody has give one
 * answer. Guessing is slowed as at the log-in; with 79 bits it is hopeless anyway.
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export type EnterInvited = (welcome: Welcome, address: string) => Promise<Result<Staff, Problem>>;

export function makeWelcome({ store, clock }: Pick<Deps, 'store' | 'clock'>): EnterInvited {
  const perAddress = limit({ most: 10, perMs: MINUTE_MS, clock });
  const perPlace = growingDelay({ freeTries: 5, mostMs: 5 * MINUTE_MS, forgetMs: HOUR_MS, clock });
  return async (welcome, address) => {
    const login = normalLogin(welcome.login);
    if (isWeakPassword(welcome.password, [login])) return fail({ code: 'password-too-weak' });
    const place = `${address} ${login}`;
    const seconds = perAddress.take(address) || perPlace.wait(place);
    if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
    perPlace.begin(place);
    const [codeHash, passwordHash] = [
      await digest(plainCode(welcome.code)),
      await hashPassword(welcome.password),
    ];
    const entered = await store.transaction(async (trx): Promise<Result<Staff, Problem>> => {
      const invitation = await findInvitation(trx, login);
      const isRight = invitation?.codeHash === codeHash && clock() < Date.parse(invitation.until);
      if (invitation === null || !isRight) return fail({ code: 'wrong-invitation' });
      const { id, name } = invitation;
      if (isWeakPassword(welcome.password, [login, name])) return fail({ code: 'password-too-weak' });
      await setPasswordHash(trx, id, passwordHash);
      await appendAudit(trx, { atMs: clock(), actor: id, act: 'account.welcome', object: id });
      const account = await findAccount(trx, login);
      return account === null ? fail({ code: 'wrong-invitation' }) : ok(account.staff);
    });
    if (entered.ok) perPlace.forget(place);
    else if (entered.problem.code === 'password-too-weak') perPlace.forgive(place);
    return entered;
  };
}
