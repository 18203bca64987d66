import type { Role } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import { hashPassword } from '../../seal/node/password.ts';
import { randomCode, randomPassword } from '../../seal/random.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import {
  deleteSessionsOf,
  findAccount,
  insertAccount,
  isLoginTaken,
  setPasswordHash,
} from '../store/account.ts';
import { deleteSecondStep } from '../store/second-step.ts';
import { normalLogin } from './log-in.ts';

/**
 * People's accounts, as whoever sits at the server makes them. A password made here is random, returned once and kept only as its
 * hash; the person changes it at the desk.
 */

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface MadePerson extends NewPerson {
  readonly password: string;
}

type PersonDeps = Pick<Deps, 'store' | 'clock'>;

const ID_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
export const newStaffId = (): StaffId => `s-${randomCode(ID_LETTERS, 12)}` as StaffId;

/** All of them or none; null when one of the login names is taken. */
export async function addPeople(
  { store, clock }: PersonDeps,
  people: readonly NewPerson[],
): Promise<readonly MadePerson[] | null> {
  const made = await Promise.all(
    people.map(async (person) => {
      const password = randomPassword();
      const login = normalLogin(person.login);
      return { ...person, login, id: newStaffId(), password, hash: await hashPassword(password) };
    }),
  );
  const isDone = await store.transaction(async (trx) => {
    for (const { login } of made) if (await isLoginTaken(trx, login)) return false;
    for (const { id, login, name, roles, hash } of made) {
      const created_at = momentOf(clock());
      const row = { id, login, name, password_hash: hash, roles: JSON.stringify(roles) };
      await insertAccount(trx, { ...row, created_at, disabled_at: null });
      const detail = { roles: roles.join(' ') };
      await appendAudit(trx, { atMs: clock(), actor: 'system', act: 'account.create', object: id, detail });
    }
    return true;
  });
  return isDone ? made.map(({ login, name, roles, password }) => ({ login, name, roles, password })) : null;
}

/** A new password for who lost theirs; their sessions and 两步验证 end. Null when nobody has this name. */
export async function resetPassword(
  { store, clock }: PersonDeps,
  login: string,
): Promise<{ readonly name: string; readonly password: string } | null> {
  const password = randomPassword();
  const hash = await hashPassword(password);
  return store.transaction(async (trx) => {
    const account = await findAccount(trx, normalLogin(login));
    if (account === null) return null;
    const { id, name } = account.staff;
    await setPasswordHash(trx, id, hash);
    await deleteSessionsOf(trx, id, null);
    await deleteSecondStep(trx, id);
    await appendAudit(trx, { atMs: clock(), actor: 'system', act: 'account.password', object: id });
    return { name, password };
  });
}
