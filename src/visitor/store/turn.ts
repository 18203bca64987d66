import type { Digest, EntryId, ObjectId } from '../../contract/id.ts';
import { type PublishedEntry, type PublishedObject, picturesOf } from '../../contract/published.ts';
import type { ObjectList, SnapshotHead } from '../../contract/snapshot.ts';
import type { Unit } from './connect.ts';
import {
  type ContentSchema,
  type Counts,
  type Current,
  DERIVED_VERSION,
  type Standing,
  type StoredList,
} from './content-db.ts';
import { changedIds, countRow, derive, isEntryObject, noCounts } from './derive.ts';
import type { ContentDatabase } from './read-content.ts';

/**
 * Writing content. Objects are put as they come; `turn` makes them the current snapshot in one transaction. Durability is the
 * browser's default here: what is lost can be fetched again, and is noticed by its digest missing.
 */

export type ContentUnit = Unit<ContentSchema, 'readwrite'>;

type StateUnit = Unit<ContentSchema, 'readonly'> | ContentUnit;

const standingIn = async (unit: StateUnit): Promise<Standing | undefined> =>
  (await unit.objectStore('state').get('standing')) as Standing | undefined;
const listIn = async (unit: StateUnit): Promise<ReadonlyMap<ObjectId, Digest>> =>
  new Map((await unit.objectStore('state').get('list')) as StoredList | undefined);
const currentIn = async (unit: StateUnit): Promise<Current | undefined> =>
  (await unit.objectStore('state').get('current')) as Current | undefined;

export const standingOf = (db: ContentDatabase): Promise<Standing | null> =>
  db.run({ stores: ['state'], mode: 'readonly', do: async (unit) => (await standingIn(unit)) ?? null });

export interface Base {
  readonly standing: Standing | null;
  readonly list: ObjectList;
}

/** Where the next pull starts from. */
export const baseOf = (db: ContentDatabase): Promise<Base> =>
  db.run({
    stores: ['state'],
    mode: 'readonly',
    do: async (unit) => ({ standing: (await standingIn(unit)) ?? null, list: await listIn(unit) }),
  });

/** Above so many, all keys at once cost less than asking for each. The browser reads every value to list keys. */
const ONE_BY_ONE = 1_000;

/** Those of the digests whose objects are here. */
export const heldOf = (db: ContentDatabase, digests: readonly Digest[]): Promise<ReadonlySet<Digest>> =>
  db.run({
    stores: ['objects'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('objects');
      if (digests.length > ONE_BY_ONE) return new Set(await store.getAllKeys());
      const found = await Promise.all(digests.map((digest) => store.getKey(digest)));
      return new Set(found.filter((digest) => digest !== undefined));
    },
  });

export const putObjects = (
  db: ContentDatabase,
  objects: readonly (readonly [Digest, PublishedObject])[],
): Promise<void> =>
  db.run({
    stores: ['objects'],
    mode: 'readwrite',
    do: async (unit) => {
      const store = unit.objectStore('objects');
      await Promise.all(objects.map(([digest, object]) => store.put(object, digest)));
    },
  });

/** An object of the list is not here: the pull fetches it and tries again. */
export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
}

const get = async (unit: ContentUnit, digest: Digest | undefined): Promise<PublishedObject> => {
  const object = digest === undefined ? undefined : await unit.objectStore('objects').get(digest);
  if (object === undefined) throw new ObjectMissing(digest ?? 'hall/settings');
  return object;
};

/** One row an entry. */
const ROW_STORES = ['rows', 'search', 'texts'] as const;
/** Also what only some entries have. */
const DERIVED_STORES = [...ROW_STORES, 'pictured'] as const;

export const putRows = async (
  unit: ContentUnit,
  digests: readonly Digest[],
  before: Counts,
): Promise<Counts> => {
  const objects = await Promise.all(digests.map((digest) => get(unit, digest)));
  const made = objects.map((object, at) => derive(object as PublishedEntry, digests[at] as Digest));
  await Promise.all(
    made.flatMap<Promise<unknown>>(({ row, search, text, pictured }) => [
      unit.objectStore('rows').put(row),
      unit.objectStore('search').put(search),
      unit.objectStore('texts').put(text),
      ...(pictured === null ? [] : [unit.objectStore('pictured').put(pictured)]),
    ]),
  );
  return made.reduce((counts, { row }) => countRow(counts, row, 1), before);
};

export const dropRows = async (
  unit: ContentUnit,
  ids: readonly EntryId[],
  before: Counts,
): Promise<Counts> => {
  const held = await Promise.all(ids.map((id) => unit.objectStore('rows').get(id)));
  const rows = held.filter((row) => row !== undefined);
  await Promise.all(
    rows.flatMap(({ id }) => DERIVED_STORES.map((name) => unit.objectStore(name).delete(id))),
  );
  return rows.reduce((counts, row) => countRow(counts, row, -1), before);
};

/** So many requests are under way at once: each alone would wait for the browser's other process and back. */
const BATCH = 250;

const inBatches = async <T>(
  all: readonly T[],
  before: Counts,
  work: (batch: readonly T[], counts: Counts) => Promise<Counts>,
): Promise<Counts> => {
  let counts = before;
  for (let at = 0; at < all.length; at += BATCH) counts = await work(all.slice(at, at + BATCH), counts);
  return counts;
};

/** Brings the derived rows from one list to another and returns the new counts. */
const turnRows = async (
  unit: ContentUnit,
  from: ObjectList,
  to: ObjectList,
  before: Counts,
): Promise<Counts> => {
  const gone = [...from.keys()].filter((id) => !to.has(id));
  const changed = changedIds(from, to).filter(isEntryObject);
  const old = [...gone.filter(isEntryObject), ...changed];
  const left = await inBatches(old, before, (ids, counts) => dropRows(unit, ids, counts));
  const digests = changed.map((id) => to.get(id) as Digest);
  return inBatches(digests, left, (batch, counts) => putRows(unit, batch, counts));
};

const settingsOf = async (
  unit: ContentUnit,
  list: ReadonlyMap<ObjectId, Digest>,
): Promise<Pick<Current, 'hall' | 'sounds' | 'calendars'>> => {
  const hall = await get(unit, list.get('hall/settings' as ObjectId));
  const calendars = [];
  for (const [id, digest] of list) if (id.startsWith('calendar/')) calendars.push(await get(unit, digest));
  if (hall.type !== 'hall') throw new ObjectMissing('hall/settings');
  return {
    hall: hall.hall,
    sounds: hall.sounds ?? {},
    calendars: calendars.flatMap((object) => (object.type === 'calendar' ? [object.calendar] : [])),
  };
};

const clearRows = async (unit: ContentUnit): Promise<void> => {
  for (const name of DERIVED_STORES) await unit.objectStore(name).clear();
};

export const ALL = ['objects', 'state', 'rows', 'search', 'texts', 'pictured', 'pictures'] as const;

export interface Turn {
  readonly head: SnapshotHead;
  readonly standing: Standing;
  readonly list: ObjectList;
}

/** False when this or a later snapshot is current already (another page was quicker); nothing changes then. */
export const turn = (db: ContentDatabase, { head, standing, list }: Turn): Promise<boolean> =>
  db.run({
    stores: ALL,
    mode: 'readwrite',
    do: async (unit) => {
      if (((await standingIn(unit))?.number ?? 0) >= head.number) return false;
      const before = await listIn(unit);
      const current = await currentIn(unit);
      const isUsable = current?.derived === DERIVED_VERSION;
      if (!isUsable) await clearRows(unit);
      const from = isUsable ? before : new Map();
      const counts = await turnRows(unit, from, list, isUsable ? current.counts : noCounts());
      const { number, signedAt, hall: hallId } = head;
      const settings = await settingsOf(unit, list);
      const next: Current = { number, signedAt, hallId, ...settings, counts, derived: DERIVED_VERSION };
      const state = unit.objectStore('state');
      await letGo(unit, before, list);
      await state.put(next, 'current');
      await state.put(standing, 'standing');
      await state.put([...list], 'list');
      return true;
    },
  });

/**
 * Objects that the new snapshot no longer names: what was replaced stays until the turn after this one, what was withdrawn goes
 * with it.
 */
const letGo = async (unit: ContentUnit, from: ObjectList, to: ObjectList): Promise<void> => {
  const state = unit.objectStore('state');
  const kept = new Set(to.values());
  const replaced = replacedDigests(from, to).filter((digest) => !kept.has(digest));
  const withdrawn = [...from].filter(([id]) => !to.has(id)).map(([, digest]) => digest);
  const olds = ((await state.get('previous')) as readonly Digest[] | undefined) ?? [];
  const doomed = [...olds, ...withdrawn].filter((digest) => !kept.has(digest) && !replaced.includes(digest));
  await letPicturesGo(unit, doomed, replaced);
  await Promise.all(doomed.map((digest) => unit.objectStore('objects').delete(digest)));
  await state.put(replaced, 'previous');
};

const picturesNamedBy = async (unit: ContentUnit, digests: readonly Digest[]): Promise<readonly Digest[]> => {
  const objects = await Promise.all(digests.map((digest) => unit.objectStore('objects').get(digest)));
  return objects.flatMap((object) =>
    object?.type === 'entry' ? picturesOf(object).map(({ file }) => file) : [],
  );
};

/** What the rows name, and the objects that were replaced last. */
const picturesKept = async (unit: ContentUnit, replaced: readonly Digest[]): Promise<ReadonlySet<Digest>> => {
  const rows = await unit.objectStore('pictured').getAll();
  const named = rows.flatMap(({ pictures }) => pictures.map(({ file }) => file));
  return new Set([...named, ...(await picturesNamedBy(unit, replaced))]);
};

/** Pictures go with the last object that names them. */
const letPicturesGo = async (
  unit: ContentUnit,
  doomed: readonly Digest[],
  replaced: readonly Digest[],
): Promise<void> => {
  const named = await picturesNamedBy(unit, doomed);
  if (named.length === 0) return;
  const kept = await picturesKept(unit, replaced);
  const pictures = unit.objectStore('pictures');
  await Promise.all(named.filter((file) => !kept.has(file)).map((file) => pictures.delete(file)));
};

const replacedDigests = (from: ObjectList, to: ObjectList): readonly Digest[] =>
  [...from].filter(([id, digest]) => to.has(id) && to.get(id) !== digest).map(([, digest]) => digest);

/** Makes all derived rows anew from the objects held: after an update of the app, or a loss of rows. */
export const deriveAgain = (db: ContentDatabase): Promise<void> =>
  db.run({
    stores: ALL,
    mode: 'readwrite',
    do: async (unit) => {
      const current = await currentIn(unit);
      if (current === undefined) return;
      await clearRows(unit);
      const list = await listIn(unit);
      const counts = await turnRows(unit, new Map(), list, noCounts());
      const settings = await settingsOf(unit, list);
      await unit
        .objectStore('state')
        .put({ ...current, ...settings, counts, derived: DERIVED_VERSION }, 'current');
    },
  });

/** Are there as many derived rows as entries? Damage to the store may have taken some. */
export const rowsAreWhole = (db: ContentDatabase): Promise<boolean> =>
  db.run({
    stores: ['state', ...ROW_STORES],
    mode: 'readonly',
    do: async (unit) => {
      const entries = [...(await listIn(unit)).keys()].filter(isEntryObject).length;
      const counts = await Promise.all(ROW_STORES.map((name) => unit.objectStore(name).count()));
      return counts.every((count) => count === entries);
    },
  });

/** Removes what a pull that was broken off or refused has left behind. Returns how many. */
export const sweep = (db: ContentDatabase): Promise<number> =>
  db.run({
    stores: ALL,
    mode: 'readwrite',
    do: async (unit) => {
      const state = unit.objectStore('state');
      const previous = ((await state.get('previous')) as readonly Digest[] | undefined) ?? [];
      const kept = new Set([...(await listIn(unit)).values(), ...previous]);
      const objects = unit.objectStore('objects');
      const orphans = (await objects.getAllKeys()).filter((digest) => !kept.has(digest));
      await Promise.all(orphans.map((digest) => objects.delete(digest)));
      const pictures = unit.objectStore('pictures');
      const named = await picturesKept(unit, previous);
      const strays = (await pictures.getAllKeys()).filter((file) => !named.has(file));
      await Promise.all(strays.map((file) => pictures.delete(file)));
      return orphans.length + strays.length;
    },
  });
