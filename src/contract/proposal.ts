import * as v from 'valibot';
import type { Permission } from './account.ts';
import type { Day } from './day.ts';
import { Moment } from './day-schema.ts';
import { StaffId } from './id.ts';
import { isLate, type Limits } from './limit.ts';
import { outcomeIds } from './outcome.ts';
import type { Problem } from './problem.ts';
import { prose } from './schema.ts';
import { type SubmissionMove, submissionMoveIds, submissionMoveRule } from './submission.ts';

/**
 * 报批: what an officer may not do alone (an extension, 条例 Art. 33; a refusal) is proposed, and takes effect when the chief of the
 * 工作机构 approves. Until then nothing changes for the visitor and the clocks run on. Legal acts are data, as the moves are.
 */

export const proposalStates = ['waiting', 'approved', 'returned', 'taken-back', 'ended'] as const;
export type ProposalState = (typeof proposalStates)[number];

export interface ProposalActRule {
  readonly label: string;
  readonly to: ProposalState;
  readonly needs: Permission;
  /** Who proposed it does not decide it; a tiny hall has a second person for that too. */
  readonly byAnother?: true;
  readonly reason?: true;
}

export const proposalActs = {
  approve: { label: '批准', to: 'approved', needs: 'submission.approve', byAnother: true },
  return: { label: '退回', to: 'returned', needs: 'submission.approve', byAnother: true, reason: true },
  'take-back': { label: '收回报批', to: 'taken-back', needs: 'submission.move' },
} as const satisfies Record<string, ProposalActRule>;
export type ProposalAct = keyof typeof proposalActs;
export const proposalActIds = Object.keys(proposalActs) as [ProposalAct, ...ProposalAct[]];

export const proposalActRule = (act: ProposalAct): ProposalActRule => proposalActs[act];

const Who = v.strictObject({ id: StaffId, name: v.string() });
export const MAX_RETURN_REASON = 200;

export const Proposal = v.strictObject({
  n: v.pipe(v.number(), v.integer()),
  move: v.picklist(submissionMoveIds),
  outcome: v.nullable(v.picklist(outcomeIds)),
  /** What the visitor will read with number and code once it is approved. */
  publicNote: v.nullable(v.string()),
  by: Who,
  at: Moment,
  state: v.picklist(proposalStates),
  decided: v.nullable(v.strictObject({ by: v.nullable(Who), at: Moment, reason: v.nullable(v.string()) })),
});
export type Proposal = v.InferOutput<typeof Proposal>;

const n = v.pipe(v.number(), v.integer(), v.minValue(1));
export const DecideProposal = v.variant('act', [
  v.strictObject({ act: v.literal('approve'), n }),
  v.strictObject({ act: v.literal('return'), n, reason: prose(MAX_RETURN_REASON) }),
]);
export type DecideProposal = v.InferOutput<typeof DecideProposal>;

export const TakeBackProposal = v.strictObject({ n });
export type TakeBackProposal = v.InferOutput<typeof TakeBackProposal>;

export interface ProposalFacts {
  readonly proposal: Pick<Proposal, 'move' | 'state'> & { readonly by: Pick<Proposal['by'], 'id'> };
  readonly limits: Limits;
  readonly today: Day;
  /** Who would act. */
  readonly me: StaffId;
}

/** The last day on which it can be approved, once that is past; a late reply is still better than none. */
const missedDay = ({ proposal, limits, today }: ProposalFacts): Day | null => {
  const { through } = submissionMoveRule(proposal.move);
  const limit = through ? limits[through] : null;
  return isLate(limit, today) && limit?.due.is === 'day' ? limit.due.on : null;
};

/** What stands in the way of an act on a proposal; null when it may be done. */
export const proposalObstacle = (facts: ProposalFacts, act: ProposalAct): Problem | null => {
  const { proposal, me } = facts;
  if (proposal.state !== 'waiting') return { code: 'proposal-settled' };
  if (proposalActRule(act).byAnother === true && proposal.by.id === me) return { code: 'own-proposal' };
  const on = act === 'approve' ? missedDay(facts) : null;
  return on === null ? null : { code: 'move-too-late', on };
};

/** The day by which it should be approved: the law's, of which an extension lengthens the first; null when there is none. */
export const approveBy = ({ statutory, promised }: Limits, move: SubmissionMove): Day | null => {
  const limit = move === 'extend' ? statutory : (promised ?? statutory);
  return limit?.due.is === 'day' ? limit.due.on : null;
};
