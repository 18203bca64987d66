import { momentOf } from '../../contract/day.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import { changeEntry, type EntryRecord, putAct } from '../store/entry.ts';
import type { Trx } from '../store/store.ts';
import { stillNamed } from './reference.ts';
import { type Sealing, sealSnapshot } from './seal-snapshot.ts';

/** What has to go goes at once: a snapshot of its own, without waiting for the next publication. Its index number stays its own. */
export async function withdrawEntry(
  trx: Trx,
  record: EntryRecord,
  sealing: Sealing,
): Promise<Result<number, Problem>> {
  const id = record.id as EntryId;
  const named = await stillNamed(trx, id, record.title);
  if (named !== null) return fail(named);
  const { atMs, by, reason } = sealing;
  // A newer draft goes on its way: what was shown and what is being written are two things.
  const state = record.state === 'published' ? 'withdrawn' : record.state;
  await changeEntry(trx, id, { state, published_revision: null });
  await putAct(trx, {
    entry_id: id,
    revision: record.revision,
    move: 'withdraw',
    by_id: by.id,
    by_name: by.name,
    at: momentOf(atMs),
    note: reason,
    secrecy_checked: 0,
  });
  const detail = { revision: record.revision };
  await appendAudit(trx, { atMs, actor: by.id ?? 'system', act: 'content.withdraw', object: id, detail });
  const changes = new Map([[entryObjectId(id), null]]);
  return ok(await sealSnapshot(trx, changes, { ...sealing, reason: `撤下“${record.title}”：${reason}` }));
}
