import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '../store/store.ts';
import { appendAudit, firstBrokenRow, verifyAudit } from './audit.ts';

let store: Store;
beforeEach(async () => {
  store = await openStore(join(mkdtempSync(join(tmpdir(), 'bianminping-audit-')), 'hall.sqlite'));
  for (const n of [1, 2, 3, 4]) {
    await store.transaction((trx) =>
      appendAudit(trx, {
        atMs: n,
        actor: 'system',
        act: 'incident.see',
        object: `thing-${n}`,
        detail: { n },
      }),
    );
  }
});
afterEach(() => store.close());

test('an untouched chain holds', async () => {
  expect(await firstBrokenRow(store.db)).toBeNull();
  const { count, head } = await verifyAudit(store.db);
  expect(count).toBe(4);
  // Rows cut off at the end break nothing: only an older head tells.
  await store.db.deleteFrom('audit').where('n', '=', 4).execute();
  const cut = await verifyAudit(store.db);
  expect([cut.count, cut.firstBroken, cut.head === head]).toEqual([3, null, false]);
});

test.each(['at', 'actor', 'act', 'object'] as const)('a changed %s is named', async (column) => {
  await store.db
    .updateTable('audit')
    .set({ [column]: 'other' })
    .where('n', '=', 2)
    .execute();
  expect(await firstBrokenRow(store.db)).toBe(2);
});

test('a changed detail is named', async () => {
  await store.db.updateTable('audit').set({ detail: '{"n":9}' }).where('n', '=', 3).execute();
  expect(await firstBrokenRow(store.db)).toBe(3);
});

test('a removed row is named, also when the numbers are closed up', async () => {
  await store.db.deleteFrom('audit').where('n', '=', 2).execute();
  expect(await firstBrokenRow(store.db)).toBe(2);
  await store.db.updateTable('audit').set({ n: 2 }).where('n', '=', 3).execute();
  await store.db.updateTable('audit').set({ n: 3 }).where('n', '=', 4).execute();
  expect(await firstBrokenRow(store.db)).toBe(2);
});

test('an act that is undone leaves no row', async () => {
  const undone = store.transaction(async (trx) => {
    await appendAudit(trx, { atMs: 5, actor: 'system', act: 'incident.see', object: 'x' });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await firstBrokenRow(store.db)).toBeNull();
  expect(await store.db.selectFrom('audit').select('n').execute()).toHaveLength(4);
});
