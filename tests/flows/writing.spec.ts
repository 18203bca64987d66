import { expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import { routes } from '../../src/contract/routes.ts';
import { logIn, sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** A clerk's text from key to revision, while tabs close and the server dies. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const ID = 'page/service-promise';
const summary = (page: Page) => page.getByLabel('一句话说明');
const openEntry = async (page: Page): Promise<void> => {
  await page.goto(`${hall.url}/staff/content/${ID}`);
  await expect(summary(page)).toBeVisible();
};

test('a closed tab, a killed server and an ended session lose nothing that was typed', async ({
  browser,
}) => {
  const first = await sitDown(browser, hall, 'bianji');
  await openEntry(first);
  await summary(first).fill('第一句。');
  await expect(first.getByText(/已自动存到服务器，还没有存成一稿/)).toBeVisible();

  // The server dies, the hands go on, the tab is closed before it comes back.
  await hall.kill();
  await summary(first).fill('第一句。第二句。');
  await expect(first.getByText('没有连上服务器。已存在本机，连上后再存到服务器。')).toBeVisible();
  const context = first.context();
  await first.close();
  await hall.restart();

  const second = await context.newPage();
  await openEntry(second);
  await expect(summary(second)).toHaveValue('第一句。第二句。');
  await expect(second.getByText(/已自动存到服务器，还没有存成一稿/)).toBeVisible();
  expect(await second.evaluate(() => Object.keys(localStorage))).toEqual([]);

  // At another computer the same text is there, and becomes a revision.
  const home = await sitDown(browser, hall, 'bianji');
  await openEntry(home);
  await expect(summary(home)).toHaveValue('第一句。第二句。');
  await home.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect(home.getByText(/已存成第 \d+ 稿/)).toBeVisible();
  const saved = await (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(ID));
  expect(saved.entry).toMatchObject({ summary: '第一句。第二句。' });

  // The page that was left open is told, and overwrites nothing.
  await summary(second).fill('第一句。第三句。');
  await second.getByRole('button', { name: '看看两边的差别' }).click();
  await expect(second.getByRole('heading', { name: '您自己刚刚改过这一条' })).toBeVisible();
});
