import { momentOf } from '../../contract/day.ts';
import { plainCode } from '../../contract/people.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  type ConfirmSecondStep,
  type NewSecret,
  RECOVERY_CODES,
  type RecoveryCodes,
  type SecondStep,
  type WithPassword,
} from '../../contract/second-step.ts';
import { digest } from '../../seal/digest.ts';
import { keepSecret, useSecret } from '../../seal/node/kept-secret.ts';
import { verifyPassword } from '../../seal/node/password.ts';
import { randomBytes, randomPassword } from '../../seal/random.ts';
import { base32, matchingStep, SECRET_BYTES } from '../../seal/totp.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { limit } from '../http/limit.ts';
import { accountOf } from '../store/account.ts';
import {
  changeSecondStep,
  countRecoveryCodes,
  deleteSecondStep,
  findSecondStep,
  putRecoveryCodes,
  putSecondStep,
  spendRecoveryCode,
} from '../store/second-step.ts';
import type { Trx } from '../store/store.ts';

/**
 * 两步验证 (TOTP, RFC 6238). Promises: the secret leaves once, to the person who switches it on, and rests encrypted; a code lets in
 * once; guesses are counted; switching on and off asks for the password.
 */

export type StepDeps = Pick<Deps, 'store' | 'clock' | 'keys'>;
type Own<T, Asked> = (staff: Staff, asked: Asked) => Promise<Result<T, Problem>>;

export interface SecondStepDesk {
  readonly show: (staff: Staff) => Promise<SecondStep>;
  readonly begin: Own<NewSecret, WithPassword>;
  readonly confirm: Own<RecoveryCodes, ConfirmSecondStep>;
  readonly end: Own<SecondStep, WithPassword>;
}

const TRIES = 5;
const SPAN_MS = 15 * 60_000;

export function makeSecondStep(deps: StepDeps): SecondStepDesk {
  const { store, clock, keys } = deps;
  const tries = limit({ most: TRIES, perMs: SPAN_MS, clock });
  const show = async ({ id }: Staff): Promise<SecondStep> => ({
    isOn: ((await findSecondStep(store.db, id))?.confirmed_at ?? null) !== null,
    codesLeft: await countRecoveryCodes(store.db, id),
  });
  const whyNot = async (staff: Staff, password: string): Promise<Problem | string> => {
    const seconds = tries.take(staff.id);
    if (seconds > 0) return { code: 'too-many-tries', seconds };
    const account = await accountOf(store.db, staff.id);
    if (account === null) return { code: 'not-logged-in' };
    if (!(await verifyPassword(account.passwordHash, password))) return { code: 'wrong-present-password' };
    tries.giveBack(staff.id);
    return account.login;
  };
  return {
    show,
    async begin(staff, { password }) {
      const login = await whyNot(staff, password);
      if (typeof login !== 'string') return fail(login);
      const secret = randomBytes(SECRET_BYTES);
      const kept = keepSecret(secret, staff.id, keys.pepper);
      return store.transaction(async (trx) => {
        const held = await findSecondStep(trx, staff.id);
        if (held !== undefined && held.confirmed_at !== null) return fail({ code: 'second-step-is-on' });
        await putSecondStep(trx, { staff_id: staff.id, secret: kept, confirmed_at: null, last_step: -1 });
        const text = base32(secret);
        return ok({ secret: text, uri: uriOf(login, text) });
      });
    },
    async confirm(staff, { code }) {
      const seconds = tries.take(staff.id);
      if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
      const codes = Array.from({ length: RECOVERY_CODES }, randomPassword);
      const hashes = await Promise.all(codes.map((each) => digest(plainCode(each))));
      return store.transaction(async (trx) => {
        const held = await findSecondStep(trx, staff.id);
        if (held === undefined || held.confirmed_at !== null) return fail({ code: 'no-such-thing' });
        if (!(await spendCode(trx, deps, { staff, code }))) return fail({ code: 'wrong-code' });
        tries.giveBack(staff.id);
        const atMs = clock();
        await changeSecondStep(trx, staff.id, { confirmed_at: momentOf(atMs) });
        await putRecoveryCodes(trx, staff.id, hashes);
        await appendAudit(trx, { atMs, actor: staff.id, act: 'account.second-step', object: staff.id });
        return ok({ codes });
      });
    },
    async end(staff, { password }) {
      const login = await whyNot(staff, password);
      if (typeof login !== 'string') return fail(login);
      await store.transaction(async (trx) => {
        if (!(await deleteSecondStep(trx, staff.id))) return;
        const act = { act: 'account.second-step-off', object: staff.id } as const;
        await appendAudit(trx, { atMs: clock(), actor: staff.id, ...act });
      });
      return ok(await show(staff));
    },
  };
}

/** What an app reads (the key URI format that they share). */
const uriOf = (login: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`便民屏:${login}`)}?secret=${secret}&issuer=${encodeURIComponent('便民屏')}`;

/** Whether the code lets in. It is spent by that: no code lets in twice, from the app or from the paper. */
export async function spendCode(
  trx: Trx,
  { clock, keys }: Pick<StepDeps, 'clock' | 'keys'>,
  { staff, code }: { readonly staff: Staff; readonly code: string },
): Promise<boolean> {
  const held = await findSecondStep(trx, staff.id);
  if (held === undefined) return false;
  const plain = plainCode(code);
  const secret = useSecret(held.secret, staff.id, keys.pepper);
  const step = await matchingStep(secret, plain, { nowMs: clock(), lastStep: held.last_step });
  if (step === null) return spendRecoveryCode(trx, staff.id, await digest(plain));
  await changeSecondStep(trx, staff.id, { last_step: step });
  return true;
}
