import type { Selectable } from 'kysely';
import { type EntryId, entryObjectId, hallObjectId } from '../../contract/id.ts';
import type { ContentTables } from './content-tables.ts';
import type { HallChangeRecord } from './hall-change.ts';
import type { Db } from './store.ts';

/** Everything that was ever saved under one name. */

export type DraftRecord = Selectable<ContentTables['draft']> & { author_name: string | null };

const drafts = (db: Db, id: EntryId) =>
  db
    .selectFrom('draft')
    .leftJoin('staff', 'staff.id', 'draft.author_id')
    .selectAll('draft')
    .select('staff.name as author_name')
    .where('entry_id', '=', id);

/** Oldest first. */
export const draftsOf = (db: Db, id: EntryId): Promise<DraftRecord[]> =>
  drafts(db, id).orderBy('revision').execute();

export const draftOf = (db: Db, id: EntryId, revision: number): Promise<DraftRecord | undefined> =>
  drafts(db, id).where('revision', '=', revision).executeTakeFirst();

const changesOf = (db: Db, objectId: string) =>
  db
    .selectFrom('snapshot_change as change')
    .innerJoin('snapshot', 'snapshot.number', 'change.number')
    .where('change.object_id', '=', objectId);

/** The snapshots that changed an entry, by the moment at which each was made. */
export async function snapshotsOf(db: Db, id: EntryId): Promise<ReadonlyMap<string, number>> {
  const rows = await changesOf(db, entryObjectId(id))
    .select(['snapshot.number', 'snapshot.signed_at'])
    .execute();
  return new Map(rows.map((row) => [row.signed_at, row.number]));
}

export interface HallShown {
  readonly number: number;
  readonly signed_at: string;
  readonly by_id: string | null;
  readonly by_name: string;
  readonly reason: string;
  readonly body: string;
}

const hallShown = (db: Db) =>
  changesOf(db, hallObjectId)
    .innerJoin('object', 'object.digest', 'change.digest')
    .select([
      'snapshot.number',
      'snapshot.signed_at',
      'snapshot.by_id',
      'snapshot.by_name',
      'snapshot.reason',
      'object.body',
    ]);

/** Snapshots that changed the hall's settings, oldest first. */
export const hallsShown = (db: Db): Promise<HallShown[]> =>
  hallShown(db).orderBy('snapshot.number').execute();

export const hallShownIn = (db: Db, number: number): Promise<HallShown | undefined> =>
  hallShown(db).where('snapshot.number', '=', number).executeTakeFirst();

/** Every change that was written at the desk, oldest first. */
export const allHallChanges = (db: Db): Promise<HallChangeRecord[]> =>
  db.selectFrom('hall_change').selectAll().orderBy('n').execute();
