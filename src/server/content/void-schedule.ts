import { minuteInWords, momentOf } from '../../contract/day.ts';
import { appendAudit } from '../audit/audit.ts';
import type { Staff } from '../deps.ts';
import { type EntryRecord, putAct } from '../store/entry.ts';
import type { Trx } from '../store/store.ts';

/** An edit takes away the moment that its text was set to: that stands among the acts, so that whoever signed can be told; `next` is the edit's revision. */
export async function voidSchedule(
  trx: Trx,
  record: EntryRecord | undefined,
  { by, atMs, next }: { readonly by: Staff; readonly atMs: number; readonly next: number },
): Promise<void> {
  if (record === undefined || record.publish_at === null) return;
  const { id, revision, publish_at: was } = record;
  await putAct(trx, {
    entry_id: id,
    revision,
    move: 'unschedule',
    by_id: by.id,
    by_name: by.name,
    at: momentOf(atMs),
    note: `改成第 ${next} 稿，${minuteInWords(was)} 的定时发布取消。`,
    secrecy_checked: 0,
  });
  const detail = { revision };
  await appendAudit(trx, { atMs, actor: by.id, act: 'content.unschedule', object: id, detail });
}
