import type { Kysely } from 'kysely';
import { departmentOf, type Entry, ownerOf } from '../../contract/entry.ts';
import { fillFromDrafts } from './fill-from-drafts.ts';

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
  await fillFromDrafts(db, departmentColumns);
}
