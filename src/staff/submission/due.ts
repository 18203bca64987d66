import { dayAtHall } from '../../contract/day.ts';
import type { SubmissionRow } from '../../contract/desk.ts';
import type { FormPurpose } from '../../contract/form.ts';
import { isOpenState, type SubmissionState } from '../../contract/submission.ts';
import { dateInWords } from '../part/words.ts';

/** What the desk says of a submission: the visitor's screen has other words for the same states. */
export const stateAtDesk = {
  received: '待登记',
  registered: '已登记',
  inHand: '办理中',
  supplementAsked: '等申请人补充',
  extended: '已延期',
  transferred: '已转交',
  replied: '已答复',
  withdrawn: '申请人撤回',
  archived: '已归档',
} as const satisfies Record<SubmissionState, string>;

export const purposeInWords = {
  'disclosure-request': '依申请公开',
  complaint: '投诉咨询',
  opinion: '意见建议',
} as const satisfies Record<FormPurpose, string>;

export interface Due {
  readonly say: string;
  /** The legal term, where the hall's own promise is another. */
  readonly more?: string;
  readonly tone: 'late' | 'soon' | 'calm' | 'none';
}

type Timed = Pick<SubmissionRow, 'state' | 'left' | 'promisedOn' | 'statutoryOn'>;

const SOON_WORKDAYS = 2;

const leftInWords = (left: number): Pick<Due, 'say' | 'tone'> => {
  if (left < 0) return { say: `超承诺 ${-left} 个工作日`, tone: 'late' };
  if (left === 0) return { say: '今天到期', tone: 'late' };
  return { say: `还有 ${left} 个工作日`, tone: left <= SOON_WORKDAYS ? 'soon' : 'calm' };
};

/** Days left in words. `left` counts to the promise; without one the legal day speaks. */
export const dueOf = (row: Timed, nowMs: number): Due => {
  const { promisedOn, statutoryOn, left } = row;
  if (!isOpenState(row.state)) return { say: '不再计时', tone: 'none' };
  const isPastLaw = statutoryOn !== null && statutoryOn < dayAtHall(nowMs);
  const law =
    statutoryOn === null
      ? undefined
      : `法定 ${dateInWords(statutoryOn, nowMs)}${isPastLaw ? '，已超过' : ''}`;
  const more = law === undefined ? {} : { more: law };
  if (left !== null) return { ...leftInWords(left), ...more, ...(isPastLaw ? { tone: 'late' } : {}) };
  if (promisedOn !== null) return { say: `${dateInWords(promisedOn, nowMs)}到期`, tone: 'calm', ...more };
  return law === undefined
    ? { say: '没有期限', tone: 'none' }
    : { say: law, tone: isPastLaw ? 'late' : 'calm' };
};
