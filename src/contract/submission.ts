import * as v from 'valibot';
import type { Permission } from './account.ts';
import { Day } from './day.ts';
import type { FormPurpose } from './form.ts';
import { Limits } from './limit.ts';
import { ReceiptNo } from './receipt-no.ts';

/** What becomes of a filed form: 登记、审核、办理、答复、归档 (条例 Art. 45). Legal moves are data, for the server and the desk alike. */

export const submissionStates = [
  'received',
  'registered',
  'inHand',
  'supplementAsked',
  'extended',
  'transferred',
  'replied',
  'withdrawn',
  'archived',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const submissionStateInWords = {
  received: '已收到，等待登记',
  registered: '已登记',
  inHand: '正在办理',
  supplementAsked: '需要您补充材料',
  extended: '延期办理',
  transferred: '已转交有权办理的单位',
  replied: '已答复',
  withdrawn: '已撤回',
  archived: '已办结归档',
} as const satisfies Record<SubmissionState, string>;

export interface SubmissionMoveRule {
  readonly label: string;
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  readonly needs: Permission;
  readonly purposes?: readonly FormPurpose[];
  /** Words that the visitor sees with number and code; no personal data. */
  readonly publicNote?: 'required' | 'optional';
  /** The reply itself: sealed, never shown on a screen. */
  readonly reply?: 'required';
}

export const submissionMoves = {
  register: { label: '登记', from: ['received'], to: 'registered', needs: 'submission.move' },
  start: {
    label: '开始办理',
    from: ['received', 'registered', 'supplementAsked'],
    to: 'inHand',
    needs: 'submission.move',
  },
  askSupplement: {
    label: '请其补充',
    from: ['registered', 'inHand'],
    to: 'supplementAsked',
    needs: 'submission.move',
    publicNote: 'required',
  },
  extend: {
    label: '延期',
    from: ['inHand'],
    to: 'extended',
    needs: 'submission.move',
    publicNote: 'required',
  },
  transfer: {
    label: '转交',
    from: ['received', 'registered', 'inHand'],
    to: 'transferred',
    needs: 'submission.move',
    publicNote: 'required',
  },
  reply: {
    label: '答复',
    from: ['registered', 'inHand', 'extended'],
    to: 'replied',
    needs: 'submission.move',
    publicNote: 'optional',
    reply: 'required',
  },
  withdraw: {
    label: '申请人撤回',
    from: ['received', 'registered', 'inHand', 'supplementAsked', 'extended'],
    to: 'withdrawn',
    needs: 'submission.move',
  },
  archive: {
    label: '归档',
    from: ['replied', 'transferred', 'withdrawn'],
    to: 'archived',
    needs: 'submission.move',
  },
} as const satisfies Record<string, SubmissionMoveRule>;
export type SubmissionMove = keyof typeof submissionMoves;
export const submissionMoveIds = Object.keys(submissionMoves) as [SubmissionMove, ...SubmissionMove[]];

export const submissionMoveRule = (move: SubmissionMove): SubmissionMoveRule => submissionMoves[move];
export const isLegalSubmissionMove = (state: SubmissionState, move: SubmissionMove): boolean =>
  submissionMoveRule(move).from.includes(state);
export const isOpenState = (state: SubmissionState): boolean =>
  !['replied', 'transferred', 'withdrawn', 'archived'].includes(state);

/** What number and query code show: words and dates only, nothing of the visitor. */
export const Progress = v.strictObject({
  receiptNo: ReceiptNo,
  formTitle: v.string(),
  filedOn: Day,
  state: v.picklist(submissionStates),
  limits: Limits,
  repliedOn: v.nullable(Day),
  steps: v.array(
    v.strictObject({ state: v.picklist(submissionStates), on: Day, note: v.exactOptional(v.string()) }),
  ),
});
export type Progress = v.InferOutput<typeof Progress>;
