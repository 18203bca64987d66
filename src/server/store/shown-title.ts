import type { EntryKind } from '../../contract/entry-name.ts';
import type { Db } from './store.ts';

export interface ShownTitle {
  readonly id: string;
  readonly title: string;
}

/** What published entries of these kinds are called on the screens, whatever a later draft calls them. */
export async function shownTitles(db: Db, kinds: readonly EntryKind[]): Promise<ShownTitle[]> {
  const rows = await db
    .selectFrom('entry')
    .leftJoin('draft', (join) =>
      join
        .onRef('draft.entry_id', '=', 'entry.id')
        .onRef('draft.revision', '=', 'entry.published_revision')
        // The latest draft's title stands in the row itself; only another one's text is read.
        .onRef('draft.revision', '<>', 'entry.revision'),
    )
    .select(['entry.id', 'entry.title', 'draft.body'])
    .where('entry.published_revision', 'is not', null)
    .where('entry.kind', 'in', kinds)
    .orderBy('entry.id')
    .execute();
  return rows.map(({ id, title, body }) => ({
    id,
    title: body === null ? title : (JSON.parse(body) as { title: string }).title,
  }));
}
