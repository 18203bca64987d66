import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isStorageFull, openStore } from './store.ts';

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'bianminping-store-')), 'hall.sqlite');

test('a store that is opened again holds what it held', async () => {
  const file = newFile();
  const first = await openStore(file);
  await first.db.insertInto('counter').values({ name: 'x', last: 1 }).execute();
  await first.close();
  const second = await openStore(file);
  expect(await second.db.selectFrom('counter').selectAll().execute()).toEqual([{ name: 'x', last: 1 }]);
  expect(second.isIntact()).toBe(true);
  await second.close();
});

test('a transaction that fails leaves nothing', async () => {
  const store = await openStore(newFile());
  const torn = store.transaction(async (trx) => {
    await trx.insertInto('counter').values({ name: 'x', last: 1 }).execute();
    throw new Error('torn');
  });
  await expect(torn).rejects.toThrow('torn');
  expect(await store.db.selectFrom('counter').selectAll().execute()).toEqual([]);
  await store.close();
});

test('another process that writes is noticed', async () => {
  const file = newFile();
  const [server, importer] = [await openStore(file), await openStore(file)];
  const before = server.foreignChanges();
  await server.db.insertInto('counter').values({ name: 'own', last: 1 }).execute();
  expect(server.foreignChanges()).toBe(before);
  await importer.db.insertInto('counter').values({ name: 'other', last: 1 }).execute();
  expect(server.foreignChanges()).not.toBe(before);
  await Promise.all([server.close(), importer.close()]);
});

test('a reference to nothing is refused', async () => {
  const store = await openStore(newFile());
  const lost = store.db
    .insertInto('draft')
    .values({ entry_id: 'guide/none', revision: 1, body: '{}', author_id: null, saved_at: 'x' })
    .execute();
  await expect(lost).rejects.toThrow('FOREIGN KEY');
  await store.close();
});

test('a full store says so, keeps what it has, and takes more when there is room again', async () => {
  const store = await openStore(newFile());
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.db);
  await sql`pragma max_page_count = ${sql.raw(String((pages.rows[0]?.page_count ?? 0) + 1))}`.execute(
    store.db,
  );
  const put = (name: string, size: number) =>
    store.transaction(async (trx) => {
      await trx
        .insertInto('counter')
        .values({ name: name.padEnd(size), last: 1 })
        .execute();
    });
  await put('small', 5);
  const error: unknown = await put('large', 200_000).catch((cause: unknown) => cause);
  expect(isStorageFull(error)).toBe(true);
  expect(await store.db.selectFrom('counter').select('name').execute()).toEqual([{ name: 'small' }]);
  await sql`pragma max_page_count = 100000`.execute(store.db);
  await put('large', 200_000);
  expect(await store.db.selectFrom('counter').select('last').execute()).toHaveLength(2);
  await store.close();
});
