import * as v from 'valibot';
import { momentOf } from '../contract/day.ts';
import type { Envelope, SealedContent } from '../contract/envelope.ts';
import { Digest, type SubmissionId } from '../contract/id.ts';
import { Enrolled } from '../contract/machine.ts';
import { receiptNo } from '../contract/receipt-no.ts';
import { routes } from '../contract/routes.ts';
import { codeCheck } from '../seal/code-check.ts';
import { sealEnvelope } from '../seal/envelope.ts';
import { randomId, randomToken } from '../seal/random.ts';
import { exportPublicKey, makeSigningKey } from '../seal/sign.ts';
import type { KeyPair } from '../seal/webcrypto.ts';
import type { TestHall } from './test-hall.ts';

/** A screen for tests: enrols as a real one does, and seals with the real key. */
export interface TestMachine {
  readonly enrolled: Enrolled;
  readonly keys: KeyPair;
  readonly seal: (filing?: Filing) => Promise<Envelope>;
}

export interface Filing {
  readonly id?: SubmissionId;
  readonly sequence?: number;
  readonly answers?: SealedContent['answers'];
  /** Worked into the check as a screen does it (slow); without one the check is random. */
  readonly code?: string;
  readonly filedAtMs?: number;
  readonly header?: Partial<Envelope>;
}

/** At first on the server's own machine, so that a screen is confirmed from the beginning. */
export async function enrolMachine(
  hall: TestHall,
  kind: 'screen' | 'phone' = 'screen',
  address = '127.0.0.1',
): Promise<TestMachine> {
  const keys = await makeSigningKey({ extractable: true });
  const publicKey = await exportPublicKey(keys.publicKey);
  const answer = await hall.ask('POST', routes.machine, { body: { publicKey, kind }, address });
  const enrolled = v.parse(Enrolled, await answer.json());
  let last = 0;
  const seal = async (filing: Filing = {}): Promise<Envelope> => {
    const now = hall.deps.clock();
    const submission = filing.id ?? newSubmissionId(now);
    last += 1;
    return sealEnvelope({
      header: {
        hall: enrolled.hall,
        machine: enrolled.machine,
        submission,
        receiptNo: receiptNo(enrolled.prefix, filing.sequence ?? last),
        form: { id: hall.form.id, digest: v.parse(Digest, hall.formDigest) },
        clock: 0,
        filedAt: momentOf(filing.filedAtMs ?? now),
        codeCheck: filing.code ? await codeCheck(filing.code, submission) : randomToken(),
        ...filing.header,
      },
      answers: {
        answers: filing.answers ?? { name: '张三（示例）', what: '土地承包台账' },
        noticeVersion: hall.form.notice.version,
        filedBy: 'visitor',
      },
      hallPublicKey: hall.deps.keys.hallKey.publicKey,
      machineKey: keys.privateKey,
    });
  };
  return { enrolled, keys, seal };
}

export const newSubmissionId = (nowMs: number): SubmissionId => randomId(nowMs) as SubmissionId;

export const upload = (hall: TestHall, envelope: Envelope, address?: string): Promise<Response> =>
  hall.ask('PUT', routes.submission(envelope.submission), {
    body: envelope,
    ...(address === undefined ? {} : { address }),
  });
