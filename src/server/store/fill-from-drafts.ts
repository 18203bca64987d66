import type { Kysely } from 'kysely';
import type { Entry } from '../../contract/entry.ts';
import type { DepartmentColumns } from './department-columns.ts';
import type { EnglishColumn } from './english-column.ts';
import type { Tables } from './store.ts';

/** Fills new columns of the entries from their last drafts: for migrations. */
export async function fillFromDrafts(
  db: Kysely<unknown>,
  columnsOf: (entry: Entry) => DepartmentColumns | EnglishColumn,
): Promise<void> {
  const known = db as Kysely<Tables>;
  const drafts = await known
    .selectFrom('entry')
    .innerJoin('draft', (on) =>
      on.onRef('draft.entry_id', '=', 'entry.id').onRef('draft.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'draft.body'])
    .execute();
  for (const { id, body } of drafts)
    await known
      .updateTable('entry')
      .set(columnsOf(JSON.parse(body) as Entry))
      .where('id', '=', id)
      .execute();
}
