import type { Kysely } from 'kysely';
import { type EnglishState, englishStateOf } from '../../contract/english-follow.ts';
import type { Entry } from '../../contract/entry.ts';
import { fillFromDrafts } from './fill-from-drafts.ts';

/** How an entry's last draft stands in English, so that lists need not open its text. Null: it has none. */
export interface EnglishColumn {
  english: EnglishState | null;
}

export const englishColumn = (entry: Entry): EnglishColumn => ({ english: englishStateOf(entry) });

export async function addEnglish(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('entry').addColumn('english', 'text').execute();
  await fillFromDrafts(db, englishColumn);
}
