import { expect, type Page, test } from 'playwright/test';
import { axeFaults } from '../setup/axe.ts';
import { sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { file, openHall, opinion } from '../setup/visitor.ts';

/** Every page of the desk by axe: WCAG 2.0 to 2.2, levels A and AA, without a single violation, on a screen and on a phone. */

const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/** Pages that no menu leads to. */
const DEEP = [
  '/staff/content/guide/pension-claim',
  '/staff/content/item/annual-report-2014',
  '/staff/content/chart/pension-claim',
  '/staff/content/card/hall-contact',
  '/staff/content/form/opinion',
  '/staff/content/page/disclosure-guide',
  '/staff/content/new',
  '/staff/content/guide/pension-claim/history',
  '/staff/content/guide/pension-claim/history?to=1',
  '/staff/hall/history',
  '/staff/content?q=没有这样的东西',
  '/staff/import',
  '/staff/due-item',
  '/staff/rules?at=step',
  '/staff/digest',
  '/staff/accountability',
  '/staff/account',
  '/staff/nowhere',
];

const SHEET = '/staff/review/guide/pension-claim';

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

/** No page wider than what it is shown on. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function look(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(hall.url + path);
  // Paper that is shown beside its fields has a heading of its own.
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/^正在.*……$/)).toHaveCount(0);
  const told: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const wide = await overflow(page);
    if (wide > 0) told.push(`${path} ${size.width}: ${wide} px too wide`);
    for (const each of await axeFaults(page)) told.push(`${path} ${size.width}: ${each}`);
  }
  return told;
}

test('no page of the desk keeps anybody out', async ({ page, browser }) => {
  test.setTimeout(180_000);
  await openHall(page, hall.url);
  const slip = await file(page, hall.url, 'opinion', opinion('多放两把椅子'));
  await expect(page.getByText(/已经交到/)).toBeVisible();
  const told: string[] = [];
  // One writes, the other signs and keeps the accounts: they see different pages at the same addresses.
  const writer = await sitDown(browser, hall, 'bianji');
  for (const path of DEEP) told.push(...(await look(writer, path)));
  const signer = await sitDown(browser, hall, 'shenhe');
  for (const path of [...(await menuOf(signer)), SHEET]) told.push(...(await look(signer, path)));
  await signer.goto(`${hall.url}/staff/inbox`);
  const row = await signer.locator('a', { hasText: slip.receiptNo }).getAttribute('href');
  told.push(...(await look(signer, row ?? '')));
  expect(told).toEqual([]);
});

async function menuOf(desk: Page): Promise<readonly string[]> {
  const links = desk.getByRole('navigation').getByRole('link');
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(found.length).toBeGreaterThan(5);
  return found;
}

test('the door of the desk keeps nobody out either', async ({ page }) => {
  const told = [...(await look(page, '/staff')), ...(await look(page, '/staff/welcome'))];
  expect(told).toEqual([]);
});

test('what keeps somebody out would be found', async ({ page }) => {
  await page.setContent(
    '<html lang="zh"><title>词</title><main><h1>词</h1><button></button><img src="x"></main>',
  );
  expect((await axeFaults(page)).map((each) => each.split(':')[0])).toEqual(['button-name', 'image-alt']);
});
