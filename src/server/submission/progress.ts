import * as v from 'valibot';
import { dayAtHall } from '../../contract/day.ts';
import { MachineId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { normalizeQueryCode, normalizeReceiptNo, ReceiptNo } from '../../contract/receipt-no.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import type { Progress } from '../../contract/submission.ts';
import { equal, utf8 } from '../../seal/bytes.ts';
import { codeCheck } from '../../seal/code-check.ts';
import { hmac } from '../../seal/hmac.ts';
import type { Deps } from '../deps.ts';
import { limit } from '../http/limit.ts';
import { findMachine, type StoredMachine } from '../store/machine.ts';
import { eventsOf, findByReceiptNo, type ListedSubmission } from '../store/submission.ts';
import type { Definitions } from './definition.ts';
import { limitsOfRow, nowAt, purposeOf, supplementByOf } from './row.ts';

/**
 * What number and query code show. A wrong number and a wrong code get the same answer after the same work, and few tries are given,
 * so that nobody learns who filed what by guessing. Look-ups that succeed do not count: the hall's screen serves many visitors.
 * Wrong tries count for the number and for who asks: an enrolled machine for itself (its id is known to it and to us alone), so
 * that a telephone in the hall's network does not lock the screen beside it; anybody else for their address.
 */

const HOUR_MS = 3_600_000;
const TRIES_PER_NUMBER = 5;
const TRIES_PER_ADDRESS = 20;
/** A screen stands before everybody who comes in; each receipt number still has its own few tries. */
const TRIES_PER_MACHINE = 60;

const typed = v.pipe(v.string(), v.maxLength(60));
export const ProgressQuery = v.strictObject({
  receiptNo: typed,
  code: typed,
  machine: v.exactOptional(MachineId),
});
export type ProgressQuery = v.InferOutput<typeof ProgressQuery>;

export type ProgressDeps = Pick<Deps, 'store' | 'keys' | 'clock'> & { readonly definitions: Definitions };
export type LookUp = (query: ProgressQuery, address: string) => Promise<Result<Progress, Problem>>;

/** Salt for a number that does not exist: of the same form as a real one. */
const NO_SUBMISSION = '00000000-0000-7000-8000-000000000000';

export function makeLookUp(deps: ProgressDeps): LookUp {
  const perNumber = limit({ most: TRIES_PER_NUMBER, perMs: HOUR_MS, clock: deps.clock });
  const perAddress = limit({ most: TRIES_PER_ADDRESS, perMs: HOUR_MS, clock: deps.clock });
  const perMachine = limit({ most: TRIES_PER_MACHINE, perMs: HOUR_MS, clock: deps.clock });
  return async (query, address) => {
    const number = normalizeReceiptNo(query.receiptNo);
    const machine = query.machine === undefined ? null : await findMachine(deps.store.db, query.machine);
    const [perAsker, asker] = isTrusted(machine) ? [perMachine, machine.id] : [perAddress, address];
    const seconds = perAsker.take(asker) || perNumber.take(number);
    if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
    const row = await matching(deps, number, normalizeQueryCode(query.code));
    if (row === null) return fail({ code: 'wrong-number-or-code' });
    perNumber.giveBack(number);
    perAsker.giveBack(asker);
    return ok(await progressOf(deps, row));
  };
}

const isTrusted = (machine: StoredMachine | null): machine is StoredMachine =>
  machine !== null && machine.revoked_at === null;

async function matching(
  { store, keys }: ProgressDeps,
  number: string,
  code: string,
): Promise<ListedSubmission | null> {
  const receiptNo = v.safeParse(ReceiptNo, number);
  const row = receiptNo.success ? await findByReceiptNo(store.db, receiptNo.output) : null;
  const check = await hmac(keys.pepper, await codeCheck(code, row?.id ?? NO_SUBMISSION));
  const isRight = equal(utf8(check), utf8(row?.code_check ?? '-'.repeat(check.length)));
  return isRight ? row : null;
}

async function progressOf(deps: ProgressDeps, row: ListedSubmission): Promise<Progress> {
  const form = await deps.definitions(row.form_digest);
  const events = await eventsOf(deps.store.db, row.id);
  return {
    receiptNo: row.receipt_no,
    formTitle: form?.title ?? row.form_title,
    purpose: purposeOf(row, form),
    filedOn: row.filed_on,
    state: row.state,
    limits: limitsOfRow(row, form, await nowAt(deps)),
    supplementBy: supplementByOf(row),
    repliedOn: row.replied_on,
    steps: events.map((event) => ({
      state: event.state,
      on: dayAtHall(Date.parse(event.at)),
      ...(event.public_note === null ? {} : { note: event.public_note }),
    })),
  };
}
