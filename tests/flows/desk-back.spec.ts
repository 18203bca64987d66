import { expect, type Page, test } from 'playwright/test';
import { sitDown } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';

/** Somebody goes through a long list entry by entry: back is where they were, a new page begins at its head. */

let hall: Hall;
let page: Page;
test.beforeAll(async ({ browser }) => {
  hall = await startHall();
  page = await sitDown(browser, hall, 'bianji');
});
test.afterAll(() => hall.stop());

const top = (): Promise<number> => page.evaluate(() => scrollY);

test('back in a list leads to the row one came from, however late the list arrives', async () => {
  await page.goto('/staff/content?kind=guide');
  const link = page.getByRole('link', { name: '领取城乡居民养老金', exact: true });
  await expect(link).toBeVisible();
  await link.evaluate((row) => scrollBy(0, row.getBoundingClientRect().top - 300));
  const before = await top();
  expect(before).toBeGreaterThan(500);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: '领取城乡居民养老金' })).toBeVisible();
  await expect.poll(top).toBe(0);

  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/staff/entry', async (route) => {
    await held;
    await route.continue();
  });
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: '内容' })).toBeVisible();
  answer();
  await expect(link).toBeInViewport();
  expect(await top()).toBe(before);
});
