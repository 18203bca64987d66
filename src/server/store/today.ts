import type { EntryKind } from '../../contract/entry-name.ts';
import type { Db } from './store.ts';

/** Numbers of the desk's first page. */

export async function countEntriesIn(db: Db, state: string): Promise<number> {
  const row = await db
    .selectFrom('entry')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How many entries of each kind screens show; kinds without any are left out. */
export async function countShown(db: Db): Promise<Partial<Record<EntryKind, number>>> {
  const rows = await db
    .selectFrom('entry')
    .select(['kind', (is) => is.fn.countAll<number>().as('count')])
    .where('published_revision', 'is not', null)
    .groupBy('kind')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind as EntryKind, Number(row.count)]));
}
