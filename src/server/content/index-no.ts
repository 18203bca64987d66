import { yearOf } from '../../contract/day.ts';
import type { Hall } from '../../contract/hall.ts';
import { indexNumber } from '../../contract/index-no.ts';
import type { Item } from '../../contract/item.ts';
import { nextOf } from '../store/counter.ts';
import { hasIndexNo } from '../store/entry.ts';
import type { Trx } from '../store/store.ts';

/**
 * The next index number (索引号) of the year in which the item was formed (生成年份). A template that does not name the year would
 * repeat in the next; what was issued once is skipped.
 */
export async function issueIndexNo(trx: Trx, hall: Hall, item: Item): Promise<string> {
  for (;;) {
    const serial = await nextOf(trx, `index-no/${yearOf(item.formedOn)}`);
    const issued = indexNumber(hall, item.formedOn, serial);
    if (!(await hasIndexNo(trx, issued))) return issued;
  }
}
