import type { Entry } from '../../../contract/entry.ts';
import { canonical } from '../../../seal/canonical.ts';
import { draftBody, type EntryRecord, entryRecord } from '../../store/entry.ts';
import type { NewObject } from '../../store/snapshot.ts';
import type { Trx } from '../../store/store.ts';
import { writeDraft } from '../draft.ts';
import { type Publishing, publishEntry } from '../publish-entry.ts';
import type { ReadFile } from './content-file.ts';

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
    const revision = (record?.revision ?? 0) + 1;
    await writeDraft(trx, { entry, revision, authorId: null, atMs: publishing.atMs }, 'approved');
    const written = await entryRecord(trx, entry.id);
    if (written === undefined) throw new Error(`${entry.id} was written and is not there`);
    objects.push(await publishEntry(trx, written, entry, publishing));
  }
  return objects;
}

/** What screens show already, or what was withdrawn as it is: a file that nobody changed does not bring it back. */
async function isKnown(trx: Trx, record: EntryRecord, entry: Entry): Promise<boolean> {
  const known = record.published_revision ?? (record.state === 'withdrawn' ? record.revision : null);
  return known !== null && (await draftBody(trx, record.id, known)) === canonical(entry);
}

/** Older items first, so that index numbers run with the years. */
function byAge(a: Entry, b: Entry): number {
  const key = (entry: Entry): string => `${entry.kind === 'item' ? entry.formedOn : ''} ${entry.id}`;
  return key(a) < key(b) ? -1 : 1;
}
