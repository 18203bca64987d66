import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, type Page, test } from 'playwright/test';
import { routes } from '../../src/contract/routes.ts';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { launchPersistent } from '../setup/browser.ts';
import { inbox } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { cableIn, file, isSetUp, openHall, opinion, waitingWords } from '../setup/visitor.ts';

/** What was acknowledged to a visitor is on the server exactly once, or still on the screen: whatever dies at whichever moment. */

let hall: Hall;
let proxy: HallProxy;
test.beforeEach(async () => {
  hall = await startHall();
  proxy = await startProxy(hall.url);
});
test.afterEach(async () => {
  await proxy.close();
  await hall.stop();
});

const UPLOAD = /\/api\/submission\//;
const uploads = () => proxy.requests.filter((each) => each.method === 'PUT' && UPLOAD.test(each.path));
const taken = (page: Page) => expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible();

interface Sealed {
  readonly id: string;
  readonly bytes: string;
}

/** The envelopes that wait on this screen, as they would be sent. */
const outbox = (page: Page): Promise<Sealed[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('bianminping-outbox');
      open.onsuccess = () => resolve(open.result);
    });
    const rows = await new Promise<{ id: string; bytes: Uint8Array }[]>((resolve) => {
      const all = db.transaction('envelopes').objectStore('envelopes').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return rows.map(({ id, bytes }) => ({ id, bytes: new TextDecoder().decode(bytes) }));
  });

const put = (id: string, body: string): Promise<Response> =>
  fetch(hall.url + routes.submission(id), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  });

/** What the server has set beside as contradicting something it holds. */
const conflicts = (): { submission_id: string; envelope: string }[] => {
  const db = new Database(join(hall.dataDir, 'hall.sqlite'), { readonly: true });
  try {
    return db.prepare('select submission_id, envelope from submission_conflict').all() as {
      submission_id: string;
      envelope: string;
    }[];
  } finally {
    db.close();
  }
};

test('the server has it but its receipt was lost: sent again, kept once', async ({ page }) => {
  await openHall(page, proxy.url);
  const hold = proxy.hold(UPLOAD);
  const slip = await file(page, proxy.url, 'opinion', opinion('回执丢在路上'));
  await hold.arrived;
  proxy.cut();
  expect(await inbox(hall)).toEqual([slip.receiptNo]);
  proxy.restore();
  await cableIn(page);
  await taken(page);
  expect(uploads().length).toBeGreaterThan(1);
  expect(new Set(uploads().map(({ path }) => path)).size).toBe(1);
  expect(await inbox(hall)).toEqual([slip.receiptNo]);
});

test('an answer of 200 without the hall’s signature does not empty the outbox', async ({ page }) => {
  await openHall(page, proxy.url);
  // The signature of another filing is not this one’s either.
  const first = await file(page, proxy.url, 'opinion', opinion('第一份'));
  await taken(page);
  let receipt = '';
  proxy.tamper(UPLOAD, (body) => {
    const answer = body.toString('utf8');
    receipt = answer;
    return '{}';
  });
  const second = await file(page, proxy.url, 'opinion', opinion('假的签收'));
  await expect.poll(() => uploads().length).toBeGreaterThan(2);
  await expect(page.getByText(/已经加密存好/)).toBeVisible();
  expect(await outbox(page)).toHaveLength(1);

  // Another letter, whatever the first one is.
  const altered = receipt.replace(
    /(\\"digest\\":\\")(.)/,
    (_, key, first) => `${key}${first === '-' ? 'A' : '-'}`,
  );
  expect(altered).not.toBe(receipt);
  proxy.restore();
  proxy.tamper(UPLOAD, () => altered);
  const before = uploads().length;
  await cableIn(page);
  await expect.poll(() => uploads().length).toBeGreaterThan(before);
  await expect(page.getByText(/已经加密存好/)).toBeVisible();
  expect(await outbox(page)).toHaveLength(1);

  proxy.restore();
  await cableIn(page);
  await taken(page);
  expect(await outbox(page)).toEqual([]);
  expect(await inbox(hall)).toEqual([first.receiptNo, second.receiptNo].sort());
});

test('somebody has handed in the same bytes already: the same receipt, one row', async ({ page }) => {
  await openHall(page, proxy.url);
  await isSetUp(page);
  proxy.cut();
  const slip = await file(page, proxy.url, 'opinion', opinion('先从优盘交了'));
  const [sealed] = await outbox(page);
  if (sealed === undefined) throw new Error('nothing waits');
  const first = await put(sealed.id, sealed.bytes);
  expect(first.status).toBe(201);
  const again = await put(sealed.id, sealed.bytes);
  expect(again.status).toBe(200);
  expect(await again.text()).toBe(await first.text());
  proxy.restore();
  await cableIn(page);
  await taken(page);
  expect(await inbox(hall)).toEqual([slip.receiptNo]);
});

test('other content under the same id is refused, and both are kept', async ({ page }) => {
  await openHall(page, proxy.url);
  await isSetUp(page);
  proxy.cut();
  const slip = await file(page, proxy.url, 'opinion', opinion('内容不一样'));
  const [sealed] = await outbox(page);
  if (sealed === undefined) throw new Error('nothing waits');
  // One space more is other bytes, though every signature in it is right.
  expect((await put(sealed.id, sealed.bytes.replace('{', '{ '))).status).toBe(201);
  proxy.restore();
  await cableIn(page);
  // Its visitor, who still stands there, is not left with a receipt that promises something.
  await expect(page.getByText(/没有收下这一份/)).toBeVisible();
  await expect(waitingWords(page)).toBeHidden();
  expect(await inbox(hall)).toEqual([slip.receiptNo]);
  // Neither overwritten nor thrown away: the second is kept at the hall, the first copy on the screen.
  expect(conflicts()).toEqual([{ submission_id: sealed.id, envelope: sealed.bytes }]);
  expect(await outbox(page)).toEqual([sealed]);
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(digest(conflicts()[0]?.envelope ?? '')).toBe(digest(sealed.bytes));
});

test('of two windows of one screen one sends; both say so', async ({ page, context }) => {
  await openHall(page, proxy.url);
  const second = await context.newPage();
  await openHall(second, proxy.url);
  await isSetUp(second);
  proxy.cut();
  const slips = [
    await file(page, proxy.url, 'opinion', opinion('第一个窗口')),
    await file(second, proxy.url, 'opinion', opinion('第二个窗口')),
    await file(page, proxy.url, 'opinion', opinion('第一个窗口又一份')),
  ];
  expect(new Set(slips.map((slip) => slip.receiptNo)).size).toBe(slips.length);
  await expect(page.getByText('3 份已存好，联网后自动提交')).toBeVisible();
  await expect(second.getByText('3 份已存好，联网后自动提交')).toBeVisible();
  const before = uploads().length;
  proxy.restore();
  const hold = proxy.hold(UPLOAD);
  await Promise.all([cableIn(page), cableIn(second)]);
  await hold.arrived;
  // While the answer to one is on its way nobody sends another.
  expect(uploads().length - before).toBe(1);
  hold.release();
  for (const each of [page, second]) await expect(waitingWords(each)).toBeHidden();
  const sent = uploads()
    .slice(before)
    .map(({ path }) => path);
  expect(sent).toHaveLength(slips.length);
  expect(new Set(sent).size).toBe(slips.length);
  expect(await inbox(hall)).toEqual(slips.map((slip) => slip.receiptNo).sort());
});

test('the server is killed while it answers, the browser while it waits', async () => {
  let screen = await launchPersistent();
  try {
    await openHall(screen.page, proxy.url);
    const hold = proxy.hold(UPLOAD);
    const slip = await file(screen.page, proxy.url, 'opinion', opinion('两边都断电'));
    await hold.arrived;
    await Promise.all([hall.kill(), screen.kill()]);
    proxy.restore();
    await hall.restart();
    screen = await launchPersistent({ profile: screen.profile });
    await openHall(screen.page, proxy.url);
    await expect(waitingWords(screen.page)).toBeHidden();
    expect(await inbox(hall)).toEqual([slip.receiptNo]);
  } finally {
    await screen.close();
  }
});
