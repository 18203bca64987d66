import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { MachineRow } from '../../src/contract/desk.ts';
import type { Guide } from '../../src/contract/guide.ts';
import { routes } from '../../src/contract/routes.ts';
import type { SignedHead } from '../../src/contract/snapshot.ts';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { approveChange, logIn, publish, publishChange } from '../setup/desk.ts';
import { type Hall, importContent, startHall } from '../setup/server.ts';
import { cableIn, openHall, openTopic, seenAt } from '../setup/visitor.ts';

/** A screen shows only what the hall signed, never older than it has shown, never half of two snapshots. */

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

const DEMO = new URL('../../src/server/demo-hall/', import.meta.url);
const LIMIT_MS = 2_000;
const OLD = '领取城乡居民养老金';
const HEAD = /\/api\/content\/head/;
const CHANGE = /\/api\/content\/change\/\d+\/\d+$/;
/** Where objects travel: many in a page, few one by one. */
const OBJECTS = /\/api\/content\/(object\/|change\/\d+\/\d+\/\d+)/;

const rename = (title: string, of = hall): Promise<number> =>
  publishChange<Guide>(of, 'guide/pension-claim', (guide) => ({ ...guide, title }));

/** The pension guides in a list: every title that is tested stands in it. */
const openList = async (page: Page): Promise<void> => {
  await openHall(page, proxy.url);
  await openTopic(page, /^养老/);
  await expect(page.getByText(OLD)).toBeVisible();
};

/** How often the screen has asked for something since. */
const asked = (what: RegExp, since = 0): number =>
  proxy.requests.slice(since).filter(({ path }) => what.test(path)).length;

/** The desk is told what was refused, at the latest when the screen opens anew. */
const expectTold = async (page: Page): Promise<void> => {
  await page.reload();
  await expect.poll(() => proxy.requests.some(({ path }) => path === routes.incident)).toBe(true);
};

/** Does something to the network, makes the screen look, waits until it has seen the fault, and once more from its start. */
const trouble = async (page: Page, what: RegExp, cause: () => void): Promise<void> => {
  const since = proxy.requests.length;
  cause();
  await page.reload();
  const message = `asks for ${what} and again`;
  await expect.poll(() => asked(what, since), message).toBeGreaterThan(0);
  await cableIn(page);
  await expect.poll(() => asked(what, since), message).toBeGreaterThan(1);
};

const recover = async (page: Page, words: string): Promise<void> => {
  proxy.restore();
  await cableIn(page);
  await expect(page.getByText(words)).toBeVisible();
};

test('a published change shows within two seconds, without a reload', async ({ page }) => {
  await openList(page);
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  const seen = seenAt(page, '领养老金（新名字）');
  const publishedAt = await rename('领养老金（新名字）');
  expect((await seen) - publishedAt).toBeLessThan(LIMIT_MS);
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('a page is never pulled from under its reader', async ({ page }) => {
  await openList(page);
  await page.getByText(OLD).click();
  await expect(page.locator('h1')).toHaveText(OLD);
  const seen = seenAt(page, '这一页刚刚更新过');
  const publishedAt = await rename('领养老金（新名字）');
  expect((await seen) - publishedAt).toBeLessThan(LIMIT_MS);
  await expect(page.locator('h1')).toHaveText(OLD);
  await page.getByRole('button', { name: '看新的' }).click();
  await expect(page.locator('h1')).toHaveText('领养老金（新名字）');
  await expect(page.getByText('这一页刚刚更新过')).toBeHidden();
});

test('a pull that breaks off, wherever it does, shows the old whole; then the new whole', async ({
  page,
}) => {
  await openList(page);
  const renamed = ['claim', 'join', 'change', 'verify', 'cancel'];
  for (const [at, name] of renamed.entries())
    await approveChange<Guide>(hall, `guide/pension-${name}`, (guide) => ({ ...guide, title: `新的${at}` }));
  proxy.tearAt(30, HEAD);
  await publish(hall);
  const places: [RegExp, number][] = [
    [HEAD, 300],
    [CHANGE, 10],
    [CHANGE, 60],
    [OBJECTS, 1],
    [OBJECTS, 150],
    [OBJECTS, 600],
  ];
  for (const [what, bytes] of places) {
    await trouble(page, what, () => {
      proxy.restore();
      proxy.tearAt(bytes, what);
    });
    await expect(page.getByText(OLD)).toBeVisible();
    await expect(page.getByText(/^新的\d/)).toHaveCount(0);
  }
  await recover(page, '新的0');
  for (const at of renamed.keys()) await expect(page.getByText(`新的${at}`)).toBeVisible();
});

test('a first pull torn in the middle shows set-up in words and resumes', async ({ page }) => {
  proxy.tearAt(20_000, OBJECTS);
  await page.goto(proxy.url);
  await expect(page.getByText(/正在准备内容/).first()).toBeVisible();
  await expect.poll(() => asked(OBJECTS)).toBeGreaterThan(1);
  await expect(page.getByRole('heading', { name: '您来办什么事？' })).toBeHidden();
  await recover(page, '您来办什么事？');
});

test('altered content is refused', async ({ page }) => {
  await openList(page);
  proxy.tamper(OBJECTS, (body) => body.toString('utf8').replaceAll('真的改动', '假的改动'));
  const since = proxy.requests.length;
  await rename('真的改动');
  await expect.poll(() => asked(OBJECTS, since)).toBeGreaterThan(1);
  await expect(page.getByText(OLD)).toBeVisible();
  await expect(page.getByText('假的改动')).toHaveCount(0);
  await expectTold(page);
  await recover(page, '真的改动');
});

test('an altered list is refused', async ({ page }) => {
  await openList(page);
  // The digest of another object that is rightly published: each piece is true, the whole is not.
  proxy.tamper(CHANGE, (body) => {
    const change = JSON.parse(body.toString('utf8'));
    return JSON.stringify({ ...change, put: change.put.slice(1), drop: ['entry/guide/pension-join'] });
  });
  const since = proxy.requests.length;
  await rename('真的改动');
  await expect.poll(() => asked(CHANGE, since)).toBeGreaterThan(1);
  await expect(page.getByText(OLD)).toBeVisible();
  await expectTold(page);
  await recover(page, '真的改动');
});

test('an altered head is refused', async ({ page }) => {
  await openList(page);
  proxy.tamper(HEAD, (body) =>
    body.toString('utf8').replace(/\\"number\\":(\d+)/, (_, n: string) => `\\"number\\":${Number(n) + 5}`),
  );
  const since = proxy.requests.length;
  await rename('真的改动');
  await expect.poll(() => asked(HEAD, since)).toBeGreaterThan(1);
  await expect(page.getByText(OLD)).toBeVisible();
  expect(asked(CHANGE, since)).toBe(0);
  await expectTold(page);
  await recover(page, '真的改动');
});

test('another hall in the place of ours is refused, also under our name', async ({ page }) => {
  const other = await startHall({ isNew: true });
  try {
    await openList(page);
    await rename('别人家的', other);
    await trouble(page, HEAD, () => proxy.leadTo(other.url));
    await expect(page.getByText(OLD)).toBeVisible();

    // Its own head and signature under our root: its keys are not certified by it.
    const { root } = (await (await fetch(hall.url + routes.head)).json()) as SignedHead;
    await trouble(page, HEAD, () => {
      proxy.tamper(HEAD, (body) => JSON.stringify({ ...JSON.parse(body.toString('utf8')), root }));
    });
    await expect(page.getByText(OLD)).toBeVisible();
    await expect(page.getByText('别人家的')).toHaveCount(0);
    proxy.leadTo(hall.url);
    await rename('自己家的');
    await recover(page, '自己家的');
  } finally {
    await other.stop();
  }
});

test('an older snapshot, rightly signed, is refused', async ({ page }) => {
  const old = await (await fetch(hall.url + routes.head)).text();
  await rename('第二版');
  await openHall(page, proxy.url);
  await openTopic(page, /^养老/);
  await expect(page.getByText('第二版')).toBeVisible();
  await trouble(page, HEAD, () => proxy.tamper(HEAD, () => old));
  await expect(page.getByText('第二版')).toBeVisible();
  await expectTold(page);
  // Also when the screen's own store is gone: the number that it has shown is known elsewhere.
  await page.evaluate(() => {
    indexedDB.deleteDatabase('bianminping-content');
  });
  await trouble(page, HEAD, () => undefined);
  await expect(page.getByText(/正在准备内容/).first()).toBeVisible();
  await rename('第三版');
  await recover(page, '第三版');
});

test('the same number with other bytes is refused, and what follows from it', async ({ page }) => {
  // Two halls with the same keys: a server that was restored from a backup and went on, or a thief of the keys.
  const fork = await startHall();
  try {
    await openList(page);
    const seen = seenAt(page, '这一枝');
    await rename('这一枝');
    await seen;
    await rename('那一枝', fork);
    await trouble(page, HEAD, () => proxy.leadTo(fork.url));
    await expect(page.getByText('这一枝')).toBeVisible();
    await rename('那一枝的下一版', fork);
    await trouble(page, HEAD, () => undefined);
    await expect(page.getByText('这一枝')).toBeVisible();
    await expect(page.getByText(/那一枝/)).toHaveCount(0);
    await expectTold(page);
    proxy.leadTo(hall.url);
    await rename('这一枝的下一版');
    await recover(page, '这一枝的下一版');
  } finally {
    await fork.stop();
  }
});

test('a roll-back shows the old again, under a new number', async ({ page }) => {
  await openList(page);
  const renamed = seenAt(page, '写错了的名字');
  await rename('写错了的名字');
  await renamed;
  const seen = seenAt(page, OLD);
  const desk = await logIn(hall, 'shenhe');
  await desk.send('POST', routes.staff.rollback, { to: 1, reason: '名字写错了' });
  await seen;
  await expect(page.getByText('写错了的名字')).toHaveCount(0);
  const shows = async () => (await desk.get<MachineRow[]>(routes.staff.machines)).map((each) => each.shows);
  await expect.poll(shows).toEqual([3]);
});

test('a file that is imported while the hall runs reaches the screen', async ({ page }) => {
  await openList(page);
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  await mkdir(join(folder, 'guide'));
  const file = await readFile(new URL('guide/pension-claim.yaml', DEMO), 'utf8');
  await writeFile(
    join(folder, 'guide/pension-claim.yaml'),
    file.replace(`title: ${OLD}`, 'title: 从文件来的'),
  );
  const seen = seenAt(page, '从文件来的');
  expect(await importContent(hall.dataDir, folder)).toContain('现在是第 2 版');
  await seen;
  await rm(folder, { recursive: true });
});
