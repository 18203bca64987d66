import { momentOf } from '../../contract/day.ts';
import type { StaffId } from '../../contract/id.ts';
import { INVITATION_HOURS, type Invitation, type InvitePerson, plainCode } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { digest } from '../../seal/digest.ts';
import { hashPassword } from '../../seal/node/password.ts';
import { randomPassword, randomToken } from '../../seal/random.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Staff } from '../deps.ts';
import { deleteSessionsOf, insertAccount, isLoginTaken, setPasswordHash } from '../store/account.ts';
import { findPerson, putInvitation } from '../store/people.ts';
import { deleteSecondStep } from '../store/second-step.ts';
import type { Trx } from '../store/store.ts';
import { actOn, aliveAt, isLastAdmin, type PeopleDeps, whyNoDepartment } from './people.ts';
import { newStaffId } from './person.ts';

/**
 * An invitation is a one-time code of 79 random bits that the administrator hands over; kept is its digest only. Until it is used the
 * account has a password that nobody knows, so it can neither be entered nor told from any other at the door.
 */

const HOUR_MS = 3_600_000;

const unknownPassword = (): Promise<string> => hashPassword(randomToken());

interface Code {
  readonly code: string;
  readonly hash: string;
  readonly atMs: number;
  readonly untilMs: number;
}

async function newCode({ clock }: PeopleDeps): Promise<Code> {
  const code = randomPassword();
  const atMs = clock();
  return { code, hash: await digest(plainCode(code)), atMs, untilMs: atMs + INVITATION_HOURS * HOUR_MS };
}

const write = (trx: Trx, id: StaffId, by: Staff, { hash, atMs, untilMs }: Code): Promise<void> =>
  putInvitation(trx, {
    staff_id: id,
    code_hash: hash,
    by_id: by.id,
    made_at: momentOf(atMs),
    expires_at: momentOf(untilMs),
  });

export async function invitePerson(
  deps: PeopleDeps,
  by: Staff,
  { login, name, roles, department }: InvitePerson,
): Promise<Result<Invitation, Problem>> {
  const unknown = await whyNoDepartment(deps, department);
  if (unknown !== null) return fail(unknown);
  const [made, hash] = await Promise.all([newCode(deps), unknownPassword()]);
  const id = newStaffId();
  return deps.store.transaction(async (trx) => {
    if (await isLoginTaken(trx, login)) return fail({ code: 'login-taken' });
    const created_at = momentOf(made.atMs);
    const duties = { roles: JSON.stringify(roles), department };
    await insertAccount(trx, { id, login, name, password_hash: hash, ...duties, created_at });
    await write(trx, id, by, made);
    const detail = { roles: roles.join(' '), department };
    await appendAudit(trx, { atMs: made.atMs, actor: by.id, act: 'account.invite', object: id, detail });
    const person = await findPerson(trx, id, aliveAt(made.atMs));
    if (person === null) throw new Error('an account that was just made is gone');
    return ok({ person, code: made.code, until: momentOf(made.untilMs) });
  });
}

/** For who lost the password or the code: the old password, 两步验证 and every session end at once. */
export async function inviteAgain(
  deps: PeopleDeps,
  by: Staff,
  id: string,
): Promise<Result<Invitation, Problem>> {
  const [made, hash] = await Promise.all([newCode(deps), unknownPassword()]);
  const invited = await actOn(deps, { by, id }, async ({ trx, person, note }) => {
    if (person.state === 'disabled') return { code: 'person-disabled' };
    if (await isLastAdmin(trx, person.id, deps.clock())) return { code: 'last-admin' };
    await setPasswordHash(trx, person.id, hash);
    await deleteSessionsOf(trx, person.id, null);
    await deleteSecondStep(trx, person.id);
    await write(trx, person.id, by, made);
    await note({ act: 'account.reinvite' });
    return null;
  });
  if (!invited.ok) return invited;
  return ok({ person: invited.value, code: made.code, until: momentOf(made.untilMs) });
}
