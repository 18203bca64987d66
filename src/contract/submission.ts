import * as v from 'valibot';
import type { Permission } from './account.ts';
import { addDays } from './day.ts';
import { Day } from './day-schema.ts';
import { type FormPurpose, formPurposes } from './form.ts';
import { isLate, Limits } from './limit.ts';
import { isRefusal, type Outcome } from './outcome.ts';
import type { Problem } from './problem.ts';
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
  'abandoned',
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
  abandoned: '没有按期补充，视为放弃',
  archived: '已办结归档',
} as const satisfies Record<SubmissionState, string>;

export interface SubmissionMoveRule {
  readonly label: string;
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState;
  readonly needs: Permission;
  readonly purposes?: readonly FormPurpose[];
  /** At most once in a submission's life. */
  readonly once?: true;
  /** Not after the last day of this limit. */
  readonly through?: 'supplement' | 'statutory';
  /** Only when the day that the visitor was given for the supplement is past. */
  readonly afterSupplementBy?: true;
  /** A day is set for the visitor. */
  readonly supplementBy?: 'required';
  /** Words that the visitor sees with number and code; no personal data. Optional, but for some purposes required. */
  readonly publicNote?: 'required' | 'optional';
  readonly noteRequiredFor?: readonly FormPurpose[];
  /** The reply itself: sealed, never shown on a screen. */
  readonly reply?: 'required';
  /** What a request for disclosure comes to by it: named with the reply, or always the same. */
  readonly outcome?: 'asked' | Outcome;
  /** Takes effect when a chief has approved it (contract/proposal); for a request for disclosure alone. */
  readonly approval?: 'always' | 'refusal';
  /** Also while a proposal waits, which it ends. */
  readonly endsProposal?: true;
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
    // 条例 Art. 30: once, within 7 working days, what is missing and by when.
    once: true,
    through: 'supplement',
    supplementBy: 'required',
    publicNote: 'required',
  },
  abandon: {
    label: '逾期不补，视为放弃',
    from: ['supplementAsked'],
    to: 'abandoned',
    needs: 'submission.move',
    // 条例 Art. 30: not supplemented by that day without good reason. No other law ends a complaint so.
    purposes: ['disclosure-request'],
    afterSupplementBy: true,
    publicNote: 'optional',
    outcome: 'other.noSupplement',
  },
  extend: {
    label: '延期',
    from: ['inHand'],
    to: 'extended',
    needs: 'submission.move',
    // 条例 Art. 33: the head of the 工作机构 approves, and the applicant is told before the first term ends.
    purposes: ['disclosure-request'],
    once: true,
    through: 'statutory',
    publicNote: 'required',
    approval: 'always',
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
    // Filed without a name, their reply reaches the visitor by number and code only.
    noteRequiredFor: ['complaint', 'opinion'],
    reply: 'required',
    outcome: 'asked',
    approval: 'refusal',
  },
  withdraw: {
    label: '申请人撤回',
    from: ['received', 'registered', 'inHand', 'supplementAsked', 'extended'],
    to: 'withdrawn',
    needs: 'submission.move',
    outcome: 'other.other',
    endsProposal: true,
  },
  archive: {
    label: '归档',
    from: ['replied', 'transferred', 'withdrawn', 'abandoned'],
    to: 'archived',
    needs: 'submission.move',
  },
} as const satisfies Record<string, SubmissionMoveRule>;
export type SubmissionMove = keyof typeof submissionMoves;
export const submissionMoveIds = Object.keys(submissionMoves) as [SubmissionMove, ...SubmissionMove[]];

export const submissionMoveRule = (move: SubmissionMove): SubmissionMoveRule => submissionMoves[move];

export interface MoveFacts {
  readonly state: SubmissionState;
  readonly purpose: FormPurpose | null;
  /** Every state that it has been in. */
  readonly been: readonly SubmissionState[];
  readonly limits: Limits;
  /** The day that the visitor was given for the supplement that is awaited. */
  readonly supplementBy: Day | null;
  /** A proposal waits for a chief. */
  readonly isProposed: boolean;
  readonly today: Day;
}

/** Is it a move of this state and this kind of form, whatever the day? */
export const isLegalSubmissionMove = (
  { state, purpose }: Pick<MoveFacts, 'state' | 'purpose'>,
  move: SubmissionMove,
): boolean => {
  const { from, purposes } = submissionMoveRule(move);
  return from.includes(state) && (purposes === undefined || (purpose !== null && purposes.includes(purpose)));
};

/** What stands in the way of a move; null when it may be made. The server decides by it, the desk says why before anybody tries. */
export const moveObstacle = (it: MoveFacts, move: SubmissionMove): Problem | null => {
  const rule = submissionMoveRule(move);
  if (!isLegalSubmissionMove(it, move)) return { code: 'move-not-legal', state: it.state, move };
  if (it.isProposed && rule.endsProposal !== true) return { code: 'proposal-waits' };
  if (rule.once && it.been.includes(rule.to)) return { code: 'move-made-before' };
  const limit = rule.through ? it.limits[rule.through] : null;
  if (isLate(limit, it.today) && limit?.due.is === 'day') return { code: 'move-too-late', on: limit.due.on };
  if (rule.afterSupplementBy && it.supplementBy !== null && it.supplementBy >= it.today) {
    return { code: 'move-too-early', on: it.supplementBy };
  }
  return null;
};

export const publicNoteOf = (
  move: SubmissionMove,
  purpose: FormPurpose | null,
): SubmissionMoveRule['publicNote'] => {
  const { publicNote, noteRequiredFor } = submissionMoveRule(move);
  return purpose !== null && noteRequiredFor?.includes(purpose) ? 'required' : publicNote;
};

const isRequest = (purpose: FormPurpose | null): boolean => purpose === 'disclosure-request';

/** Its outcome is named by who replies. */
export const isOutcomeAsked = (move: SubmissionMove, purpose: FormPurpose | null): boolean =>
  isRequest(purpose) && submissionMoveRule(move).outcome === 'asked';

/** What the request comes to by this move; null where nothing is counted. */
export const outcomeOf = (
  move: SubmissionMove,
  purpose: FormPurpose | null,
  named: Outcome | undefined,
): Outcome | null => {
  const { outcome } = submissionMoveRule(move);
  if (!isRequest(purpose) || outcome === undefined) return null;
  return outcome === 'asked' ? (named ?? null) : outcome;
};

/** Whether it waits for a chief before it takes effect (条例 Art. 33; refusals). */
export const needsApproval = (
  move: SubmissionMove,
  purpose: FormPurpose | null,
  outcome: Outcome | null,
): boolean => {
  const { approval } = submissionMoveRule(move);
  if (!isRequest(purpose) || approval === undefined) return false;
  return approval === 'always' || (outcome !== null && isRefusal(outcome));
};

/** The longest time that can be called reasonable (条例 Art. 30) for a supplement. */
export const MOST_SUPPLEMENT_DAYS = 90;

/** Why a day cannot be set for the supplement; null when it can. */
export const supplementByFault = (by: Day, today: Day): string | null => {
  if (by <= today) return '这一天要在今天以后，让群众来得及补。';
  return by > addDays(today, MOST_SUPPLEMENT_DAYS) ? `最多给 ${MOST_SUPPLEMENT_DAYS} 天。` : null;
};

export const isOpenState = (state: SubmissionState): boolean =>
  !['replied', 'transferred', 'withdrawn', 'abandoned', 'archived'].includes(state);

/** What number and query code show: words and dates only, nothing of the visitor. */
export const Progress = v.strictObject({
  receiptNo: ReceiptNo,
  formTitle: v.string(),
  purpose: v.nullable(v.picklist(formPurposes)),
  filedOn: Day,
  state: v.picklist(submissionStates),
  limits: Limits,
  /** The last day for the supplement that is awaited. */
  supplementBy: v.nullable(Day),
  repliedOn: v.nullable(Day),
  steps: v.array(
    v.strictObject({ state: v.picklist(submissionStates), on: Day, note: v.exactOptional(v.string()) }),
  ),
});
export type Progress = v.InferOutput<typeof Progress>;
