import type { PreparedAttachment } from '../../contract/attachment.ts';
import { layOutChart } from '../../contract/chart-layout.ts';
import { type Moment, momentOf } from '../../contract/day.ts';
import type { Entry } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import { appendAudit } from '../audit/audit.ts';
import { changeEntry, type EntryRecord, putAct } from '../store/entry.ts';
import type { NewObject } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';
import { attachmentsOf } from './attached.ts';
import { issueIndexNo } from './index-no.ts';
import { makeObject } from './object.ts';
import type { Sealing } from './seal-snapshot.ts';
import { searchKeys } from './search-keys.ts';
import { recordDisclosure } from './timeliness/record-disclosure.ts';

export interface Publishing extends Omit<Sealing, 'keys' | 'reason'> {
  readonly hall: Hall;
  /** How it was reviewed and came out: at the desk, by an import, at its time by the program, or before its review. */
  readonly reviewed: 'desk' | 'import' | 'schedule' | 'urgent';
}

const notes = {
  desk: null,
  import: '从文件导入',
  schedule: '到了定好的时间，由系统发布',
  urgent: null,
} as const satisfies Record<Publishing['reviewed'], string | null>;

/** One entry's draft becomes an object; where the entry stands, who did it and the audit row are written with it. */
export async function publishEntry(
  trx: Trx,
  record: EntryRecord,
  entry: Entry,
  { atMs, by, hall, reviewed }: Publishing,
): Promise<NewObject> {
  const at = momentOf(atMs);
  const firstAt = (record.first_published_at as Moment | null) ?? at;
  const indexNo = record.index_no ?? (entry.kind === 'item' ? await issueIndexNo(trx, hall, entry) : null);
  await changeEntry(trx, record.id, {
    state: 'published',
    published_revision: record.revision,
    first_published_at: firstAt,
    index_no: indexNo,
    publish_at: null,
    urgent_revision: reviewed === 'urgent' ? record.revision : null,
  });
  await putAct(trx, {
    entry_id: record.id,
    revision: record.revision,
    move: 'publish',
    by_id: by.id,
    by_name: by.name,
    at,
    note: notes[reviewed],
    secrecy_checked: 0,
  });
  await appendAudit(trx, {
    atMs,
    actor: reviewed === 'schedule' ? 'system' : (by.id ?? 'system'),
    act: 'content.publish',
    object: record.id,
    detail: { revision: record.revision, reviewed, ...(reviewed === 'schedule' && { signedBy: by.id }) },
  });
  if (entry.kind === 'item') await recordDisclosure(trx, entry, { revision: record.revision, atMs, by });
  const prepared = await attachmentsOf(trx, entry);
  if (!prepared.ok) throw new Error(`${record.id} passed the checks and its files are not prepared`);
  const its = { revision: record.revision, at, firstAt, indexNo, attachments: prepared.value };
  return makeObject(await objectOf(entry, its));
}

async function objectOf(
  entry: Entry,
  its: {
    revision: number;
    at: Moment;
    firstAt: Moment;
    indexNo: string | null;
    attachments: readonly PreparedAttachment[];
  },
): Promise<PublishedEntry> {
  return {
    v: 1,
    type: 'entry',
    entry,
    revision: its.revision,
    publishedAt: its.at,
    firstPublishedAt: its.firstAt,
    ...(its.indexNo === null ? {} : { indexNo: its.indexNo }),
    search: await searchKeys(entry),
    ...(entry.kind === 'chart' ? { layout: layOutChart(entry.steps) } : {}),
    ...(its.attachments.length > 0 ? { attachments: [...its.attachments] } : {}),
  };
}
