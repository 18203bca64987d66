import type { Insertable, Selectable } from 'kysely';
import * as v from 'valibot';
import type { CalendarYear } from '../../contract/deadline.ts';
import type { Entry } from '../../contract/entry.ts';
import type { Hall } from '../../contract/hall.ts';
import { type Digest, hallObjectId, type ObjectId } from '../../contract/id.ts';
import { PublishedObject } from '../../contract/published.ts';
import type { ObjectList } from '../../contract/snapshot.ts';
import type { ContentTables } from './content-tables.ts';
import type { Db, Trx } from './store.ts';

/** What is published: snapshots, their lists, and the objects in them. Nothing here is ever changed or deleted. */

export type SnapshotRecord = Selectable<ContentTables['snapshot']>;
type Reader = Db | Trx;

/** 0 when nothing was ever published. */
export async function currentNumber(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('snapshot')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export function snapshotRecord(db: Reader, number: number): Promise<SnapshotRecord | undefined> {
  return db.selectFrom('snapshot').selectAll().where('number', '=', number).executeTakeFirst();
}

export function snapshotRecords(db: Reader): Promise<SnapshotRecord[]> {
  return db.selectFrom('snapshot').selectAll().orderBy('number', 'desc').execute();
}

/** The objects that a snapshot shows: for each id the latest change up to that number, unless it was dropped. */
export async function listAt(db: Reader, number: number): Promise<ObjectList> {
  const rows = await db
    .selectFrom('snapshot_change as change')
    .innerJoin(
      (sub) =>
        sub
          .selectFrom('snapshot_change')
          .select(['object_id as id', (each) => each.fn.max('number').as('at')])
          .where('number', '<=', number)
          .groupBy('object_id')
          .as('latest'),
      (join) => join.onRef('latest.id', '=', 'change.object_id').onRef('latest.at', '=', 'change.number'),
    )
    .select(['change.object_id', 'change.digest'])
    .where('change.digest', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.object_id as ObjectId, row.digest as Digest]));
}

/** The canonical JSON of an object, whether or not it is still shown. */
export async function objectBody(db: Reader, digest: string): Promise<string | null> {
  const row = await db.selectFrom('object').select('body').where('digest', '=', digest).executeTakeFirst();
  return row?.body ?? null;
}

/** In the order asked for. Throws when one is missing: a list never names what is not there. */
export async function objectBodies(db: Reader, digests: readonly string[]): Promise<string[]> {
  const bodies = new Map<string, string>();
  // In parts: engines bound the number of parameters of one statement.
  for (let at = 0; at < digests.length; at += 500) {
    const part = digests.slice(at, at + 500);
    const rows = await db.selectFrom('object').selectAll().where('digest', 'in', part).execute();
    for (const row of rows) bodies.set(row.digest, row.body);
  }
  return digests.map((digest) => {
    const body = bodies.get(digest);
    if (body === undefined) throw new Error(`object ${digest} is missing`);
    return body;
  });
}

/** What screens show now under an id. */
export async function shownObject(db: Reader, id: ObjectId): Promise<PublishedObject | null> {
  const row = await db
    .selectFrom('snapshot_change as change')
    .innerJoin('object', 'object.digest', 'change.digest')
    .select(['object.body', 'change.number'])
    .where('change.object_id', '=', id)
    .where('change.number', '=', (sub) =>
      sub
        .selectFrom('snapshot_change')
        .select((each) => each.fn.max('number').as('at'))
        .where('object_id', '=', id),
    )
    .executeTakeFirst();
  return row === undefined ? null : v.parse(PublishedObject, JSON.parse(row.body));
}

/** The hall's settings as published, or null before the first publication. */
export async function shownHall(db: Reader): Promise<Hall | null> {
  const object = await shownObject(db, hallObjectId);
  return object?.type === 'hall' ? object.hall : null;
}

/** The years of the working-day calendar as published. */
export async function shownCalendar(db: Reader): Promise<CalendarYear[]> {
  const list = await listAt(db, await currentNumber(db));
  const digests = [...list].flatMap(([id, digest]) => (id.startsWith('calendar/') ? [digest] : []));
  return (await objectBodies(db, digests)).flatMap((body) => {
    const object = v.parse(PublishedObject, JSON.parse(body));
    return object.type === 'calendar' ? [object.calendar] : [];
  });
}

export interface NewObject {
  readonly id: ObjectId;
  readonly digest: Digest;
  readonly body: string;
}

export async function putObjects(trx: Trx, objects: readonly NewObject[]): Promise<void> {
  for (const { digest, body } of objects) {
    await trx
      .insertInto('object')
      .values({ digest, body })
      .onConflict((at) => at.column('digest').doNothing())
      .execute();
  }
}

export async function putSnapshot(
  trx: Trx,
  record: Insertable<ContentTables['snapshot']>,
  changes: ReadonlyMap<ObjectId, Digest | null>,
): Promise<void> {
  await trx.insertInto('snapshot').values(record).execute();
  for (const [object_id, digest] of changes) {
    await trx.insertInto('snapshot_change').values({ number: record.number, object_id, digest }).execute();
  }
}

/** Entries on the screens now whose text holds these words; the caller looks closer. */
export async function shownEntriesHolding(db: Reader, words: string): Promise<Entry[]> {
  const shown = new Set((await listAt(db, await currentNumber(db))).values());
  const rows = await db.selectFrom('object').selectAll().where('body', 'like', `%${words}%`).execute();
  return rows.flatMap(({ digest, body }) => {
    if (!shown.has(digest as Digest)) return [];
    const object = v.parse(PublishedObject, JSON.parse(body));
    return object.type === 'entry' ? [object.entry] : [];
  });
}
