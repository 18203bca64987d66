import type { Kysely } from 'kysely';
import { departmentOf, type Entry, ownerOf } from '../../contract/entry.ts';
import type { Tables } from './store.ts';

/** Who answers for an entry, so that lists and judgements need not open its text. */
export interface DepartmentColumns {
  /** As its last draft says; null: the whole hall's, or its owner's. */
  department: string | null;
  /** The guide that a chart or card belongs to: its department is theirs. */
  owner_id: string | null;
}

export const departmentColumns = (entry: Entry): DepartmentColumns => ({
  department: departmentOf(entry),
  owner_id: ownerOf(entry),
});

export async function addDepartments(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('department', 'text').execute();
  await db.schema.alterTable('entry').addColumn('owner_id', 'text').execute();
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
      .set(departmentColumns(JSON.parse(body) as Entry))
      .where('id', '=', id)
      .execute();
}
