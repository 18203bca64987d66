import { type Browser, expect, type Page, test } from 'playwright/test';
import type { EntryDetail } from '../../src/contract/desk.ts';
import { findingKey } from '../../src/contract/finding.ts';
import type { Invitation } from '../../src/contract/people.ts';
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

/** A second colleague who writes, with a password of their own. */
async function invite(browser: Browser, login: string, name: string): Promise<Page> {
  const admin = await logIn(hall, 'shenhe');
  const person = { login, name, roles: ['editor'], department: null };
  const { code } = await admin.send<Invitation>('POST', routes.staff.people, person);
  const password = '河边芦苇三丈高，秋天都来看白鹤';
  const set = await fetch(hall.url + routes.staff.welcome, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: hall.url, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ login, code, password }),
  });
  expect(set.status).toBe(200);
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(`${hall.url}/staff`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('navigation', { name: '工作台菜单' })).toBeVisible();
  return page;
}

/** The one who signs does it at the same addresses as the desk's pages. */
async function signAndPublish(): Promise<void> {
  const signer = await logIn(hall, 'shenhe');
  const { revision, findings } = await signer.get<EntryDetail>(routes.staff.entry(ID));
  const seen = findings.map(findingKey);
  const move = { move: 'approve', revision, secrecyChecked: true, seen };
  await signer.send('POST', routes.staff.entryMove(ID), move);
  await signer.send('POST', routes.staff.publication, {});
}

const saveRevision = (page: Page) => page.getByRole('button', { name: '存成一稿', exact: true }).click();
const title = (page: Page) => page.getByLabel('名称', { exact: true });

test('two people on one entry: offline, saved, published meanwhile, and nothing is overwritten unseen', async ({
  browser,
}) => {
  const mei = await sitDown(browser, hall, 'bianji');
  const ning = await invite(browser, 'ning', '宁静（示例）');
  await openEntry(mei);
  await openEntry(ning);

  // One loses the network and types on; the other saves, has it signed, and it is published.
  await mei.context().setOffline(true);
  await summary(mei).fill('梅写的说明。');
  await expect(mei.getByText('没有连上服务器。已存在本机，连上后再存到服务器。')).toBeVisible();
  await title(ning).fill('服务承诺书');
  await summary(ning).fill('宁写的说明。');
  await saveRevision(ning);
  await expect(ning.getByText('已存成第 2 稿。')).toBeVisible();
  await ning.getByRole('button', { name: '送审', exact: true }).click();
  await expect(ning.getByText(/已送审。/)).toBeVisible();
  await signAndPublish();

  // Back on the network she is told; a save is refused, and both texts stand beside each other.
  await mei.context().setOffline(false);
  await expect(mei.getByText(/宁静（示例）刚存了第 2 稿。/)).toBeVisible();
  await saveRevision(mei);
  await expect(mei.getByRole('heading', { name: '宁静（示例）刚刚改过这一条' })).toBeVisible();
  const clash = mei.getByRole('row', { name: /一句话说明/ });
  await expect(clash).toContainText('宁写的说明。');
  await expect(clash).toContainText('梅写的说明。');
  await expect(mei.getByText('只有宁静（示例）改了：名称。会保留。')).toBeVisible();
  await mei.getByRole('radio', { name: '用我的' }).check();
  await mei.getByRole('button', { name: '用选好的接着写' }).click();
  await saveRevision(mei);
  await expect(mei.getByText('已存成第 3 稿。')).toBeVisible();

  // The other way round: the published revision is still what the other has open, and types on.
  await summary(ning).fill('宁又写的说明。');
  await expect(ning.getByText(/王晓梅（示例）刚存了第 3 稿。/)).toBeVisible();
  await saveRevision(ning);
  await expect(ning.getByRole('heading', { name: '王晓梅（示例）刚刚改过这一条' })).toBeVisible();
  await ning.getByRole('button', { name: '不要我写的，用王晓梅（示例）的' }).click();
  await expect(summary(ning)).toHaveValue('梅写的说明。');
  await expect(title(ning)).toHaveValue('服务承诺书');

  // What was given up can be gone on with, and the first text stands in the history, to be restored.
  await ning.goto(`${hall.url}/staff/content/${ID}/history`);
  await expect(ning.getByRole('table', { name: '没有存成稿的内容' })).toBeVisible();
  await ning.getByRole('link', { name: '看这一稿：第 1 稿' }).click();
  await ning.getByRole('button', { name: '恢复第 1 稿' }).click();
  await ning.getByRole('button', { name: '恢复成新的一稿' }).click();
  await expect(ning.getByText('恢复自第 1 稿。')).toBeVisible();
  const now = await (await logIn(hall, 'bianji')).get<EntryDetail>(routes.staff.entry(ID));
  expect(now).toMatchObject({ revision: 4, state: 'draft', publishedRevision: 2 });
});
