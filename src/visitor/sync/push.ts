import * as v from 'valibot';
import { momentOf } from '../../contract/day.ts';
import type { Envelope } from '../../contract/envelope.ts';
import type { SubmissionId } from '../../contract/id.ts';
import type { KeyCertificate } from '../../contract/key.ts';
import { uploadIncident } from '../../contract/machine.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { ReceiptBody, ServerReceipt } from '../../contract/receipt.ts';
import { routes } from '../../contract/routes.ts';
import { fromUtf8, utf8 } from '../../seal/bytes.ts';
import { verify } from '../../seal/sign.ts';
import { acknowledge, envelopeOf, noteMachineRefusal, setAside, waitingIds } from '../store/filed.ts';
import { tombstoneRecord } from '../store/journal-view.ts';
import type { Places } from '../store/keep.ts';
import type { StoredEnvelope } from '../store/outbox-db.ts';
import type { Answer, Http } from './http.ts';

/**
 * Sends what waits, oldest first. An envelope leaves only when the server's signed receipt over its very digest is stored: neither
 * a 200 nor a receipt for something else proves anything. Nothing marks an envelope as "being sent": the Web Lock that one
 * page holds is gone with the page.
 */

/**
 * `stop`: it will go no better with the others. `aside`: never this one, go on. `skip`: not now, go on. `unnamed`: the server has
 * forgotten this machine.
 */
type Verdict = 'sent' | 'stop' | 'aside' | 'skip' | 'unnamed';

const VERDICTS: Readonly<Partial<Record<ProblemCode, Verdict>>> = {
  'bad-input': 'aside',
  'not-json': 'aside',
  'too-large': 'aside',
  'signature-wrong': 'aside',
  'receipt-number-not-yours': 'aside',
  'other-content-under-this-id': 'aside',
  'receipt-number-taken': 'aside',
};

export interface PushParts extends Places {
  readonly http: Http;
  /** Receipt keys that the current snapshot certifies. */
  readonly receiptKeys: () => Promise<readonly KeyCertificate[]>;
  readonly now: () => number;
  readonly onChange: () => void;
  readonly onIncident: (kind: string, detail: string) => void;
}

export type PushEnd =
  | { readonly kind: 'drained' | 'busy' }
  | { readonly kind: 'held'; readonly left: number; readonly againInMs?: number }
  /** The receipt is signed by a key that is newer than our snapshot: pull, then push again. */
  | { readonly kind: 'needs-pull' }
  /** The server does not know this machine any more: enrol, then push again. */
  | { readonly kind: 'unnamed' };

type ReceiptCheck = 'good' | 'unknown-key' | 'bad';

const bodyOf = (text: string): ReceiptBody | null => {
  try {
    const parsed = v.safeParse(ReceiptBody, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

export const checkReceipt = async (
  receipt: ServerReceipt,
  envelope: Pick<StoredEnvelope, 'id' | 'receiptNo' | 'digest'>,
  keys: readonly KeyCertificate[],
): Promise<ReceiptCheck> => {
  const key = keys.find((each) => each.purpose === 'receipt' && each.keyId === receipt.keyId);
  if (key === undefined) return 'unknown-key';
  if (!(await verify(key.publicKey, 'receipt', utf8(receipt.body), receipt.signature))) return 'bad';
  const body = bodyOf(receipt.body);
  const isForThis =
    body !== null &&
    body.submission === envelope.id &&
    body.receiptNo === envelope.receiptNo &&
    body.digest === envelope.digest;
  return isForThis ? 'good' : 'bad';
};

const confirm = async (
  parts: PushParts,
  envelope: StoredEnvelope,
  value: unknown,
): Promise<Verdict | 'needs-pull'> => {
  const parsed = v.safeParse(ServerReceipt, value);
  if (!parsed.success) return 'stop';
  const check = await checkReceipt(parsed.output, envelope, await parts.receiptKeys());
  if (check === 'unknown-key') return 'needs-pull';
  if (check === 'bad') {
    parts.onIncident('receipt-wrong', envelope.receiptNo);
    return 'stop';
  }
  const confirmed = await acknowledge(parts.db, envelope.id, parsed.output);
  // Not vital: without it the next start finds the receipt in the database and writes the tombstone then.
  if (confirmed !== null) await parts.journal.append([tombstoneRecord(confirmed)]).catch(() => undefined);
  return 'sent';
};

const judge = async (
  parts: PushParts,
  envelope: StoredEnvelope,
  answer: Answer,
): Promise<Verdict | 'needs-pull' | { readonly againInMs: number }> => {
  if (answer.kind === 'ok') return confirm(parts, envelope, answer.value);
  if (answer.kind !== 'problem') return 'stop';
  const { problem } = answer;
  if (problem.code === 'too-many-tries') return { againInMs: problem.seconds * 1_000 };
  const verdict = (await machineVerdict(parts, envelope, problem.code)) ?? VERDICTS[problem.code] ?? 'stop';
  if (verdict === 'aside') {
    await setAside(parts.db, envelope.id, { code: problem.code, at: momentOf(parts.now()) });
  }
  if (verdict !== 'stop') parts.onIncident(uploadIncident(problem.code), envelope.receiptNo);
  return verdict;
};

/**
 * What is said of this very machine is remembered. It is true of a whole enrolment: envelopes of an earlier one must not hold up
 * those of the present one, and wait.
 */
const machineVerdict = async (
  { db, now }: PushParts,
  { bytes }: StoredEnvelope,
  code: ProblemCode,
): Promise<Verdict | null> => {
  if (code !== 'machine-unknown' && code !== 'machine-revoked') return null;
  const { machine } = JSON.parse(fromUtf8(bytes)) as Pick<Envelope, 'machine'>;
  const isThis = await noteMachineRefusal(db, { machine, code, at: momentOf(now()) });
  return isThis && code === 'machine-unknown' ? 'unnamed' : 'skip';
};

const sendOne = async (parts: PushParts, id: SubmissionId) => {
  const envelope = await envelopeOf(parts.db, id);
  if (envelope === null) return 'sent';
  const path = routes.submission(id);
  const answer = await parts.http.ask({ path, method: 'PUT', body: envelope.bytes, limitMs: 60_000 });
  return judge(parts, envelope, answer);
};

const drain = async (parts: PushParts): Promise<PushEnd> => {
  let skipped = 0;
  const ids = await waitingIds(parts.db);
  for (const [at, id] of ids.entries()) {
    const verdict = await sendOne(parts, id);
    parts.onChange();
    const left = ids.length - at + skipped;
    if (verdict === 'needs-pull' || verdict === 'unnamed') return { kind: verdict };
    if (verdict === 'stop') return { kind: 'held', left };
    if (typeof verdict === 'object') return { kind: 'held', left, againInMs: verdict.againInMs };
    if (verdict === 'skip') skipped += 1;
  }
  return skipped === 0 ? { kind: 'drained' } : { kind: 'held', left: skipped };
};

/** Two pages of one machine: the one that holds the lock sends. */
export const push = (parts: PushParts, lock = 'bianminping-send'): Promise<PushEnd> =>
  navigator.locks.request(
    lock,
    { ifAvailable: true },
    async (held): Promise<PushEnd> => (held === null ? { kind: 'busy' } : drain(parts)),
  );
