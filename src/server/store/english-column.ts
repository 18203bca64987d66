import type { Kysely } from 'kysely';
import { type EnglishState, englishStateOf } from '../../contract/english-follow.ts';
import type { Entry } from '../../contract/entry.ts';
import type { Tables } from './store.ts';

/** How an entry's last draft stands in English, so that lists need not open its text. Null: it has none. */
export interface EnglishColumn {
  english: EnglishState | null;
}

export const englishColumn = (entry: Entry): EnglishColumn => ({ english: englishStateOf(entry) });

export async function addEnglish(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('english', 'text').execute();
  const known = db as Kysely<Tables>;
  const drafts = await known
    .selectFrom('entry')
    .innerJoin('draft', (on) =>
      on.onRef('draft.entry_id', '=', 'entry.id').onRef('draft.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'draft.body'])
    .where('draft.body', 'like', '%"en":{%')
    .execute();
  for (const { id, body } of drafts)
    await known
      .updateTable('entry')
      .set(englishColumn(JSON.parse(body) as Entry))
      .where('id', '=', id)
      .execute();
}
