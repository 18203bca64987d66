import { dayAtHall } from '../../contract/day.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import { type Item, isOver } from '../../contract/item.ts';
import { shownEntriesHolding } from '../store/snapshot.ts';
import type { Db, Trx } from '../store/store.ts';
import { SYSTEM, type TimeDeps } from './at-its-time.ts';
import { sealSnapshot } from './seal-snapshot.ts';
import { takeDown } from './withdraw.ts';

/**
 * What is published for a time (公示期) leaves the screens when it is over, without anybody thinking of it. A text that links to such
 * an item does not hold it: the link leads to a page that says why it is gone.
 */

/** The new snapshot's number; null when nothing was over. */
export async function withdrawOver({ store, keys, clock, events }: TimeDeps): Promise<number | null> {
  // Looked first without the lock under which everybody writes.
  if ((await overNow(store.db, clock())).length === 0) return null;
  const number = await store.transaction(async (trx) => {
    const atMs = clock();
    const items = await overNow(trx, atMs);
    if (items.length === 0) return null;
    const sealing = { keys, atMs, by: SYSTEM };
    for (const { id, period } of items) {
      await takeDown(trx, id, { ...sealing, reason: `公示期到 ${period?.until ?? ''} 为止，期满自动撤下` });
    }
    const changes = new Map(items.map(({ id }) => [entryObjectId(id), null]));
    return sealSnapshot(trx, changes, { ...sealing, reason: `公示期满，自动撤下：${titles(items)}` });
  });
  if (number !== null) events.announce(number);
  return number;
}

type OverItem = Item & { readonly id: EntryId };

async function overNow(db: Db | Trx, nowMs: number): Promise<OverItem[]> {
  const today = dayAtHall(nowMs);
  const timed = await shownEntriesHolding(db, '"until":"');
  return timed.filter((entry) => entry.kind === 'item').filter((item) => isOver(item, today));
}

const MOST_TITLES = 3;
const titles = (items: readonly Item[]): string =>
  items
    .slice(0, MOST_TITLES)
    .map(({ title }) => `“${title}”`)
    .join('、') + (items.length > MOST_TITLES ? `等 ${items.length} 条` : '');
