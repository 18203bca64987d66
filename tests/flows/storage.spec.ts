import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { launchPersistent, type Screen } from '../setup/browser.ts';
import { inbox } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { journalText } from '../setup/traces.ts';
import {
  atHome,
  cableIn,
  file,
  fillForm,
  isSetUp,
  openHall,
  opinion,
  sendForm,
  waitingWords,
} from '../setup/visitor.ts';

/** The browser loses what it was given to keep, or has no room: what was acknowledged is kept; what cannot be kept is not acknowledged. */

let hall: Hall;
let proxy: HallProxy;
let screen: Screen;
test.beforeEach(async () => {
  hall = await startHall();
  proxy = await startProxy(hall.url);
  screen = await launchPersistent();
  await openHall(screen.page, proxy.url);
  await isSetUp(screen.page);
});
test.afterEach(async () => {
  await screen.context.close().catch(() => null);
  rmSync(screen.profile, { recursive: true, force: true });
  await proxy.close();
  await hall.stop();
});

/** Chromium has been seen to delete every database of an origin after a kill. */
const DATABASES = 'Default/IndexedDB';
const FILES = 'Default/File System';

/** The machine stops, a folder of its profile is gone, it starts again. */
async function lose(folder: string): Promise<void> {
  await screen.kill();
  const path = join(screen.profile, folder);
  expect(existsSync(path)).toBe(true);
  rmSync(path, { recursive: true });
  screen = await launchPersistent({ profile: screen.profile });
  await screen.page.goto(proxy.url);
}

test('every database is lost, then the journal, then the databases again: nothing acknowledged is', async () => {
  proxy.cut();
  const first = await file(screen.page, proxy.url, 'opinion', opinion('数据库没了'));

  await lose(DATABASES);
  // Content is gone until the network is back; what was filed is there, from the journal.
  await expect(screen.page.getByText(/正在准备内容/).first()).toBeVisible();
  await expect(screen.page.getByText('1 份已存好，联网后自动提交')).toBeVisible();
  await lose(FILES);
  await expect(screen.page.getByText('1 份已存好，联网后自动提交')).toBeVisible();
  // The database gives the journal what it lacks.
  await expect.poll(() => journalText(screen.page)).toContain(first.receiptNo);
  await lose(DATABASES);
  await expect(screen.page.getByText('1 份已存好，联网后自动提交')).toBeVisible();

  proxy.restore();
  await cableIn(screen.page);
  await atHome(screen.page);
  await expect(waitingWords(screen.page)).toBeHidden();
  expect(await inbox(hall)).toEqual([first.receiptNo]);

  // The machine’s key was in the lost database: it is another machine now, and gives numbers of its own.
  const second = await file(screen.page, proxy.url, 'opinion', opinion('之后的一份'));
  expect(second.receiptNo.split('-')[0]).not.toBe(first.receiptNo.split('-')[0]);
  await expect.poll(() => inbox(hall)).toEqual([first.receiptNo, second.receiptNo].sort());
});

test('what was sent already does not come back from the journal', async () => {
  const slip = await file(screen.page, proxy.url, 'opinion', opinion('已经交过'));
  await expect(screen.page.getByText(/已经交到嘎什根乡/)).toBeVisible();
  const sent = proxy.requests.filter(({ method }) => method === 'PUT').length;
  await lose(DATABASES);
  await atHome(screen.page);
  await expect(waitingWords(screen.page)).toBeHidden();
  expect(proxy.requests.filter(({ method }) => method === 'PUT')).toHaveLength(sent);
  expect(await inbox(hall)).toEqual([slip.receiptNo]);
});

test('no room: no receipt is given, the answers stay, and later it goes through once', async () => {
  const { page, context } = screen;
  const devtools = await context.newCDPSession(page);
  const quota = (quotaSize?: number) =>
    devtools.send('Storage.overrideQuotaForOrigin', {
      origin: proxy.url,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  proxy.cut();
  await page.goto(`${proxy.url}/form/opinion`);
  await fillForm(page, opinion('没有地方放'));
  await quota(1_000);
  await page.getByRole('button', { name: '没有错，交出' }).click();
  await expect(page.getByText('没有交出')).toBeVisible();
  await expect(page.getByText(/您填的还在，没有丢/)).toBeVisible();
  await expect(page.getByText('没有地方放')).toBeVisible();
  await expect(waitingWords(page)).toBeHidden();

  await quota();
  const slip = await sendForm(page);
  proxy.restore();
  await cableIn(page);
  await expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible();
  expect(await inbox(hall)).toEqual([slip.receiptNo]);

  // A form that could not be kept is not even opened; the visitor is sent to the window.
  await quota(1_000);
  await page.goto(`${proxy.url}/form/opinion`);
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(page.getByText('现在不能在这里填')).toBeVisible();
  await expect(page.getByText(/到窗口领纸质表格/)).toBeVisible();
});
