import { momentOf } from '../../contract/day.ts';
import { kindInWords } from '../../contract/entry.ts';
import { kindOf } from '../../contract/entry-name.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { appendAudit } from '../audit/audit.ts';
import { changeEntry, type EntryRecord, entryRecord, putAct } from '../store/entry.ts';
import type { Trx } from '../store/store.ts';
import { chartOfGuide, leavingWith } from './reference.ts';
import { type Sealing, sealSnapshot } from './seal-snapshot.ts';

/** What has to go goes at once, with what belongs to it: a snapshot of its own, without waiting for the next publication. */
export async function withdrawEntry(
  trx: Trx,
  record: EntryRecord,
  sealing: Sealing,
): Promise<Result<number, Problem>> {
  const leaving = await leavingWith(trx, record.id as EntryId);
  const held = await chartOfGuide(trx, leaving);
  if (held !== null) return fail(held);
  for (const id of leaving) await takeDown(trx, id, sealing);
  const others = [...new Set(leaving.slice(1).map((id) => kindInWords[kindOf(id)]))];
  const along = others.length === 0 ? '' : `，连同${others.join('、')}`;
  const reason = `撤下“${record.title}”${along}：${sealing.reason}`;
  const changes = new Map(leaving.map((id) => [entryObjectId(id), null]));
  return ok(await sealSnapshot(trx, changes, { ...sealing, reason }));
}

/** The desk's record of one entry that leaves. Its index number stays its own. */
export async function takeDown(trx: Trx, id: EntryId, { atMs, by, reason }: Sealing): Promise<void> {
  const record = await entryRecord(trx, id);
  if (record === undefined) return;
  const revision = record.published_revision ?? record.revision;
  // A newer draft goes on its way: what was shown and what is being written are two things.
  const state = record.state === 'published' ? 'withdrawn' : record.state;
  await changeEntry(trx, id, { state, published_revision: null, end_at: null, urgent_revision: null });
  await putAct(trx, {
    entry_id: id,
    revision,
    move: 'withdraw',
    by_id: by.id,
    by_name: by.name,
    at: momentOf(atMs),
    note: reason,
    secrecy_checked: 0,
  });
  const detail = { revision };
  await appendAudit(trx, { atMs, actor: by.id ?? 'system', act: 'content.withdraw', object: id, detail });
}
