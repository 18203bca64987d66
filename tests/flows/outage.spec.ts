import { expect, test } from 'playwright/test';
import type { SubmissionRow } from '../../src/contract/desk.ts';
import type { Guide } from '../../src/contract/guide.ts';
import { routes } from '../../src/contract/routes.ts';
import { startProxy } from '../fakes/proxy.ts';
import { launchPersistent } from '../setup/browser.ts';
import { logIn, publishChange } from '../setup/desk.ts';
import { startHall } from '../setup/server.ts';
import { file, openHall, opinion, shellIsKept } from '../setup/visitor.ts';

/** An outage from its beginning to its end: nothing that a visitor was told is lost, nothing is doubled. */

test('server and network gone, browser killed: the screen goes on, and everything arrives once', async () => {
  const hall = await startHall();
  const proxy = await startProxy(hall.url);
  let screen = await launchPersistent();
  try {
    await openHall(screen.page, proxy.url);
    await shellIsKept(screen.page);
    const before = await file(screen.page, proxy.url, 'opinion', opinion('断网以前'));

    // The cable goes, then the server, then the power of the screen.
    proxy.cut();
    await hall.kill();
    await screen.kill();
    screen = await launchPersistent({ profile: screen.profile });
    const { page } = screen;
    await page.goto(proxy.url);
    await expect(page.getByRole('heading', { level: 1, name: '您来办什么事？' })).toBeVisible();
    await expect(page.getByText(/^未联网，不影响使用/)).toBeVisible();

    // Everything that is read still opens, from addresses that were never opened before.
    for (const [path, title] of [
      ['/guide/pension-claim', '领取城乡居民养老金'],
      ['/chart/pension-claim', '领取城乡居民养老金'],
      ['/item/annual-report-2014', '嘎什根乡2014年政府信息公开工作报告'],
      ['/page/disclosure-guide', '政府信息公开指南'],
      ['/catalogue', '政府信息公开'],
    ] as const) {
      await page.goto(proxy.url + path);
      await expect(page.locator('h1')).toHaveText(title);
    }

    // Two visitors file; the screen says in words that it keeps what they gave.
    const during = [await file(page, proxy.url, 'opinion', opinion('断网时第一位'))];
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
    await expect(screen.page.getByText(/份已存好|份正在提交/)).toBeHidden({ timeout: 30_000 });
    await expect(screen.page.getByText(/^内容更新到/)).toBeVisible();

    const officer = await logIn(hall, 'bianji');
    const rows = await officer.get<SubmissionRow[]>(routes.staff.submissions);
    expect(rows.map((row) => row.receiptNo).sort()).toEqual(
      [before, ...during].map((slip) => slip.receiptNo).sort(),
    );
  } finally {
    await screen.close();
    await proxy.close();
    await hall.stop();
  }
});

test('a log-in page of the network changes nothing that is shown or kept', async () => {
  const hall = await startHall();
  const proxy = await startProxy(hall.url);
  const screen = await launchPersistent();
  try {
    const { page } = screen;
    await openHall(page, proxy.url);
    await shellIsKept(page);
    proxy.captivePortal();
    await page.goto(`${proxy.url}/guide/pension-claim`);
    await expect(page.locator('h1')).toHaveText('领取城乡居民养老金');
    const slip = await file(page, proxy.url, 'opinion', opinion('网络要登录'));
    await expect(page.getByText(/已经加密存好/)).toBeVisible();
    await page.goto(proxy.url);
    await expect(page.getByText(/^网络要先登录，不影响使用/)).toBeVisible();
    await expect(page.getByText('1 份已存好，联网后自动提交')).toBeVisible();
    proxy.restore();
    await expect(page.getByText(/份已存好|份正在提交/)).toBeHidden({ timeout: 30_000 });
    const rows = await (await logIn(hall, 'bianji')).get<SubmissionRow[]>(routes.staff.submissions);
    expect(rows.map((row) => row.receiptNo)).toEqual([slip.receiptNo]);
  } finally {
    await screen.close();
    await proxy.close();
    await hall.stop();
  }
});

test('what was published during the outage shows when the network is back, without a reload', async () => {
  const hall = await startHall();
  const proxy = await startProxy(hall.url);
  const screen = await launchPersistent();
  try {
    const { page } = screen;
    await openHall(page, proxy.url);
    proxy.cut();
    await publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({
      ...guide,
      title: '领养老金（新办法）',
    }));
    await page.getByRole('button', { name: /养老/ }).first().click();
    await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    proxy.restore();
    await expect(page.getByText('领养老金（新办法）')).toBeVisible({ timeout: 30_000 });
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true);
  } finally {
    await screen.close();
    await proxy.close();
    await hall.stop();
  }
});
