import { momentOf } from '../../contract/day.ts';
import { Envelope } from '../../contract/envelope.ts';
import type { Digest } from '../../contract/id.ts';
import { uploadIncident } from '../../contract/machine.ts';
import type { Problem } from '../../contract/problem.ts';
import type { ReceiptBody, ServerReceipt } from '../../contract/receipt.ts';
import { receiptParts } from '../../contract/receipt-no.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { verifyEnvelope } from '../../seal/envelope.ts';
import { hmac } from '../../seal/hmac.ts';
import { sign } from '../../seal/sign.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps } from '../deps.ts';
import { checked, parseJson } from '../http/body.ts';
import { noteIncident } from '../store/incident.ts';
import { findMachine, type StoredMachine } from '../store/machine.ts';
import { isStorageFull } from '../store/store.ts';
import {
  findSubmission,
  keepConflict,
  type ListedSubmission,
  type StoredSubmission,
} from '../store/submission.ts';
import type { Commit } from './commit-queue.ts';
import type { Definitions } from './definition.ts';
import { filingDay } from './filing-day.ts';

/**
 * Takes what a screen sends. Promises: the receipt is given only after the commit is on the disk; the same envelope again, at any
 * time, gets the same receipt and makes no second row; other content under a known id or receipt number is refused and kept, never
 * lost and never put in its place; the text is stored as it came.
 */

export type ReceiveDeps = Pick<Deps, 'store' | 'keys' | 'clock' | 'log'> & {
  readonly definitions: Definitions;
  /** Seconds that this machine must wait, by its quota; asked once it has proved who it is. */
  readonly quota: (machine: StoredMachine, bytes: number) => number;
  readonly commit: Commit;
};

export interface Received {
  readonly receipt: ServerReceipt;
  readonly isNew: boolean;
}

/** The text as it came, and what it says. */
interface Arrival {
  readonly text: string;
  readonly digest: Digest;
  readonly envelope: Envelope;
  readonly machine: StoredMachine;
}

export async function receive(
  deps: ReceiveDeps,
  id: string,
  text: string,
): Promise<Result<Received, Problem>> {
  const arrival = await examined(deps, id, text);
  if (!arrival.ok) return arrival;
  const { envelope, machine } = arrival.value;
  const seconds = deps.quota(machine, Buffer.byteLength(text));
  if (seconds > 0) return fail({ code: 'too-many-tries', seconds });
  // Most repeats end here, without the work of a first time.
  const known = await findSubmission(deps.store.db, envelope.submission);
  if (known?.digest === arrival.value.digest) return ok({ receipt: receiptOf(known), isNew: false });
  try {
    return await stored(deps, arrival.value, await newRow(deps, arrival.value));
  } catch (error) {
    if (isStorageFull(error)) return fail({ code: 'storage-full' });
    throw error;
  }
}

/** What can be refused without touching what is stored. */
async function examined(deps: ReceiveDeps, id: string, text: string): Promise<Result<Arrival, Problem>> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = checked(Envelope, json.value);
  if (!parsed.ok) return parsed;
  const envelope = parsed.value;
  if (envelope.submission !== id) return wrong('submission', '地址里的编号和内容里的不一样。');
  if (envelope.hall !== deps.keys.hall) return wrong('hall', '这份表不是交给本大厅的。');
  const machine = await findMachine(deps.store.db, envelope.machine);
  if (machine === null) return fail({ code: 'machine-unknown' });
  if (!(await verifyEnvelope(envelope, machine.public_key))) return fail({ code: 'signature-wrong' });
  if (machine.revoked_at !== null) return refusedOf(deps, 'machine-revoked', envelope);
  if (receiptParts(envelope.receiptNo).prefix !== machine.prefix) {
    return fail({ code: 'receipt-number-not-yours' });
  }
  return ok({ text, digest: await digest(text), envelope, machine });
}

/** Somebody holds a receipt for it: staff hear of it, whether or not the screen still tells them. */
async function refusedOf(
  { store, clock }: ReceiveDeps,
  code: 'machine-revoked',
  { machine, receiptNo, filedAt }: Envelope,
): Promise<Result<never, Problem>> {
  const told = { kind: uploadIncident(code), detail: receiptNo, at: filedAt, heardAt: momentOf(clock()) };
  await store.transaction((trx) => noteIncident(trx, { ...told, machine }));
  return fail({ code });
}

const wrong = (path: string, say: string): Result<never, Problem> =>
  fail({ code: 'bad-input', faults: [{ path, say }] });

/** Everything slow (signing, digests) happens here, before the transaction. */
async function newRow(
  deps: ReceiveDeps,
  { text, digest, envelope, machine }: Arrival,
): Promise<StoredSubmission> {
  const receivedAt = momentOf(deps.clock());
  const form = await deps.definitions(envelope.form.digest);
  const body: ReceiptBody = {
    v: 1,
    submission: envelope.submission,
    receiptNo: envelope.receiptNo,
    digest,
    receivedAt,
  };
  const { privateKey, keyId } = deps.keys.receipt;
  const signedText = canonical(body);
  const filedOn = filingDay(envelope.filedAt, receivedAt);
  return {
    id: envelope.submission,
    receipt_no: envelope.receiptNo,
    machine_id: envelope.machine,
    prefix: machine.prefix,
    form_id: envelope.form.id,
    form_digest: envelope.form.digest,
    form_title: form?.title ?? '没有登记的表单',
    purpose: form?.purpose ?? null,
    clock: envelope.clock,
    envelope: text,
    digest,
    receipt_body: signedText,
    receipt_signature: await sign(privateKey, 'receipt', utf8(signedText)),
    receipt_key_id: keyId,
    code_check: await hmac(deps.keys.pepper, envelope.codeCheck),
    filed_at: envelope.filedAt,
    filed_on: filedOn,
    received_at: receivedAt,
    counted_from: filedOn,
    extended_at: null,
    supplement_by: null,
    replied_on: null,
    outcome: null,
    state: 'received',
  };
}

async function stored(
  deps: ReceiveDeps,
  arrival: Arrival,
  row: StoredSubmission,
): Promise<Result<Received, Problem>> {
  const isNew = await deps.commit(row);
  if (isNew) return ok({ receipt: receiptOf(row), isNew: true });
  return clash(deps, arrival, row);
}

/** The id or the receipt number is there already. Rows never go, so what is found now decides for ever. */
async function clash(
  { store, clock, log }: ReceiveDeps,
  { text }: Arrival,
  row: StoredSubmission,
): Promise<Result<Received, Problem>> {
  const known = await findSubmission(store.db, row.id);
  if (known?.digest === row.digest) return ok({ receipt: receiptOf(known), isNew: false });
  const code = known ? 'other-content-under-this-id' : 'receipt-number-taken';
  await store.transaction(async (trx) => {
    const isNew = await keepConflict(trx, {
      code,
      submission_id: row.id,
      receipt_no: row.receipt_no,
      machine_id: row.machine_id,
      digest: row.digest,
      envelope: text,
      received_at: row.received_at,
    });
    if (!isNew) return;
    await noteIncident(trx, {
      machine: row.machine_id,
      kind: uploadIncident(code),
      detail: row.receipt_no,
      at: row.received_at,
      heardAt: row.received_at,
    });
    const detail = { code, digest: row.digest };
    await appendAudit(trx, {
      atMs: clock(),
      actor: row.machine_id,
      act: 'submission.conflict',
      object: row.id,
      detail,
    });
  });
  log.warn({ code, submission: row.id, machine: row.machine_id }, 'submission.conflict');
  return fail({ code });
}

const receiptOf = (
  row: Pick<ListedSubmission, 'receipt_body' | 'receipt_signature' | 'receipt_key_id'>,
): ServerReceipt => ({
  body: row.receipt_body,
  signature: row.receipt_signature,
  keyId: row.receipt_key_id,
});
