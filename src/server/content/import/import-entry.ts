import type { Entry } from '../../../contract/entry.ts';
import type { EntryId } from '../../../contract/id.ts';
import { type ReviewMove, reviewMoves } from '../../../contract/review.ts';
import { canonical } from '../../../seal/canonical.ts';
import {
  actsOn,
  draftBody,
  type EntryRecord,
  entryRecord,
  type NamedEntryRecord,
} from '../../store/entry.ts';
import { nextRevision } from '../../store/revision.ts';
import type { NewObject } from '../../store/snapshot.ts';
import type { Db, Trx } from '../../store/store.ts';
import { writeDraft } from '../draft.ts';
import { type Publishing, publishEntry } from '../publish-entry.ts';
import type { ReadFile } from './content-file.ts';
import type { FileFault } from './file-fault.ts';

/** Objects for what is new or different. Drafts that staff are working on stay in the history beneath the imported one. */
export async function importEntries(
  trx: Trx,
  files: readonly ReadFile[],
  publishing: Publishing,
): Promise<NewObject[]> {
  const entries = files.flatMap(({ content }) => (content?.type === 'entry' ? [content.entry] : []));
  const objects: NewObject[] = [];
  for (const entry of entries.sort(byAge)) {
    const record = await entryRecord(trx, entry.id);
    if (record !== undefined && (await isKnown(trx, record, entry))) continue;
    const revision = await nextRevision(trx, entry.id, record?.revision ?? 0);
    const isNew = record === undefined;
    await writeDraft(trx, { entry, revision, isNew, authorId: null, atMs: publishing.atMs }, 'approved');
    const written = await entryRecord(trx, entry.id);
    if (written === undefined) throw new Error(`${entry.id} was written and is not there`);
    objects.push(await publishEntry(trx, written, entry, publishing));
  }
  return objects;
}

/** Files that would overwrite the work of people at the desk. */
export async function deskFaults(db: Db, files: readonly ReadFile[]): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const { file, content } of files) {
    if (content?.type !== 'entry') continue;
    const record = await entryRecord(db, content.entry.id);
    if (record === undefined || (await isKnown(db, record, content.entry))) continue;
    const did = await deskWork(db, record);
    if (did === null) continue;
    const say = `这一条在工作台上${did}，导入会盖掉。请删去这个文件；确实要用它代替，就在命令后面加 --replace-desk。`;
    faults.push({ file, line: 1, say });
  }
  return faults;
}

async function deskWork(db: Db, record: NamedEntryRecord): Promise<string | null> {
  if (record.author_id !== null)
    return `改过（第 ${record.revision} 稿，${record.author_name ?? '已离开的同事'}）`;
  const [last] = await actsOn(db, record.id as EntryId);
  if (last === undefined || last.by_id === null) return null;
  return `处理过（${last.by_name}，${reviewMoves[last.move as ReviewMove].label}：${last.note ?? ''}）`;
}

/** What screens show already, or what was taken from them as it is: a file that nobody changed does not bring it back. */
async function isKnown(db: Db | Trx, record: EntryRecord, entry: Entry): Promise<boolean> {
  const isTakenDown = record.state === 'withdrawn' || record.state === 'returned';
  const known = record.published_revision ?? (isTakenDown ? record.revision : null);
  return known !== null && (await draftBody(db, record.id, known)) === canonical(entry);
}

/** Older items first, so that index numbers run with the years. */
function byAge(a: Entry, b: Entry): number {
  const key = (entry: Entry): string => `${entry.kind === 'item' ? entry.formedOn : ''} ${entry.id}`;
  return key(a) < key(b) ? -1 : 1;
}
