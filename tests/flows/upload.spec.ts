import { expect, test } from 'playwright/test';
import type { SubmissionRow } from '../../src/contract/desk.ts';
import { routes } from '../../src/contract/routes.ts';
import { type HallProxy, startProxy } from '../fakes/proxy.ts';
import { launchPersistent } from '../setup/browser.ts';
import { logIn } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { file, openHall, opinion } from '../setup/visitor.ts';

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
const inbox = async (): Promise<string[]> =>
  (await (await logIn(hall, 'bianji')).get<SubmissionRow[]>(routes.staff.submissions))
    .map((row) => row.receiptNo)
    .sort();
const uploads = () => proxy.requests.filter((each) => each.method === 'PUT' && UPLOAD.test(each.path));

test('the server has it but its receipt was lost: sent again, kept once', async ({ page }) => {
  await openHall(page, proxy.url);
  const hold = proxy.hold(UPLOAD);
  const slip = await file(page, proxy.url, 'opinion', opinion('回执丢在路上'));
  await hold.arrived;
  proxy.cut();
  expect(await inbox()).toEqual([slip.receiptNo]);
  proxy.restore();
  await expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible({ timeout: 30_000 });
  expect(uploads().length).toBeGreaterThan(1);
  expect(await inbox()).toEqual([slip.receiptNo]);
});

test('an answer of 200 without the hall’s signature does not empty the outbox', async ({ page }) => {
  await openHall(page, proxy.url);
  proxy.tamper(UPLOAD, () => '{}');
  await file(page, proxy.url, 'opinion', opinion('假的签收'));
  await expect.poll(() => uploads().length).toBeGreaterThan(1);
  await expect(page.getByText(/已经加密存好/)).toBeVisible();
  proxy.restore();
  await expect(page.getByText(/已经交到嘎什根乡/)).toBeVisible({ timeout: 30_000 });
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
    await screen.page.goto(proxy.url);
    await expect(screen.page.getByText(/^内容更新到/)).toBeVisible();
    await expect(screen.page.getByText(/份已存好|份正在提交/)).toBeHidden({ timeout: 30_000 });
    expect(await inbox()).toEqual([slip.receiptNo]);
  } finally {
    await screen.close();
  }
});
