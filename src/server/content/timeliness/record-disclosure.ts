import { dayAtHall, momentOf } from '../../../contract/day.ts';
import type { StaffId } from '../../../contract/id.ts';
import type { Item } from '../../../contract/item.ts';
import { LEGAL_WORKDAYS } from '../../../contract/timeliness.ts';
import type { Trx } from '../../store/store.ts';
import { dueItemsOf, lastDisclosure, putDisclosure } from '../../store/timeliness.ts';

/**
 * The record of 条例 Art. 26: what was formed when became public when, by whom. The first publication makes one, and so does a change that was
 * formed later; a corrected text of the same day makes none. Whoever announced it with an earlier day is believed.
 */
export async function recordDisclosure(
  trx: Trx,
  item: Item,
  { revision, atMs, by }: { revision: number; atMs: number; by: { id: string | null; name: string } },
): Promise<void> {
  if (item.disclosureWay !== '主动公开') return;
  const last = await lastDisclosure(trx, item.id);
  if (last !== undefined && item.formedOn <= last.formed_on) return;
  const [announced] = last === undefined ? await dueItemsOf(trx, item.id) : [];
  const limit = item.limitWorkdays ?? LEGAL_WORKDAYS;
  // Where it first became public is told of the first publication only; a change is public when it is published here.
  const stated = last === undefined ? item.publishedOn : undefined;
  await putDisclosure(trx, {
    entry_id: item.id,
    formed_on: item.formedOn,
    counted_from:
      announced !== undefined && announced.formed_on < item.formedOn ? announced.formed_on : item.formedOn,
    limit_workdays: Math.min(limit, announced?.limit_workdays ?? limit),
    published_on: stated ?? dayAtHall(atMs),
    is_stated: stated === undefined ? 0 : 1,
    revision,
    department: item.department,
    by_id: by.id as StaffId | null,
    by_name: by.name,
    at: momentOf(atMs),
  });
}
