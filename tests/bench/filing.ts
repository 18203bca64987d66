import * as v from 'valibot';
import { momentOf } from '../../src/contract/day.ts';
import { Digest, EntryId, type SubmissionId } from '../../src/contract/id.ts';
import { Enrolled } from '../../src/contract/machine.ts';
import { receiptNo } from '../../src/contract/receipt-no.ts';
import { MEDIA_TYPE, routes } from '../../src/contract/routes.ts';
import { SignedHead, SnapshotChange, SnapshotHead } from '../../src/contract/snapshot.ts';
import { sealEnvelope } from '../../src/seal/envelope.ts';
import { randomId, randomToken } from '../../src/seal/random.ts';
import { exportPublicKey, makeSigningKey } from '../../src/seal/sign.ts';
import type { KeyHandle } from '../../src/seal/webcrypto.ts';

/**
 * Envelopes as screens make them, from several enrolled screens, each at an address of its own (limits go by both), all on the
 * server's machine: such screens are confirmed from the beginning.
 */
export interface Filed {
  readonly id: SubmissionId;
  readonly text: string;
  readonly address: string;
}

/** Below what one screen or one address may send in a minute. */
const PER_SCREEN = 250;
const FORM = 'form/disclosure-request';

interface Known {
  readonly hallPublicKey: string;
  readonly form: { readonly id: EntryId; readonly digest: Digest };
}

interface Screen {
  readonly enrolled: Enrolled;
  readonly key: KeyHandle;
  readonly address: string;
}

export async function filings(url: string, count: number): Promise<Filed[]> {
  const known = await read(url);
  const filed: Filed[] = [];
  for (let number = 0; filed.length < count; number += 1) {
    const screen = await enrol(url, `127.0.1.${number + 1}`);
    for (let sequence = 1; sequence <= PER_SCREEN && filed.length < count; sequence += 1) {
      filed.push(await file(screen, sequence, known));
    }
  }
  return filed;
}

/** The hall's key and the form's digest, as a screen learns them. */
async function read(url: string): Promise<Known> {
  const signed = v.parse(SignedHead, await json(url, routes.head));
  const head = v.parse(SnapshotHead, JSON.parse(signed.head));
  const change = v.parse(SnapshotChange, await json(url, routes.change(0, head.number)));
  const hallPublicKey = head.keys.find(({ purpose }) => purpose === 'hall')?.publicKey ?? '';
  const digest = change.put.find(([id]) => id === FORM)?.[1];
  return { hallPublicKey, form: { id: v.parse(EntryId, FORM), digest: v.parse(Digest, digest) } };
}

async function enrol(url: string, address: string): Promise<Screen> {
  const keys = await makeSigningKey({ extractable: true });
  const body = { publicKey: await exportPublicKey(keys.publicKey), kind: 'screen' };
  const answer = await json(url, routes.machine, { body, address });
  return { enrolled: v.parse(Enrolled, answer), key: keys.privateKey, address };
}

async function file({ enrolled, key, address }: Screen, sequence: number, known: Known): Promise<Filed> {
  const now = Date.now();
  const submission = randomId(now) as SubmissionId;
  const envelope = await sealEnvelope({
    header: {
      hall: enrolled.hall,
      machine: enrolled.machine,
      submission,
      receiptNo: receiptNo(enrolled.prefix, sequence),
      form: known.form,
      clock: 0,
      filedAt: momentOf(now),
      // As long as a real check, which is slow on purpose.
      codeCheck: randomToken(),
    },
    answers: {
      answers: {
        type: 'citizen',
        name: '王某某（示例）',
        phone: '0436-7861003',
        what: '2025 年甲村耕地地力保护补贴发放清册，包括面积、标准和发放日期，最好是电子表格。',
      },
      noticeVersion: '2026-11-20',
      filedBy: 'visitor',
    },
    hallPublicKey: known.hallPublicKey,
    machineKey: key,
  });
  return { id: submission, text: JSON.stringify(envelope), address };
}

async function json(
  url: string,
  path: string,
  sent?: { readonly body: object; readonly address: string },
): Promise<unknown> {
  const answer = await fetch(url + path, {
    ...(sent && { method: 'POST', body: JSON.stringify(sent.body) }),
    headers: { 'content-type': MEDIA_TYPE, 'x-forwarded-for': sent?.address ?? '127.0.1.255' },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
