import { type Day, dayAtHall, momentOf } from '../../contract/day.ts';
import type { StaffId, SubmissionId } from '../../contract/id.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { type SubmissionMove, type SubmissionState, submissionMoveRule } from '../../contract/submission.ts';
import type { Trx } from '../store/store.ts';
import { addEvent, addReply, changeState, eventsOf } from '../store/submission.ts';

/** What a move does, whether its officer made it alone or a chief approved it: state, history and reply together. */

export interface Effect {
  readonly id: SubmissionId;
  readonly move: SubmissionMove;
  readonly from: SubmissionState;
  /** Whose move it is, also when another approved it. */
  readonly by: StaffId;
  readonly atMs: number;
  readonly publicNote: string | null;
  readonly sealedReply: string | null;
  readonly outcome: Outcome | null;
  readonly supplementBy?: Day;
}

/** False when another was quicker; then nothing was written. */
export async function takeEffect(trx: Trx, effect: Effect): Promise<boolean> {
  const { id, move, from, by, publicNote, sealedReply, outcome } = effect;
  const { to, once } = submissionMoveRule(move);
  // Another officer may have done it and gone on between our look and now.
  if (once && (await eventsOf(trx, id)).some((event) => event.state === to)) return false;
  const change = { state: to, ...(outcome === null ? {} : { outcome }), ...clockChange(effect) };
  if (!(await changeState(trx, { id, from }, change))) return false;
  const at = momentOf(effect.atMs);
  await addEvent(trx, { submission_id: id, state: to, move, at, by_id: by, public_note: publicNote });
  if (sealedReply !== null) await addReply(trx, { submission_id: id, at, by_id: by, note: sealedReply });
  return true;
}

/** What a move means for the clocks: a supplement stops them and starts them anew (条例 Art. 30), an extension lengthens them (Art. 33). */
function clockChange({ move, from, supplementBy, atMs }: Effect) {
  if (supplementBy !== undefined) return { supplement_by: supplementBy };
  if (from === 'supplementAsked' && move === 'start') return { counted_from: dayAtHall(atMs) };
  if (move === 'extend') return { extended_at: momentOf(atMs) };
  return move === 'reply' ? { replied_on: dayAtHall(atMs) } : {};
}
