import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Picture } from '../../contract/attachment.ts';
import type { EntryId } from '../../contract/id.ts';
import type { PublishedObject } from '../../contract/published.ts';
import { openContent } from '../store/content-db.ts';
import { missingPictures, putPicture, readPicture } from '../store/pictures.ts';
import { type ContentDatabase, readCurrent, readEntryFrom } from '../store/read-content.ts';
import { sweep } from '../store/turn.ts';
import { pictureNow } from './bring-picture.ts';
import { hallObject, itemObject } from './fixture-content.ts';
import { type FixtureHall, openFixtureHall, portal } from './fixture-hall.ts';
import { attachedItem, drawPicture } from './fixture-picture.ts';
import { openHttp } from './http.ts';
import { type KeepParts, keepPicturesOnce, ROOM_KEPT_BYTES } from './keep-pictures.ts';
import { pull } from './pull.ts';

let hall: FixtureHall;
let name: string;
let db: ContentDatabase;
let told: [string, string][];
let free: number;

const http = () => openHttp({ fetch: hall.fetch, onContact: () => undefined });
const parts = (): KeepParts => ({
  db,
  http: http(),
  freeBytes: async () => free,
  tell: (...it) => told.push(it),
});
const show = async (...objects: readonly PublishedObject[]): Promise<void> => {
  await hall.publish([hallObject(), ...objects]);
  await pull({
    db,
    http: http(),
    readCanary: () => ({ shown: null, prefix: null, isScreen: false, helpLine: null }),
    noteShown: () => undefined,
    isThorough: true,
    onTurned: () => Promise.resolve(),
  });
};
const keep = () => keepPicturesOnce(parts());
const isHere = async ({ file }: Picture): Promise<boolean> => (await readPicture(db, file)) !== undefined;
const draw = (): Promise<Picture> => drawPicture(hall);
const filesAsked = () => hall.asked.flatMap((each) => each.split('/api/content/file/')[1] ?? []);
const filePath = ({ file }: Picture): string => `/api/content/file/${file}`;

beforeEach(async () => {
  hall = await openFixtureHall();
  name = `content-${crypto.randomUUID()}`;
  db = openContent(name);
  told = [];
  free = 10 * ROOM_KEPT_BYTES;
});
afterEach(async () => {
  await db.close();
  await deleteDB(name);
});

describe('pictures', () => {
  it('come after the texts, newest entries first, those of the text before the pages', async () => {
    const [old, inText, one, two] = await Promise.all([draw(), draw(), draw(), draw()]);
    await show(
      attachedItem('old', { pages: [old], publishedAt: '2026-01-01T00:00:00.000Z' }),
      attachedItem('new', { pages: [one, two], inText: [inText], publishedAt: '2026-11-01T00:00:00.000Z' }),
    );
    expect((await readCurrent(db))?.number).toBe(1);
    expect(filesAsked()).toEqual([]);
    expect(await keep()).toBe('done');
    expect(filesAsked()).toEqual([inText.file, one.file, two.file, old.file]);
    expect(await Promise.all([old, inText, one, two].map(isHere))).toEqual([true, true, true, true]);
    expect(await keep()).toBe('done');
    expect(filesAsked()).toHaveLength(4);
  });

  it('go on where a run was torn off, and ask for nothing twice', async () => {
    const pages = await Promise.all(Array.from({ length: 10 }, draw));
    await show(attachedItem('long', { pages }));
    let left = 5;
    hall.interfere = (path, answer) => {
      if (!path.includes('/file/')) return null;
      left -= 1;
      if (left >= 0) return answer();
      if (left < -3) throw new TypeError('line cut');
      // Half of it comes, then the line breaks.
      return answer().then(async (whole) => {
        const bytes = new Uint8Array(await whole.arrayBuffer());
        const body = new ReadableStream({
          start: (to) => {
            to.enqueue(bytes.subarray(0, bytes.length >> 1));
            to.error(new TypeError('cut'));
          },
        });
        return new Response(body, { headers: { 'content-type': 'image/webp' } });
      });
    };
    expect(await keep()).toBe('failed');
    expect(await missingPictures(db)).toHaveLength(5);
    hall.interfere = () => null;
    hall.asked.length = 0;
    await db.close();
    db = openContent(name);
    expect(await keep()).toBe('done');
    expect(filesAsked()).toEqual(pages.slice(5).map(({ file }) => file));
    expect(await missingPictures(db)).toEqual([]);
  });

  it('that do not fit their digest are neither kept nor shown', async () => {
    const right = await draw();
    await show(attachedItem('one', { pages: [right] }));
    const forged = Uint8Array.from(hall.pictures.get(right.file)!);
    forged[forged.length - 1]! ^= 1;
    hall.pictures.set(right.file, forged);
    expect(await keep()).toBe('failed');
    expect(await isHere(right)).toBe(false);
    expect(told).toEqual([['picture-wrong', 'item/one']]);
    expect(await pictureNow(parts(), { entry: 'item/one' as EntryId, picture: right })).toBe('wrong');
  });

  it('that were damaged on the disk are not shown but fetched again', async () => {
    const [right, other] = await Promise.all([draw(), draw()]);
    await show(attachedItem('one', { pages: [right] }));
    await keep();
    const needed = { entry: 'item/one' as EntryId, picture: right };
    await putPicture(db, needed, new Blob([hall.pictures.get(other.file)!]));
    const shown = await pictureNow(parts(), needed);
    expect(shown instanceof Blob && new Uint8Array(await shown.arrayBuffer())).toEqual(
      hall.pictures.get(right.file),
    );
    expect(await isHere(right)).toBe(true);
  });

  it('are not taken from a log-in page, nor longer than they are', async () => {
    const page = await draw();
    await show(attachedItem('one', { pages: [page] }));
    const needed = { entry: 'item/one' as EntryId, picture: page };
    hall.interfere = (path) => (path === filePath(page) ? Promise.resolve(portal()) : null);
    expect(await pictureNow(parts(), needed)).toBe('offline');
    hall.interfere = (path) =>
      path === filePath(page)
        ? Promise.resolve(
            new Response(new Uint8Array(page.bytes + 1), { headers: { 'content-type': 'image/webp' } }),
          )
        : null;
    expect(await pictureNow(parts(), needed)).toBe('offline');
    expect(await isHere(page)).toBe(false);
  });

  it('go with the entry that was withdrawn, in the same turn', async () => {
    const [page, shared] = await Promise.all([draw(), draw()]);
    const other = attachedItem('other', { pages: [shared] });
    await show(attachedItem('one', { pages: [page, shared] }), other);
    await keep();
    await show(other);
    expect([await isHere(page), await isHere(shared)]).toEqual([false, true]);
  });

  it('of a replaced text stay for its reader until the turn after', async () => {
    const [before, after] = await Promise.all([draw(), draw()]);
    await show(attachedItem('one', { pages: [before] }));
    await keep();
    await show(attachedItem('one', { pages: [after] }));
    expect([await isHere(before), await isHere(after)]).toEqual([true, false]);
    await show(attachedItem('one', { pages: [after] }), itemObject('more'));
    expect(await isHere(before)).toBe(false);
  });

  it('that come after their entry was withdrawn leave nothing behind', async () => {
    const page = await draw();
    const one = attachedItem('one', { pages: [page] });
    await show(one);
    hall.interfere = (path, answer) =>
      path === filePath(page)
        ? answer().then(async (held) => {
            hall.interfere = () => null;
            await show();
            return held;
          })
        : null;
    await keep();
    expect(await readEntryFrom(db, 'item/one' as EntryId)).toBeNull();
    expect(await isHere(page)).toBe(false);
  });

  it('that nothing names are swept', async () => {
    const [page, stray] = await Promise.all([draw(), draw()]);
    await show(attachedItem('one', { pages: [page] }));
    await keep();
    await db.run({
      stores: ['pictures'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('pictures').put(new Blob(['x']), stray.file),
    });
    expect(await sweep(db)).toBe(1);
    expect([await isHere(page), await isHere(stray)]).toEqual([true, false]);
  });

  it('stop before they take the room of what is filed, and staff are told', async () => {
    const pages = await Promise.all(Array.from({ length: 8 }, draw));
    await show(attachedItem('long', { pages }));
    free = ROOM_KEPT_BYTES + pages.slice(0, 4).reduce((sum, { bytes }) => sum + bytes, 0);
    const spend = parts();
    const before = free;
    expect(
      await keepPicturesOnce({
        ...spend,
        freeBytes: async () => {
          const held = pages.length - (await missingPictures(db)).length;
          return before - pages.slice(0, held).reduce((sum, { bytes }) => sum + bytes, 0);
        },
      }),
    ).toBe('done');
    expect(await missingPictures(db)).toHaveLength(5);
    expect(told).toEqual([['pictures-no-room', '5']]);
  });
});

it('a database of the version before gets its new stores and keeps what it held', async () => {
  const older = `content-${crypto.randomUUID()}`;
  const first = await openDB(older, 1, {
    upgrade: (made) => {
      for (const store of ['objects', 'state']) made.createObjectStore(store);
      for (const store of ['rows', 'search', 'texts']) made.createObjectStore(store, { keyPath: 'id' });
    },
  });
  await first.put('state', { number: 7 }, 'current');
  first.close();
  const opened = openContent(older);
  expect(await readCurrent(opened)).toEqual({ number: 7 });
  expect(await missingPictures(opened)).toEqual([]);
  await opened.close();
  await deleteDB(older);
});
