import { mayRoles } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { MoveEntry } from '../../contract/desk.ts';
import { Entry } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import {
  isLegalReviewMove,
  type ReviewMoveRule,
  type ReviewState,
  reviewMoveRule,
} from '../../contract/review.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { checked } from '../http/body.ts';
import {
  authorName,
  changeEntry,
  draftAuthors,
  draftBody,
  type EntryRecord,
  entryRecord,
  putAct,
} from '../store/entry.ts';
import { shownHall } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { publishEntries, whyUnfit } from './publish.ts';
import { withdrawEntry } from './withdraw.ts';

/**
 * Review before publication (条例 Art. 17; 先审查、后公开). What may be done is the contract's table alone. A signature is for one
 * revision: it names what the signer had before them, and is refused when another edit came in between.
 */
export interface Signing {
  readonly trx: Trx;
  readonly deps: Pick<Deps, 'keys' | 'clock'>;
  readonly staff: Staff;
  readonly entry: EntryRecord;
  readonly move: MoveEntry;
}

/** The new state's problem-free outcome; `number` when the move made a snapshot. */
export interface Moved {
  readonly number: number | null;
}

export async function moveEntry(
  deps: Pick<Deps, 'store' | 'keys' | 'clock' | 'events'>,
  staff: Staff,
  id: EntryId,
  move: MoveEntry,
): Promise<Result<Moved, Problem>> {
  const moved = await deps.store.transaction(async (trx): Promise<Result<Moved, Problem>> => {
    const entry = await entryRecord(trx, id);
    if (entry === undefined) return fail({ code: 'no-such-thing' });
    const signing = { trx, deps, staff, entry, move };
    const problem = await whyNot(signing);
    if (problem !== null) return fail(problem);
    return carryOut(signing);
  });
  if (moved.ok && moved.value.number !== null) deps.events.announce(moved.value.number);
  return moved;
}

async function whyNot({ trx, deps, staff, entry, move }: Signing): Promise<Problem | null> {
  const rule: ReviewMoveRule = reviewMoveRule(move.move);
  if (!mayRoles(staff.roles, rule.needs)) return { code: 'not-allowed' };
  if (entry.revision !== move.revision) {
    const by = await authorName(trx, entry.author_id);
    return { code: 'edited-meanwhile', by, revision: entry.revision };
  }
  // An edit is a save, which brings the text along.
  const place = { state: entry.state as ReviewState, publishedRevision: entry.published_revision };
  if (move.move === 'edit' || !isLegalReviewMove(place, move.move)) {
    return { code: 'move-not-legal', state: entry.state, move: move.move };
  }
  if (rule.notAuthor === true) {
    // Not only the last hand: whoever wrote any of what has not been published yet.
    const authors = await draftAuthors(trx, entry.id, entry.published_revision ?? 0);
    if (authors.includes(staff.id)) return { code: 'same-person-signs-twice' };
  }
  if (rule.secrecyCheck === true && move.secrecyChecked !== true) return { code: 'secrecy-check-missing' };
  if (move.move === 'approve') return whyNotApprove(trx, entry, deps.clock());
  return rule.reason === true && move.note === undefined ? { code: 'reason-missing' } : null;
}

async function whyNotApprove(
  trx: Trx,
  { id, revision }: EntryRecord,
  nowMs: number,
): Promise<Problem | null> {
  const draft = checked(Entry, JSON.parse(await draftBody(trx, id, revision)));
  if (!draft.ok) return draft.problem;
  const hall = await shownHall(trx);
  return hall === null ? { code: 'not-ready' } : whyUnfit([draft.value], hall, nowMs);
}

async function carryOut(signing: Signing): Promise<Result<Moved, Problem>> {
  const { trx, deps, staff, entry, move } = signing;
  const sealing = { keys: deps.keys, atMs: deps.clock(), by: staff, reason: move.note ?? '发布' };
  if (move.move === 'publish') {
    const published = await publishEntries(trx, [entry], sealing);
    return published.ok ? ok({ number: published.value }) : published;
  }
  if (move.move === 'withdraw') {
    const withdrawn = await withdrawEntry(trx, entry, sealing);
    return withdrawn.ok ? ok({ number: withdrawn.value }) : withdrawn;
  }
  await changeEntry(trx, entry.id, { state: reviewMoveRule(move.move).to });
  await sign(signing);
  return ok({ number: null });
}

async function sign({ trx, deps, staff, entry, move }: Signing): Promise<void> {
  const atMs = deps.clock();
  await putAct(trx, {
    entry_id: entry.id,
    revision: entry.revision,
    move: move.move,
    by_id: staff.id,
    by_name: staff.name,
    at: momentOf(atMs),
    note: move.note ?? null,
    secrecy_checked: move.secrecyChecked === true ? 1 : 0,
  });
  const detail = { revision: entry.revision, secrecyChecked: move.secrecyChecked === true };
  await appendAudit(trx, { atMs, actor: staff.id, act: `content.${move.move}`, object: entry.id, detail });
}
