import { type Entry, referencesOf } from '../../contract/entry.ts';
import { type EntryId, entryObjectId, type ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { entryRecord } from '../store/entry.ts';
import { currentNumber, entriesNaming, listAt } from '../store/snapshot.ts';
import type { Trx } from '../store/store.ts';

/** Promise: what a published entry names is published too, so no button on a screen leads nowhere. */

/** The first of these entries that names something which would not be there, in words. */
export async function brokenReference(trx: Trx, entries: readonly Entry[]): Promise<Problem | null> {
  const shown = new Set<ObjectId>((await listAt(trx, await currentNumber(trx))).keys());
  for (const entry of entries) shown.add(entryObjectId(entry.id));
  for (const entry of entries) {
    const lost = referencesOf(entry).find((id) => !shown.has(entryObjectId(id)));
    if (lost !== undefined) {
      const title = (await entryRecord(trx, lost))?.title ?? lost;
      return { code: 'broken-reference', from: entry.title, to: title };
    }
  }
  return null;
}

/** What still names an entry that is to go. */
export async function stillNamed(trx: Trx, id: EntryId, title: string): Promise<Problem | null> {
  const list = await listAt(trx, await currentNumber(trx));
  const naming = (await entriesNaming(trx, id)).find(
    (object) =>
      object.entry.id !== id &&
      list.get(entryObjectId(object.entry.id)) === object.digest &&
      referencesOf(object.entry).includes(id),
  );
  return naming === undefined ? null : { code: 'broken-reference', from: naming.entry.title, to: title };
}
