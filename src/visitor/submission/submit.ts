import { answerFaults, clockIndexOf, filedBy, tidyAnswers } from '../../contract/answer.ts';
import { dayAtHall, momentOf } from '../../contract/day.ts';
import type { WorkCalendar } from '../../contract/deadline.ts';
import { MAX_CONTENT_BYTES, type SealedContent } from '../../contract/envelope.ts';
import type { HallId } from '../../contract/id.ts';
import { limitsOf } from '../../contract/limit.ts';
import type { Problem } from '../../contract/problem.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { sealEnvelope } from '../../seal/envelope.ts';
import type { Filing, GivenReceipt } from '../session/memory.ts';
import { takeSequence } from '../store/filed.ts';
import type { Filed } from '../store/journal-view.ts';
import { keepInBoth, type Places } from '../store/keep.ts';
import type { EnrolledMachine } from '../store/outbox-db.ts';
import type { Prepared } from './prepare.ts';

/**
 * From answers in memory to a sealed envelope in two places. Success is returned only after both places have it on disk; from
 * then on the answers exist nowhere in clear. Whatever goes wrong before that leaves the answers with the visitor and nothing
 * in the outbox.
 */

export interface SubmitParts extends Places {
  readonly machine: EnrolledMachine;
  readonly hallKey: { readonly hall: HallId; readonly publicKey: string };
  readonly calendar: WorkCalendar;
  /** The largest running number that the journal knows for this machine's prefix. */
  readonly sequenceFloor: number;
  readonly prepared: Prepared;
  readonly nowMs: number;
  /** False: `nowMs` cannot be right, and no date that rests on it may be told to the visitor. */
  readonly isClockSure: boolean;
}

const MAX_SEQUENCE = 999_999;

const contentOf = (filing: Filing): SealedContent => {
  const { form } = filing;
  const answers = tidyAnswers(form, filing.answers);
  return { answers, noticeVersion: form.notice.version, filedBy: filedBy(form, answers) };
};

const sealed = async (filing: Filing, parts: SubmitParts, sequence: number): Promise<Filed> => {
  const { machine, hallKey, prepared, nowMs } = parts;
  const { form, answers } = filing;
  const number = receiptNo(machine.enrolled.prefix, sequence);
  const filedAt = momentOf(nowMs);
  const envelope = await sealEnvelope({
    header: {
      hall: hallKey.hall,
      machine: machine.enrolled.machine,
      submission: prepared.id,
      receiptNo: number,
      form: { id: form.id, digest: filing.digest },
      clock: clockIndexOf(form, answers),
      filedAt,
      codeCheck: prepared.codeCheck,
    },
    answers: contentOf(filing),
    hallPublicKey: hallKey.publicKey,
    machineKey: machine.keys.privateKey,
  });
  const bytes = utf8(canonical(envelope));
  const row = { id: prepared.id, receiptNo: number, digest: await digest(bytes) };
  return { envelope: { ...row, bytes }, receipt: { ...row, filedAt, server: null, isShown: false } };
};

const receiptOf = (
  filing: Filing,
  { calendar, prepared, nowMs, isClockSure }: SubmitParts,
  filed: Filed,
): GivenReceipt => {
  const { form, answers } = filing;
  const filedOn = dayAtHall(nowMs);
  const index = clockIndexOf(form, answers);
  return {
    receiptNo: filed.receipt.receiptNo,
    code: prepared.code,
    form: { id: form.id, title: form.title },
    filedOn: isClockSure ? filedOn : null,
    limits: limitsOf(calendar, {
      clock: index === null ? undefined : form.clocks[index],
      countedFrom: filedOn,
      isPaused: false,
      purpose: form.purpose,
      isExtended: false,
      isSupplementAsked: false,
      today: filedOn,
    }),
    nextSteps: form.nextSteps,
  };
};

export const submitFiling = async (
  filing: Filing,
  parts: SubmitParts,
): Promise<Result<GivenReceipt, Problem>> => {
  const faults = answerFaults(filing.form, filing.answers, dayAtHall(parts.nowMs));
  if (faults.length > 0) {
    return fail({ code: 'bad-input', faults: faults.map(({ question, say }) => ({ path: question, say })) });
  }
  if (utf8(canonical(contentOf(filing))).length > MAX_CONTENT_BYTES) return fail({ code: 'too-large' });
  const { prefix } = parts.machine.enrolled;
  const sequence = await takeSequence(parts.db, prefix, parts.sequenceFloor).catch(() => null);
  if (sequence === null) return fail({ code: 'storage-full' });
  if (sequence > MAX_SEQUENCE) return fail({ code: 'not-ready' });
  const filed = await sealed(filing, parts, sequence);
  if (!(await keepInBoth(parts, filed))) return fail({ code: 'storage-full' });
  return ok(receiptOf(filing, parts, filed));
};
