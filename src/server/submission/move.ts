import type { Day } from '../../contract/day.ts';
import type { MoveSubmission } from '../../contract/desk-submission.ts';
import type { Form } from '../../contract/form.ts';
import type { SubmissionId } from '../../contract/id.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  isOutcomeAsked,
  type MoveFacts,
  moveObstacle,
  needsApproval,
  outcomeOf,
  publicNoteOf,
  type SubmissionMoveRule,
  submissionMoveRule,
  supplementByFault,
} from '../../contract/submission.ts';
import { sealNote } from '../../seal/note.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { waitingProposal } from '../store/proposal.ts';
import { eventsOf, findSubmission, type ListedSubmission } from '../store/submission.ts';
import type { Definitions } from './definition.ts';
import { type Effect, takeEffect } from './effect.ts';
import { replyContext } from './open.ts';
import { endProposal, propose } from './proposal.ts';
import { limitsOfRow, nowAt, purposeOf, supplementByOf } from './row.ts';

/**
 * A submission goes on, by the table of legal moves. Two officers who saw the same state: the second is told, nothing is done twice.
 * A reply is sealed before it is stored; the public note is seen by whoever has number and code, so it holds no personal number.
 */

export type MoveDeps = Pick<Deps, 'store' | 'keys' | 'clock'> & { readonly definitions: Definitions };

type Step = MoveSubmission & { readonly rule: SubmissionMoveRule };

export async function moveOn(
  deps: MoveDeps,
  id: SubmissionId,
  asked: { readonly move: MoveSubmission; readonly by: Staff },
): Promise<Result<null, Problem>> {
  const row = await findSubmission(deps.store.db, id);
  if (row === null) return fail({ code: 'no-such-thing' });
  const step: Step = { ...asked.move, rule: submissionMoveRule(asked.move.move) };
  const form = await deps.definitions(row.form_digest);
  const purpose = purposeOf(row, form);
  const problem = await objection(deps, row, form, step);
  if (problem !== null) return fail(problem);
  const { move, from, supplementBy, publicNote = null } = step;
  const outcome = outcomeOf(move, purpose, step.outcome);
  const sealedReply =
    step.reply === undefined
      ? null
      : await sealNote(step.reply, replyContext(id), deps.keys.hallKey.publicKey);
  const effect: Effect = {
    ...{ id, move, from, publicNote, outcome, sealedReply, by: asked.by.id, atMs: deps.clock() },
    ...(supplementBy === undefined ? {} : { supplementBy }),
  };
  const isDone = await taken(deps, effect, needsApproval(move, purpose, outcome));
  return isDone ? ok(null) : fail(notLegal(row, step));
}

const notLegal = (row: ListedSubmission, step: Step): Problem => ({
  code: 'move-not-legal',
  state: row.state,
  move: step.move,
});

async function objection(
  deps: MoveDeps,
  row: ListedSubmission,
  form: Form | null,
  step: Step,
): Promise<Problem | null> {
  if (row.state !== step.from) return notLegal(row, step);
  const now = await nowAt(deps);
  const { today } = now;
  const facts: MoveFacts = {
    state: row.state,
    purpose: purposeOf(row, form),
    been: (await eventsOf(deps.store.db, row.id)).map((event) => event.state),
    limits: limitsOfRow(row, form, now),
    supplementBy: supplementByOf(row),
    isProposed: (await waitingProposal(deps.store.db, row.id)) !== null,
    today,
  };
  const obstacle = moveObstacle(facts, step.move);
  if (obstacle !== null) return obstacle;
  const faults = [
    ...noteFaults(step, facts),
    ...outcomeFaults(step, facts),
    ...replyFaults(step),
    ...supplementFaults(step, today),
  ];
  return faults.length > 0 ? { code: 'bad-input', faults } : null;
}

interface Fault {
  readonly path: string;
  readonly say: string;
}

function noteFaults({ move, rule, publicNote }: Step, { purpose, today }: MoveFacts): readonly Fault[] {
  const path = 'publicNote';
  if (publicNote === undefined) {
    return publicNoteOf(move, purpose) === 'required' ? [{ path, say: '请写给办事人看的说明。' }] : [];
  }
  if (rule.publicNote === undefined) return [{ path, say: '这一步不写给办事人看的说明。' }];
  const found = personalNumbersIn(publicNote, today).map((kind) => personalNumbers[kind]);
  if (found.length === 0) return [];
  return [{ path, say: `说明里有${found.join('、')}。大厅屏幕上看得到这段话，请删去号码再提交。` }];
}

function replyFaults({ rule, reply }: Step): readonly Fault[] {
  if (rule.reply === 'required' && reply === undefined) return [{ path: 'reply', say: '请写答复内容。' }];
  if (rule.reply === undefined && reply !== undefined) return [{ path: 'reply', say: '这一步不写答复。' }];
  return [];
}

function outcomeFaults({ move, outcome }: Step, { purpose }: MoveFacts): readonly Fault[] {
  const path = 'outcome';
  const isAsked = isOutcomeAsked(move, purpose);
  if (isAsked && outcome === undefined) return [{ path, say: '请选办理结果。' }];
  return !isAsked && outcome !== undefined ? [{ path, say: '这一步不选办理结果。' }] : [];
}

function supplementFaults({ rule, supplementBy }: Step, today: Day): readonly Fault[] {
  const path = 'supplementBy';
  if (rule.supplementBy === undefined) {
    return supplementBy === undefined ? [] : [{ path, say: '这一步不定补充的日子。' }];
  }
  const say = supplementBy === undefined ? '请定补充的最后一天。' : supplementByFault(supplementBy, today);
  return say === null ? [] : [{ path, say }];
}

/** The move takes effect, or goes to a chief, and is audited: one transaction. False when another was quicker. */
function taken({ store }: MoveDeps, effect: Effect, isToApprove: boolean): Promise<boolean> {
  const { id, move, from, by, atMs, outcome } = effect;
  return store.transaction(async (trx) => {
    if (isToApprove) return propose(trx, effect);
    const { endsProposal, to } = submissionMoveRule(move);
    if (endsProposal === true) await endProposal(trx, effect);
    // A colleague may have proposed something between our look and now.
    else if ((await waitingProposal(trx, id)) !== null) return false;
    if (!(await takeEffect(trx, effect))) return false;
    const detail = { move, from, to, ...(outcome === null ? {} : { outcome }) };
    await appendAudit(trx, { atMs, actor: by, act: 'submission.move', object: id, detail });
    return true;
  });
}
