import type { Act } from '../../contract/audit.ts';
import { momentOf } from '../../contract/day.ts';
import type { SubmissionId } from '../../contract/id.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Problem } from '../../contract/problem.ts';
import {
  type DecideProposal,
  type ProposalAct,
  type ProposalFacts,
  proposalActRule,
  proposalObstacle,
} from '../../contract/proposal.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { addProposal, type NamedProposal, proposalsOf, settleProposal } from '../store/proposal.ts';
import type { Trx } from '../store/store.ts';
import { findSubmission } from '../store/submission.ts';
import type { Definitions } from './definition.ts';
import { type Effect, takeEffect } from './effect.ts';
import { limitsOfRow, nowAt } from './row.ts';

/**
 * 报批: an extension or a refusal is written down as it will be, its reply sealed, and nothing of it takes effect before a chief
 * approves. The clocks run on meanwhile: they are the law's, not the desk's.
 */

export type ProposalDeps = Pick<Deps, 'store' | 'clock'> & { readonly definitions: Definitions };

/** False when another one waits already, or the submission went on meanwhile. */
export async function propose(trx: Trx, effect: Effect): Promise<boolean> {
  const { id, move, from, by, atMs, outcome } = effect;
  if ((await findSubmission(trx, id))?.state !== from) return false;
  const isAdded = await addProposal(trx, {
    submission_id: id,
    move,
    from_state: from,
    outcome,
    public_note: effect.publicNote,
    note: effect.sealedReply,
    at: momentOf(atMs),
    by_id: by,
    state: 'waiting',
    decided_at: null,
    decided_by_id: null,
    reason: null,
  });
  if (!isAdded) return false;
  const detail = { move, from, ...(outcome === null ? {} : { outcome }) };
  await appendAudit(trx, { atMs, actor: by, act: 'submission.propose', object: id, detail });
  return true;
}

/** What was asked for is gone: the applicant took it back. */
export async function endProposal(trx: Trx, effect: Effect): Promise<void> {
  const waiting = (await proposalsOf(trx, effect.id)).find(({ state }) => state === 'waiting');
  if (waiting === undefined) return;
  const decided = { decided_at: momentOf(effect.atMs), decided_by_id: effect.by, reason: null };
  await settleProposal(trx, waiting.n, { state: 'ended', ...decided });
}

export const TAKE_BACK = 'take-back';
export type Asked = DecideProposal | { readonly act: typeof TAKE_BACK; readonly n: number };

export async function settle(
  deps: ProposalDeps,
  id: SubmissionId,
  { asked, by }: { readonly asked: Asked; readonly by: Staff },
): Promise<Result<null, Problem>> {
  const row = await findSubmission(deps.store.db, id);
  const proposal = (await proposalsOf(deps.store.db, id)).find((each) => each.n === asked.n);
  if (row === null || proposal === undefined) return fail({ code: 'no-such-thing' });
  const now = await nowAt(deps);
  const limits = limitsOfRow(row, await deps.definitions(row.form_digest), now);
  const problem = obstacle(proposal, asked, { limits, today: now.today, me: by.id });
  if (problem !== null) return fail(problem);
  const isDone = await deps.store.transaction((trx) =>
    settled(trx, proposal, { asked, by, atMs: deps.clock() }),
  );
  return isDone ? ok(null) : fail({ code: 'proposal-settled' });
}

function obstacle(
  proposal: NamedProposal,
  asked: Asked,
  facts: Omit<ProposalFacts, 'proposal'>,
): Problem | null {
  const { move, state, by_id: id } = proposal;
  const problem = proposalObstacle({ ...facts, proposal: { move, state, by: { id } } }, asked.act);
  if (problem !== null || asked.act !== 'return') return problem;
  // It stands in the open beside what is sealed.
  const found = personalNumbersIn(asked.reason, facts.today).map((kind) => personalNumbers[kind]);
  if (found.length === 0) return null;
  const say = `理由里有${found.join('、')}。请删去号码再退回。`;
  return { code: 'bad-input', faults: [{ path: 'reason', say }] };
}

interface Settling {
  readonly asked: Asked;
  readonly by: Staff;
  readonly atMs: number;
}

/** Throws when what was approved cannot be done: then the proposal waits on. */
async function settled(trx: Trx, proposal: NamedProposal, { asked, by, atMs }: Settling): Promise<boolean> {
  const { n, submission_id: id, move, outcome } = proposal;
  const { to } = proposalActRule(asked.act);
  const decided = { decided_at: momentOf(atMs), decided_by_id: by.id };
  const reason = asked.act === 'return' ? asked.reason : null;
  if (!(await settleProposal(trx, n, { state: to, ...decided, reason }))) return false;
  if (asked.act === 'approve' && !(await takeEffect(trx, effectOf(proposal, atMs))))
    throw new Error('a proposal outlived the state that it was made for');
  const detail = { move, ...(outcome === null ? {} : { outcome }) };
  await appendAudit(trx, { atMs, actor: by.id, ...audited[asked.act], object: id, detail });
  return true;
}

/** How each stands in the audit. */
const audited = {
  approve: { act: 'submission.approve' },
  return: { act: 'submission.return' },
  [TAKE_BACK]: { act: 'submission.take-back' },
} as const satisfies Record<ProposalAct, { readonly act: Act }>;

const effectOf = (it: NamedProposal, atMs: number): Effect => ({
  id: it.submission_id,
  move: it.move,
  from: it.from_state,
  by: it.by_id,
  atMs,
  publicNote: it.public_note,
  sealedReply: it.note,
  outcome: it.outcome,
});
