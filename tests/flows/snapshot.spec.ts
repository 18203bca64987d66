import { expect, type Page, test } from 'playwright/test';
import type { Guide } from '../../src/contract/guide.ts';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { publishChange } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

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

const rename = (title: string): Promise<void> =>
  publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({ ...guide, title }));

const openTopic = async (page: Page): Promise<void> => {
  await openHall(page, proxy.url);
  await page.getByRole('button', { name: /养老/ }).first().click();
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
};

/** The title in the list once the screen has had every reason to change it: another change got through to it. */
const HEAD = /\/api\/content\/head/;
const PAGES = /\/api\/content\/change\/\d+\/\d+\/\d+/;

test('a published change shows within two seconds, without a reload', async ({ page }) => {
  await openTopic(page);
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await rename('领养老金（新名字）');
  await expect(page.getByText('领养老金（新名字）')).toBeVisible({ timeout: 2_000 });
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});

test('a page is never pulled from under its reader', async ({ page }) => {
  await openTopic(page);
  await page.getByText('领取城乡居民养老金').click();
  await expect(page.locator('h1')).toHaveText('领取城乡居民养老金');
  await rename('领养老金（新名字）');
  await expect(page.getByText(/刚刚更新/)).toBeVisible({ timeout: 2_000 });
  await expect(page.locator('h1')).toHaveText('领取城乡居民养老金');
  await page.getByRole('button', { name: '看新的' }).click();
  await expect(page.locator('h1')).toHaveText('领养老金（新名字）');
});

test('a torn pull leaves the old snapshot whole, and goes on later', async ({ page }) => {
  await openTopic(page);
  proxy.tearAt(40, PAGES);
  await rename('撕断之后');
  await expect.poll(() => proxy.requests.filter((each) => PAGES.test(each.path)).length).toBeGreaterThan(1);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  await page.reload();
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  proxy.restore();
  await expect(page.getByText('撕断之后')).toBeVisible({ timeout: 30_000 });
});

test('a first pull torn in the middle shows set-up in words and resumes', async ({ page }) => {
  proxy.tearAt(20_000, PAGES);
  await page.goto(proxy.url);
  await expect(page.getByText(/正在准备内容|正在取得内容/).first()).toBeVisible();
  await expect.poll(() => proxy.requests.filter((each) => PAGES.test(each.path)).length).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { name: '您来办什么事？' })).toBeHidden();
  proxy.restore();
  await expect(page.getByRole('heading', { name: '您来办什么事？' })).toBeVisible({ timeout: 30_000 });
});

test('altered content is refused', async ({ page }) => {
  await openTopic(page);
  proxy.tamper(PAGES, (body) => body.toString('utf8').replaceAll('真的改动', '假的改动'));
  await rename('真的改动');
  await expect.poll(() => proxy.requests.filter((each) => PAGES.test(each.path)).length).toBeGreaterThan(0);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  await expect(page.getByText('假的改动')).toHaveCount(0);
  proxy.restore();
  await expect(page.getByText('真的改动')).toBeVisible({ timeout: 30_000 });
});

test('an altered head is refused', async ({ page }) => {
  await openTopic(page);
  proxy.tamper(HEAD, (body) =>
    body.toString('utf8').replace(/\\"number\\":(\d+)/, (_, n: string) => `\\"number\\":${Number(n) + 5}`),
  );
  await rename('真的改动');
  await expect.poll(() => proxy.requests.filter((each) => HEAD.test(each.path)).length).toBeGreaterThan(1);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  proxy.restore();
  await expect(page.getByText('真的改动')).toBeVisible({ timeout: 30_000 });
});

test('an older snapshot, rightly signed, is refused', async ({ page }) => {
  const old = await (await fetch(`${hall.url}/api/content/head`)).text();
  await rename('第二版');
  await openHall(page, proxy.url);
  await page.getByRole('button', { name: /养老/ }).first().click();
  await expect(page.getByText('第二版')).toBeVisible();
  proxy.tamper(HEAD, () => old);
  const seen = proxy.requests.length;
  await page.reload();
  await expect.poll(() => proxy.requests.slice(seen).some((each) => HEAD.test(each.path))).toBe(true);
  await expect(page.getByText('第二版')).toBeVisible();
  await rename('第三版');
  proxy.restore();
  await expect(page.getByText('第三版')).toBeVisible({ timeout: 30_000 });
});
