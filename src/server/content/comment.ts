import { mayRoles, type Permission } from '../../contract/account.ts';
import { momentOf } from '../../contract/day.ts';
import type { ChangeSheet, NewComment, SettleComment } from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { authorName, entryRecord } from '../store/entry.ts';
import { commentOf, putComment, putSheet, settleComment } from '../store/sheet.ts';
import { whyNotTheirs } from './department.ts';

/** Words beside an entry, for the desk alone: between its author and who reviews it, and why it is not disclosed. */

/** Who reads only says nothing. */
const SPEAKERS: readonly Permission[] = ['content.edit', 'content.review', 'content.secrecy', 'content.sign'];

export function comment(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { text, answers }: NewComment,
): Promise<Result<null, Problem>> {
  return store.transaction(async (trx) => {
    if (!SPEAKERS.some((each) => mayRoles(staff.roles, each))) return fail({ code: 'not-allowed' });
    const record = await entryRecord(trx, id);
    if (record === undefined) return fail({ code: 'no-such-thing' });
    const asked = answers === undefined ? undefined : await commentOf(trx, id, answers);
    if (answers !== undefined && asked === undefined) return fail({ code: 'no-such-thing' });
    const [atMs, { revision }] = [clock(), record];
    const by = { by_id: staff.id, by_name: staff.name, at: momentOf(atMs) };
    // An answer to an answer belongs to the same comment.
    await putComment(trx, {
      entry_id: id,
      revision,
      ...by,
      text,
      answers: asked?.answers ?? asked?.n ?? null,
    });
    await appendAudit(trx, {
      atMs,
      actor: staff.id,
      act: 'content.comment',
      object: id,
      detail: { revision },
    });
    return ok(null);
  });
}

/** What a comment asks for is done, or not after all. */
export function settle(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { n, isDone }: SettleComment & { readonly n: number },
): Promise<Result<null, Problem>> {
  return store.transaction(async (trx) => {
    if (!SPEAKERS.some((each) => mayRoles(staff.roles, each))) return fail({ code: 'not-allowed' });
    const said = await commentOf(trx, id, n);
    if (said === undefined || said.answers !== null) return fail({ code: 'no-such-thing' });
    if ((said.done_at !== null) === isDone) return ok(null);
    const atMs = clock();
    const by = { done_by_id: staff.id, done_by_name: staff.name, done_at: momentOf(atMs) };
    await settleComment(trx, n, isDone ? by : { done_by_id: null, done_by_name: null, done_at: null });
    const detail = { revision: said.revision, isDone };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'content.comment-done', object: id, detail });
    return ok(null);
  });
}

/** 不予公开的理由和依据, as whoever writes the entry proposes it. */
export function changeSheet(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { revision, withheld }: ChangeSheet,
): Promise<Result<null, Problem>> {
  return store.transaction(async (trx) => {
    const record = await entryRecord(trx, id);
    if (record === undefined) return fail({ code: 'no-such-thing' });
    if (record.revision !== revision) {
      const by = await authorName(trx, record.author_id);
      return fail({ code: 'edited-meanwhile', by, revision: record.revision });
    }
    const notTheirs = await whyNotTheirs(trx, staff, 'content.edit', [record.its_department]);
    if (notTheirs !== null) return fail(notTheirs);
    const atMs = clock();
    await putSheet(trx, { entry_id: id, withheld, by_id: staff.id, changed_at: momentOf(atMs) });
    const detail = { revision, isGiven: withheld !== null };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'content.sheet', object: id, detail });
    return ok(null);
  });
}
