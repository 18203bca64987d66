import * as v from 'valibot';
import { dayAtHall } from '../../contract/day.ts';
import { Day } from '../../contract/day-schema.ts';
import type { SubmissionDetail } from '../../contract/desk.ts';
import type { MoveSubmission, OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import {
  isOutcomeAsked,
  publicNoteOf,
  type SubmissionMove,
  submissionMoveRule,
  supplementByFault,
} from '../../contract/submission.ts';

/** What an officer writes for a move, and what is still wrong with it. */

export const MAX_NOTE = 200;
export const MAX_REPLY = 4_000;

export interface Written {
  readonly publicNote: string;
  readonly reply: string;
  readonly supplementBy: string;
  /** Empty: not chosen yet. */
  readonly outcome: Outcome | '';
}
export const NOTHING: Written = { publicNote: '', reply: '', supplementBy: '', outcome: '' };

export type Faults = { readonly [K in keyof Written]: string | null };

/** What stands in the way, beside its field. The server checks the same. */
export const faultsOf = (
  { move, purpose }: { readonly move: SubmissionMove; readonly purpose: SubmissionDetail['purpose'] },
  it: Written,
  nowMs: number,
): Faults => ({
  publicNote: noteFault(publicNoteOf(move, purpose) === 'required', it.publicNote, dayAtHall(nowMs)),
  reply: submissionMoveRule(move).reply === 'required' ? replyFault(it.reply) : null,
  supplementBy: submissionMoveRule(move).supplementBy ? dayFault(it.supplementBy, dayAtHall(nowMs)) : null,
  outcome: isOutcomeAsked(move, purpose) && it.outcome === '' ? '请选办理结果。' : null,
});

const noteFault = (isRequired: boolean, text: string, today: Day): string | null => {
  const found = personalNumbersIn(text, today).map((kind) => personalNumbers[kind]);
  if (found.length > 0) return `里面有${found.join('、')}。这段话会显示在大厅屏幕上，请删去号码。`;
  if (isRequired && text.trim() === '') return '请写给群众看的说明。';
  return text.length > MAX_NOTE ? `最多 ${MAX_NOTE} 字。` : null;
};

const replyFault = (text: string): string | null => {
  if (text.trim() === '') return '请写答复内容。';
  return text.length > MAX_REPLY ? `最多 ${MAX_REPLY} 字。` : null;
};

const dayOf = (text: string): Day | null => {
  const parsed = v.safeParse(Day, text);
  return parsed.success ? parsed.output : null;
};

const dayFault = (text: string, today: Day): string | null => {
  const by = dayOf(text);
  return by === null ? '请定补充的最后一天。' : supplementByFault(by, today);
};

export const bodyOf = (
  move: SubmissionMove,
  from: SubmissionDetail['state'],
  it: Written,
): MoveSubmission => {
  const supplementBy = dayOf(it.supplementBy);
  return {
    move,
    from,
    ...(supplementBy === null ? {} : { supplementBy }),
    ...(it.publicNote.trim() === '' ? {} : { publicNote: it.publicNote.trim() }),
    ...(it.reply.trim() === '' ? {} : { reply: it.reply.trim() }),
    ...(it.outcome === '' ? {} : { outcome: it.outcome }),
  };
};

/** A proposal that came back is written on from what it was; its reply is there for who has it open. */
export const begunFrom = (
  { proposal }: SubmissionDetail,
  move: SubmissionMove,
  proposed: OpenedSubmission['proposed'],
): Written =>
  proposal?.state === 'returned' && proposal.move === move
    ? {
        ...NOTHING,
        publicNote: proposal.publicNote ?? '',
        outcome: proposal.outcome ?? '',
        reply: proposed.find(({ n }) => n === proposal.n)?.text ?? '',
      }
    : NOTHING;
