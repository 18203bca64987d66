import { minuteInWords, momentOf } from '../../contract/day.ts';
import type { MoveEntry } from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { reviewMoveRule } from '../../contract/review.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import {
  actsOnRevision,
  changeEntry,
  type EntryRecord,
  entryRecord,
  type NamedEntryRecord,
  putAct,
} from '../store/entry.ts';
import { owedFor } from '../store/entry-row.ts';
import type { Trx } from '../store/store.ts';
import { judge, revisionFor } from './judge.ts';
import { publishEntries } from './publish.ts';
import { withdrawEntry } from './withdraw.ts';

/**
 * Review before publication (条例 Art. 17; 先审查、后公开). What may be done is the contract's table alone. A signature is for one
 * revision: it names what the signer had before them, and is refused when another edit came in between.
 */
export interface Signing {
  readonly trx: Trx;
  readonly deps: Pick<Deps, 'keys' | 'clock'>;
  readonly staff: Staff;
  readonly entry: NamedEntryRecord;
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
    const judged = await judge(signing);
    return judged.ok ? carryOut(signing, judged.value.isException) : judged;
  });
  if (moved.ok && moved.value.number !== null) deps.events.announce(moved.value.number);
  return moved;
}

const noteOf = ({ note, publishAt }: MoveEntry): string | null =>
  [publishAt && `定在 ${minuteInWords(publishAt)}。`, note].filter(Boolean).join(' ') || null;

/** What was judged is done, in the transaction of the judgement. */
export async function carryOut(signing: Signing, isException: boolean): Promise<Result<Moved, Problem>> {
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
  if (move.move === 'urgent') {
    const published = await publishEntries(trx, [entry], sealing, { reviewed: 'urgent' });
    if (!published.ok) return published;
    await sign(signing, isException);
    return ok({ number: published.value });
  }
  if (reviewMoveRule(move.move).whileUrgent !== true) {
    const publishAt = move.move === 'schedule' ? (move.publishAt ?? null) : null;
    await changeEntry(trx, entry.id, { state: reviewMoveRule(move.move).to, publish_at: publishAt });
  }
  await sign(signing, isException);
  await settleUrgent(trx, entry);
  return ok({ number: null });
}

/** Nothing is owed any more once both signatures have followed. */
async function settleUrgent(trx: Trx, entry: EntryRecord): Promise<void> {
  const revision = owedFor(entry);
  if (revision === null) return;
  const made = (await actsOnRevision(trx, entry.id, revision)).map((act) => act.move);
  if (made.includes('review-after') && made.includes('clear-after'))
    await changeEntry(trx, entry.id, { urgent_revision: null });
}

async function sign({ trx, deps, staff, entry, move }: Signing, isException: boolean): Promise<void> {
  const atMs = deps.clock();
  const revision = revisionFor(move.move, entry);
  const secrecyChecked = move.secrecyChecked === true;
  await putAct(trx, {
    entry_id: entry.id,
    revision,
    move: move.move,
    by_id: staff.id,
    by_name: staff.name,
    at: momentOf(atMs),
    note: noteOf(move),
    secrecy_checked: secrecyChecked ? 1 : 0,
    is_exception: isException ? 1 : 0,
    aspects: JSON.stringify([...new Set(move.aspects ?? [])]),
    findings: JSON.stringify([...new Set(move.seen ?? [])]),
  });
  const findings = move.seen?.length ?? 0;
  const detail = { revision, secrecyChecked, findings, ...(isException && { exception: true }) };
  await appendAudit(trx, { atMs, actor: staff.id, act: `content.${move.move}`, object: entry.id, detail });
}
