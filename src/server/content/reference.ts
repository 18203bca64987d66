import type { NamedBy } from '../../contract/desk.ts';
import { type Entry, ownerOf, referencesOf } from '../../contract/entry.ts';
import { type EntryId, entryObjectId, type ObjectId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { entryRecord } from '../store/entry.ts';
import { currentNumber, listAt, shownEntriesHolding, shownObject } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';

/**
 * Promise: what an entry names is there when it is published, so no button on a screen leads nowhere. What has to be withdrawn later
 * is not held by it: a link in a text then leads to the sentence that it was withdrawn.
 */

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

/** What goes from the screens with an entry: a guide takes along its chart and the cards made of it. */
export async function leavingWith(trx: Db | Trx, id: EntryId): Promise<readonly EntryId[]> {
  const owned = (await shownNaming(trx, id)).filter((entry) => ownerOf(entry) === id);
  const shown = await shownObject(trx, entryObjectId(id));
  const chart = shown?.type === 'entry' && shown.entry.kind === 'guide' ? shown.entry.chart : null;
  const isItsOwn =
    chart !== null && (await shownNaming(trx, chart)).every((entry) => entry.id === id || entry.id === chart);
  return [...new Set([id, ...owned.map((entry) => entry.id), ...(isItsOwn ? [chart] : [])])];
}

/** A guide cannot be without its chart: who wants the chart gone withdraws the guide. */
export async function chartOfGuide(trx: Trx, leaving: readonly EntryId[]): Promise<Problem | null> {
  for (const id of leaving) {
    const guide = (await shownNaming(trx, id)).find(
      (entry) => entry.kind === 'guide' && entry.chart === id && !leaving.includes(entry.id),
    );
    if (guide !== undefined) return { code: 'chart-of-guide', guide: guide.title };
  }
  return null;
}

/** What screens show that leads to an entry and would stay when that goes. */
export async function namedBy(db: Db | Trx, id: EntryId): Promise<NamedBy> {
  const leaving = await leavingWith(db, id);
  const naming = (await shownNaming(db, id)).filter((entry) => !leaving.includes(entry.id));
  return naming.map(({ id, title }) => ({ id, title })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function shownNaming(trx: Db | Trx, id: EntryId): Promise<Entry[]> {
  return (await shownEntriesHolding(trx, `"${id}"`)).filter((entry) => referencesOf(entry).includes(id));
}
