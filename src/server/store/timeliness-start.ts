import type { Kysely } from 'kysely';
import { type Day, dayAtHall, type Moment } from '../../contract/day.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Tables } from './store.ts';

/** What was published before these records were kept: one is made of the first publication of each item. Part of a step; never edited. */
export async function recordEarlierDisclosures(db: Kysely<Tables>): Promise<void> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('draft', (join) =>
      join.onRef('draft.entry_id', '=', 'entry.id').onRef('draft.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'entry.revision', 'entry.first_published_at', 'draft.body'])
    .where('entry.kind', '=', 'item')
    .where('entry.first_published_at', 'is not', null)
    .execute();
  for (const { id, revision, first_published_at: at, body } of rows) {
    const item = JSON.parse(body) as Earlier;
    if (at === null || item.disclosureWay !== '主动公开') continue;
    await db
      .insertInto('disclosure')
      .values({
        entry_id: id as EntryId,
        formed_on: item.formedOn,
        counted_from: item.formedOn,
        limit_workdays: item.limitWorkdays ?? 20,
        published_on: item.publishedOn ?? dayAtHall(Date.parse(at)),
        is_stated: item.publishedOn === undefined ? 0 : 1,
        revision,
        department: item.department,
        by_id: null,
        by_name: '系统',
        at: at as Moment,
      })
      .execute();
  }
}

interface Earlier {
  readonly formedOn: Day;
  readonly publishedOn?: Day;
  readonly limitWorkdays?: number;
  readonly department: string;
  readonly disclosureWay: string;
}
