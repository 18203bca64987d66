import * as v from 'valibot';
import { Enrolled, type Enrolment } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { routes } from '../../contract/routes.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import { firstMachine, keepMachine, machineOf } from '../store/filed.ts';
import type { EnrolledMachine, OutboxDatabase, StoredMachine } from '../store/outbox-db.ts';
import type { Http } from './http.ts';

/**
 * The machine makes its own key pair and keeps it before it asks to be named: an answer that was lost on the way is asked for
 * again with the same key, and the server names the same machine. What the server has said against this machine is asked anew
 * every time: until it says otherwise, no form is opened.
 */

const isEnrolled = (machine: StoredMachine | null): machine is EnrolledMachine =>
  machine !== null && machine.enrolled !== null;

const withKeys = async (db: OutboxDatabase): Promise<StoredMachine> => {
  const held = await machineOf(db);
  if (held !== null) return held;
  const keys = await makeSigningKey({ extractable: false });
  const publicKey = await exportPublicKey(keys.publicKey);
  return firstMachine(db, { keys, publicKey, enrolled: null });
};

export interface EnrolParts {
  readonly db: OutboxDatabase;
  readonly http: Http;
  readonly kind: Enrolment['kind'];
}

export const enrolledMachine = async (db: OutboxDatabase): Promise<EnrolledMachine | null> => {
  const held = await machineOf(db);
  return isEnrolled(held) ? held : null;
};

const ask = async (
  { db, http, kind }: EnrolParts,
  machine: StoredMachine,
): Promise<Result<EnrolledMachine, Problem>> => {
  const { keys, publicKey, former, revokedAt } = machine;
  const body: Enrolment = { publicKey, kind, ...(former && { former }) };
  const answer = await http.ask({ path: routes.machine, method: 'POST', body });
  if (answer.kind === 'problem') return fail(answer.problem);
  if (answer.kind !== 'ok') return fail({ code: revokedAt ? 'machine-revoked' : answer.kind });
  const parsed = v.safeParse(Enrolled, answer.value);
  if (!parsed.success) return fail({ code: 'not-our-server' });
  const enrolled = { keys, publicKey, enrolled: parsed.output };
  await keepMachine(db, enrolled);
  return ok(enrolled);
};

/** Safe to call at any time; of several pages at once one asks and the others find what it got. */
export const enrol = (
  parts: EnrolParts,
  lock = 'bianminping-enrol',
): Promise<Result<EnrolledMachine, Problem>> =>
  navigator.locks.request(lock, async (): Promise<Result<EnrolledMachine, Problem>> => {
    const machine = await withKeys(parts.db);
    return isEnrolled(machine) && machine.revokedAt === undefined ? ok(machine) : ask(parts, machine);
  });
