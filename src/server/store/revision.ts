import type { EntryId } from '../../contract/id.ts';
import type { Trx } from './store.ts';

/**
 * Promise: a revision's number is given once, to one text, for good, also when its draft was taken back or the whole entry went. Two
 * people who both opened "revision 3" have read the same words, so a save that names it can never cover another's unseen.
 */

const counterOf = (id: string): string => `revision/${id}`;

/** The number of the next draft of an entry that stands at `current` (0: it is not here). */
export async function nextRevision(trx: Trx, id: EntryId, current: number): Promise<number> {
  const row = await trx
    .selectFrom('counter')
    .select('last')
    .where('name', '=', counterOf(id))
    .executeTakeFirst();
  return Math.max(current, row?.last ?? 0) + 1;
}

/** Remembers a number whose draft goes; what stays is remembered by the entry itself. */
export async function spendRevision(trx: Trx, id: EntryId, revision: number): Promise<void> {
  await trx
    .insertInto('counter')
    .values({ name: counterOf(id), last: revision })
    .onConflict((at) => at.column('name').doUpdateSet({ last: revision }))
    .execute();
}
