import { dayAtHall } from '../../contract/day.ts';
import type { SubmissionRow } from '../../contract/desk.ts';
import { outcomeInWords } from '../../contract/outcome.ts';
import { approveBy, type Proposal, type ProposalState } from '../../contract/proposal.ts';
import { submissionMoveRule } from '../../contract/submission.ts';
import { dueInWords } from '../part/words.ts';

/** What the desk says of a proposal (报批). */

export const settledInWords = {
  waiting: '等批准',
  approved: '批准',
  returned: '退回',
  'taken-back': '收回',
  ended: '不用批了',
} as const satisfies Record<ProposalState, string>;

/** `延期`, `答复（（三）不予公开 1.属于国家秘密）` */
export const proposalInWords = ({ move, outcome }: Pick<Proposal, 'move' | 'outcome'>): string => {
  const { label } = submissionMoveRule(move);
  return outcome === null ? label : `${label} · ${outcomeInWords(outcome)}`;
};

export interface LastDay {
  readonly isPast: boolean;
  /** `12月8日（周二）` */
  readonly day: string;
  /** `最晚 12月8日（周二）批`, or that the day is past. */
  readonly say: string;
}

/** The day by which a chief should have decided. */
export const lastDayOf = (
  { limits }: Pick<SubmissionRow, 'limits'>,
  { move }: Pick<Proposal, 'move'>,
  nowMs: number,
): LastDay => {
  const on = approveBy(limits, move);
  if (on === null) return { isPast: false, day: '算不出，请尽快批', say: '算不出最晚哪天批，请尽快批' };
  const isPast = on < dayAtHall(nowMs);
  const day = dueInWords(on, nowMs);
  return isPast
    ? { isPast, day: `${day}，已经过了`, say: `最晚 ${day}，已经过了` }
    : { isPast, day, say: `最晚 ${day}批` };
};

/** What to do once the last day is past: nothing else of it can be made good by waiting. */
export const whenPast = ({ move }: Pick<Proposal, 'move'>, who: 'chief' | 'officer'): string => {
  if (move === 'extend')
    return who === 'chief'
      ? '过了这一天，延期不能再批。请退回，让经办马上答复。'
      : '过了这一天，延期不能再批。请收回报批，马上答复。';
  return who === 'chief'
    ? '请现在就批准或者退回，不要再等：逾期没有答复，申请人可以申请行政复议。'
    : '请马上当面请负责人批；负责人不在，请系统管理员另定一位工作机构负责人。';
};
