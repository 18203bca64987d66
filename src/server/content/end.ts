import type { EndEntry } from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Deps, Staff } from '../deps.ts';
import { changeEntry, entryRecord } from '../store/entry.ts';
import { isTooSoon } from './judge.ts';
import { chartOfGuide, leavingWith } from './reference.ts';

/** Sets the moment at which an entry leaves the screens by itself, or takes it back. */
export function endEntry(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  staff: Staff,
  id: EntryId,
  { endAt }: EndEntry,
): Promise<Result<null, Problem>> {
  return store.transaction(async (trx) => {
    const atMs = clock();
    const record = await entryRecord(trx, id);
    if (record === undefined) return fail({ code: 'no-such-thing' });
    if (endAt !== null && isTooSoon(endAt, atMs)) return fail({ code: 'moment-past' });
    if (endAt !== null && record.publish_at !== null && endAt <= record.publish_at)
      return fail({ code: 'ends-before' });
    const held = endAt === null ? null : await chartOfGuide(trx, await leavingWith(trx, id));
    if (held !== null) return fail(held);
    await changeEntry(trx, id, { end_at: endAt });
    const detail = { revision: record.revision, endAt };
    await appendAudit(trx, { atMs, actor: staff.id, act: 'content.end', object: id, detail });
    return ok(null);
  });
}
