import { mayRoles, type Role } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import type { ChangePerson, PersonRow } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { type AuditEntry, appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { deleteSessionsOf } from '../store/account.ts';
import { type Alive, changeStaff, findPerson, listPeople } from '../store/people.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { IDLE_MS } from './session.ts';

/**
 * What a 系统管理员 does with others' accounts. Two promises, kept inside the transaction: nobody does it to themselves, and there is
 * always an administrator who can log in, also when two of them act against each other at the same moment.
 */

export type PeopleDeps = Pick<Deps, 'store' | 'clock'>;

export const aliveAt = (nowMs: number): Alive => ({
  now: momentOf(nowMs),
  seenAfter: momentOf(nowMs - IDLE_MS),
});

export interface Target {
  readonly trx: Trx;
  readonly person: PersonRow;
  /** With the act's moment and actor. */
  readonly note: (act: Pick<AuditEntry, 'act' | 'detail'>) => Promise<void>;
}

/** One act on another person's account, in one transaction; the answer is the account as it is then. */
export async function actOn(
  { store, clock }: PeopleDeps,
  { by, id }: { readonly by: Staff; readonly id: string },
  work: (target: Target) => Promise<Problem | null>,
): Promise<Result<PersonRow, Problem>> {
  const alive = aliveAt(clock());
  return store.transaction(async (trx) => {
    const person = await findPerson(trx, id, alive);
    if (person === null) return fail({ code: 'no-such-thing' });
    if (person.id === by.id) return fail({ code: 'not-oneself' });
    const note: Target['note'] = (act) =>
      appendAudit(trx, { atMs: clock(), actor: by.id, object: person.id, ...act });
    const problem = await work({ trx, person, note });
    const after = await findPerson(trx, id, alive);
    return problem === null && after !== null ? ok(after) : fail(problem ?? { code: 'no-such-thing' });
  });
}

const isAdmin = (roles: readonly Role[]): boolean => mayRoles(roles, 'account.manage');

/** Whether nobody could keep the accounts if this one could not. */
export async function isLastAdmin(trx: Trx, id: StaffId, nowMs: number): Promise<boolean> {
  const others = (await listPeople(trx, aliveAt(nowMs))).filter((each) => each.id !== id);
  return !others.some((each) => each.state === 'active' && isAdmin(each.roles));
}

export const disablePerson = (deps: PeopleDeps, by: Staff, id: string): Promise<Result<PersonRow, Problem>> =>
  actOn(deps, { by, id }, async ({ trx, person, note }) => {
    if (person.state === 'disabled') return null;
    if (await isLastAdmin(trx, person.id, deps.clock())) return { code: 'last-admin' };
    await changeStaff(trx, person.id, { disabled_at: momentOf(deps.clock()) });
    await deleteSessionsOf(trx, person.id, null);
    await note({ act: 'account.disable' });
    return null;
  });

export const enablePerson = (deps: PeopleDeps, by: Staff, id: string): Promise<Result<PersonRow, Problem>> =>
  actOn(deps, { by, id }, async ({ trx, person, note }) => {
    if (person.state !== 'disabled') return null;
    await changeStaff(trx, person.id, { disabled_at: null });
    await note({ act: 'account.enable' });
    return null;
  });

/** Roles and department hold from the person's next request on. */
export async function changePerson(
  deps: PeopleDeps,
  who: { readonly by: Staff; readonly id: string },
  { name, roles, department }: ChangePerson,
): Promise<Result<PersonRow, Problem>> {
  const unknown = await whyNoDepartment(deps, department);
  if (unknown !== null) return fail(unknown);
  return actOn(deps, who, async ({ trx, person, note }) => {
    if (!isAdmin(roles) && (await isLastAdmin(trx, person.id, deps.clock()))) return { code: 'last-admin' };
    await changeStaff(trx, person.id, { name, roles: JSON.stringify(roles), department });
    await note({
      act: 'account.change',
      detail: {
        roles: roles.join(' '),
        rolesBefore: person.roles.join(' '),
        department,
        departmentBefore: person.department,
        renamed: name !== person.name,
      },
    });
    return null;
  });
}

export async function whyNoDepartment(
  { store }: Pick<Deps, 'store'>,
  department: string | null,
): Promise<Problem | null> {
  if (department === null) return null;
  const hall = await shownHall(store.db);
  const isKnown = hall?.departments.some((each) => each.id === department) ?? false;
  return isKnown ? null : { code: 'no-such-department', department };
}
