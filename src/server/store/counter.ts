import type { Trx } from './store.ts';

/** The next of a running number. Safe only inside the transaction that uses it: then none is given twice. */
export async function nextOf(trx: Trx, name: string): Promise<number> {
  const row = await trx
    .insertInto('counter')
    .values({ name, last: 1 })
    .onConflict((at) => at.column('name').doUpdateSet((each) => ({ last: each('counter.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
