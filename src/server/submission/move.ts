import { type Day, dayAtHall, momentOf } from '../../contract/day.ts';
import type { MoveSubmission } from '../../contract/desk.ts';
import type { SubmissionId } from '../../contract/id.ts';
import { personalNumbers, personalNumbersIn } from '../../contract/personal-data.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  type MoveFacts,
  moveObstacle,
  publicNoteOf,
  type SubmissionMoveRule,
  submissionMoveRule,
  supplementByFault,
} from '../../contract/submission.ts';
import { sealNote } from '../../seal/note.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import {
  addEvent,
  addReply,
  changeState,
  eventsOf,
  findSubmission,
  type ListedSubmission,
} from '../store/submission.ts';
import type { Definitions } from './definition.ts';
import { replyContext } from './open.ts';
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
  const problem = await objection(deps, row, step);
  if (problem !== null) return fail(problem);
  const sealedReply =
    step.reply === undefined
      ? null
      : await sealNote(step.reply, replyContext(id), deps.keys.hallKey.publicKey);
  const isDone = await taken(deps, row, { step, by: asked.by, sealedReply });
  return isDone ? ok(null) : fail(notLegal(row, step));
}

const notLegal = (row: ListedSubmission, step: Step): Problem => ({
  code: 'move-not-legal',
  state: row.state,
  move: step.move,
});

async function objection(deps: MoveDeps, row: ListedSubmission, step: Step): Promise<Problem | null> {
  if (row.state !== step.from) return notLegal(row, step);
  const form = await deps.definitions(row.form_digest);
  const now = await nowAt(deps);
  const { today } = now;
  const facts: MoveFacts = {
    state: row.state,
    purpose: purposeOf(row, form),
    been: (await eventsOf(deps.store.db, row.id)).map((event) => event.state),
    limits: limitsOfRow(row, form, now),
    supplementBy: supplementByOf(row),
    today,
  };
  const obstacle = moveObstacle(facts, step.move);
  if (obstacle !== null) return obstacle;
  const faults = [...noteFaults(step, facts), ...replyFaults(step), ...supplementFaults(step, today)];
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

function supplementFaults({ rule, supplementBy }: Step, today: Day): readonly Fault[] {
  const path = 'supplementBy';
  if (rule.supplementBy === undefined) {
    return supplementBy === undefined ? [] : [{ path, say: '这一步不定补充的日子。' }];
  }
  const say = supplementBy === undefined ? '请定补充的最后一天。' : supplementByFault(supplementBy, today);
  return say === null ? [] : [{ path, say }];
}

interface Taking {
  readonly step: Step;
  readonly by: Staff;
  readonly sealedReply: string | null;
}

/** State, history, reply and audit in one transaction; false when another was quicker. */
function taken(
  { store, clock }: MoveDeps,
  row: ListedSubmission,
  { step, by, sealedReply }: Taking,
): Promise<boolean> {
  const { id } = row;
  const { to } = step.rule;
  const atMs = clock();
  const at = momentOf(atMs);
  return store.transaction(async (trx) => {
    // Another officer may have done it and gone on between our look and now.
    if (step.rule.once && (await eventsOf(trx, id)).some((event) => event.state === to)) return false;
    const change = { state: to, ...clockChange(step, atMs) };
    if (!(await changeState(trx, { id, from: step.from }, change))) return false;
    await addEvent(trx, {
      submission_id: id,
      state: to,
      move: step.move,
      at,
      by_id: by.id,
      public_note: step.publicNote ?? null,
    });
    if (sealedReply !== null) {
      await addReply(trx, { submission_id: id, at, by_id: by.id, note: sealedReply });
    }
    const detail = { move: step.move, from: step.from, to };
    await appendAudit(trx, { atMs, actor: by.id, act: 'submission.move', object: id, detail });
    return true;
  });
}

/** What a move means for the clocks: a supplement stops them and starts them anew (条例 Art. 30), an extension lengthens them (Art. 33). */
function clockChange({ move, from, supplementBy }: Step, atMs: number) {
  if (supplementBy !== undefined) return { supplement_by: supplementBy };
  if (from === 'supplementAsked' && move === 'start') return { counted_from: dayAtHall(atMs) };
  if (move === 'extend') return { extended_at: momentOf(atMs) };
  return move === 'reply' ? { replied_on: dayAtHall(atMs) } : {};
}
