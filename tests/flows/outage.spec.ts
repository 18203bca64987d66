import { expect, type Page, test } from 'playwright/test';
import type { SubmissionRow } from '../../src/contract/desk.ts';
import type { Guide } from '../../src/contract/guide.ts';
import { routes } from '../../src/contract/routes.ts';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { launchPersistent } from '../setup/browser.ts';
import { inbox, logIn, publishChange } from '../setup/desk.ts';
import { catchPaper } from '../setup/paper.ts';
import { type Hall, startHall } from '../setup/server.ts';
import {
  atHome,
  cableIn,
  file,
  isSetUp,
  openHall,
  openTopic,
  opinion,
  request,
  waitingWords,
} from '../setup/visitor.ts';

/** An outage from its beginning to its end: nothing that a visitor was told is lost, nothing is doubled. */

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

/** Everything that is read, from addresses that were never opened before. */
async function readEverything(page: Page): Promise<void> {
  for (const [path, title] of [
    ['/guide/pension-claim', '领取城乡居民养老金'],
    ['/chart/pension-claim', '领取城乡居民养老金'],
    ['/item/annual-report-2014', '嘎什根乡2014年政府信息公开工作报告'],
    ['/page/disclosure-guide', '政府信息公开指南'],
    ['/audience/elder', '老年人'],
    ['/card/hall-contact', /./],
  ] as const) {
    await page.goto(proxy.url + path);
    await expect(page.locator('h1')).toHaveText(title);
  }
  await page.goto(`${proxy.url}/catalogue`);
  await expect(page.locator('h1')).toHaveText('政府信息公开');
  await page.getByRole('button', { name: /^年度报告/ }).click();
  await expect(page.getByText('嘎什根乡2014年政府信息公开工作报告')).toBeVisible();
  await page.goto(`${proxy.url}/search`);
  await page.getByRole('textbox').fill('ylj');
  await expect(page.getByRole('button', { name: '领取城乡居民养老金' }).first()).toBeVisible();
}

/** What cannot be known without network says so; what can be done is done. */
async function askProgress(page: Page): Promise<void> {
  await page.goto(`${proxy.url}/progress`);
  await page.getByLabel('回执编号').fill('A7-000128-9');
  await page.getByLabel('查询码').fill('K4TM9R2X');
  await page.getByRole('button', { name: '查进度' }).first().click();
  await expect(page.getByText(/要联网才能查最新进度/)).toBeVisible();
}

test('server and network gone, browser killed: the screen goes on, and everything arrives once', async () => {
  let screen = await launchPersistent();
  try {
    await openHall(screen.page, proxy.url);
    await isSetUp(screen.page);
    const before = await file(screen.page, proxy.url, 'opinion', opinion('断网以前'));
    await expect(screen.page.getByText(/已经交到嘎什根乡/)).toBeVisible();

    // The cable goes, then the server, then the power of the screen.
    proxy.cut();
    await hall.kill();
    await screen.kill();
    screen = await launchPersistent({ profile: screen.profile });
    const { page } = screen;
    const paper = await catchPaper(page);
    await page.goto(proxy.url);
    await atHome(page);
    await expect(page.getByText(/^未联网，不影响使用。内容更新到/)).toBeVisible();
    await readEverything(page);
    await askProgress(page);
    await page.goto(`${proxy.url}/guide/pension-claim`);
    await page.getByRole('button', { name: '打印便民卡片' }).click();
    await page.getByRole('button', { name: '小卡，放钱包' }).click();
    expect((await paper()).text).toContain('领取城乡居民养老金');

    // Two visitors file; the screen says in words that it keeps what they gave.
    const during = [
      await file(page, proxy.url, 'disclosure-request', request('断网的人', '220821199001010014', '补贴')),
    ];
    await expect(page.getByText(/已经加密存好/)).toBeVisible();
    during.push(await file(page, proxy.url, 'opinion', opinion('断网时第二位')));
    await page.goto(proxy.url);
    await expect(page.getByText('2 份已存好，联网后自动提交')).toBeVisible();

    // Killed once more before the network is back.
    await screen.kill();
    screen = await launchPersistent({ profile: screen.profile });
    await screen.page.goto(proxy.url);
    await expect(screen.page.getByText('2 份已存好，联网后自动提交')).toBeVisible();
    await hall.restart();
    proxy.restore();
    // By itself: nobody touches anything, and the machine does not say that the cable is in.
    await expect(waitingWords(screen.page)).toBeHidden({ timeout: 60_000 });
    await expect(screen.page.getByText(/^内容更新到/)).toBeVisible();

    const officer = await logIn(hall, 'bianji');
    const rows = await officer.get<SubmissionRow[]>(routes.staff.submissions);
    expect(rows.map((row) => row.receiptNo).sort()).toEqual(
      [before, ...during].map((slip) => slip.receiptNo).sort(),
    );
  } finally {
    await screen.close();
  }
});

test('a log-in page of the network changes nothing that is shown or kept', async () => {
  const screen = await launchPersistent();
  try {
    const { page } = screen;
    await openHall(page, proxy.url);
    await isSetUp(page);
    proxy.captivePortal();
    await page.goto(`${proxy.url}/guide/pension-claim`);
    await expect(page.locator('h1')).toHaveText('领取城乡居民养老金');
    const slip = await file(page, proxy.url, 'opinion', opinion('网络要登录'));
    await expect(page.getByText(/已经加密存好/)).toBeVisible();
    await page.goto(proxy.url);
    await expect(page.getByText(/^网络要先登录，不影响使用/)).toBeVisible();
    await expect(page.getByText('1 份已存好，联网后自动提交')).toBeVisible();
    // The worker that keeps the shell is asked for anew, gets the portal’s page, and stays what it was.
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => undefined));
    await page.reload();
    await atHome(page);
    proxy.restore();
    await cableIn(page);
    await expect(waitingWords(page)).toBeHidden();
    expect(await inbox(hall)).toEqual([slip.receiptNo]);
  } finally {
    await screen.close();
  }
});

test('a network that is silent without being gone is noticed, and its end too', async ({ page }) => {
  await openHall(page, proxy.url);
  await isSetUp(page);
  await page.clock.install();
  await page.reload();
  await atHome(page);
  proxy.stall();
  // Nothing is heard for longer than three beats: the stream is opened anew, which leads nowhere either.
  await page.clock.fastForward(46_000);
  await page.clock.fastForward(20_000);
  await expect(page.getByText(/^未联网，不影响使用/)).toBeVisible();
  proxy.restore();
  await page.clock.fastForward(60_000);
  await expect(page.getByText(/^内容更新到/)).toBeVisible();
});

test('what was published during the outage shows when the network is back, without a reload', async ({
  page,
}) => {
  await openHall(page, proxy.url);
  await isSetUp(page);
  proxy.cut();
  await publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({
    ...guide,
    title: '领养老金（新办法）',
  }));
  await openTopic(page, /^养老/);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  proxy.restore();
  // By itself again.
  await expect(page.getByText('领养老金（新办法）')).toBeVisible({ timeout: 60_000 });
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
});
