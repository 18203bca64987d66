import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { isSetUp, openHall } from '../setup/visitor.ts';

/** A whole task without a finger: by Tab, arrows, Space and Enter, and told as a screen reader would hear it. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

/** What has the focus, as it is told: its role and name. */
const heard = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    const words = at?.getAttribute('aria-label') ?? at?.closest('label')?.textContent ?? at?.textContent;
    return `${at?.tagName ?? ''} ${words?.trim() ?? ''}`;
  });

/** Tab until what is heard matches; a visible ring goes along. */
async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (wanted.test(await heard(page))) return;
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => document.activeElement?.matches(':focus-visible'));
    expect(ring).toBe(true);
  }
  throw new Error(`Tab never came to ${wanted}`);
}

const isAsked = (page: Page, title: string): Promise<void> =>
  expect.poll(() => heard(page)).toBe(`H1 ${title}`);

test('an opinion is given by the keyboard alone', async ({ page }) => {
  await openHall(page, hall.url);
  await isSetUp(page);
  await tabTo(page, /^BUTTON 投诉、建议、评价/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^BUTTON .*评价和建议/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^BUTTON 看过了，开始填/);
  await page.keyboard.press('Enter');

  await isAsked(page, '您满意吗？');
  await tabTo(page, /^BUTTON 下一题/);
  await page.keyboard.press('Enter');
  // Nothing chosen: it says so, and the way back to the question is open.
  await expect(page.getByText('这一题要回答才能继续。').first()).toBeVisible();
  for (let presses = 0; presses < 12 && !/^INPUT/.test(await heard(page)); presses += 1)
    await page.keyboard.press('Shift+Tab');
  await tabTo(page, /^INPUT/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, /^BUTTON 下一题/);
  await page.keyboard.press('Enter');

  await isAsked(page, '说的是什么？');
  await tabTo(page, /^INPUT/);
  await page.keyboard.press('Space');
  await tabTo(page, /^BUTTON 下一题/);
  await page.keyboard.press('Enter');
  // A field has the focus at once.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await page.keyboard.type('字再大些。');
  await tabTo(page, /^BUTTON 下一题/);
  await page.keyboard.press('Enter');

  await isAsked(page, '要我们回个电话吗？');
  await tabTo(page, /^INPUT 不用/);
  await page.keyboard.press('Space');
  await tabTo(page, /^BUTTON 下一题/);
  await page.keyboard.press('Enter');

  await isAsked(page, '请核对一遍');
  await expect(page.getByText('字再大些。')).toBeVisible();
  await tabTo(page, /^BUTTON 没有错，交出/);
  await page.keyboard.press('Enter');
  await isAsked(page, '收到了。');
});

test('each screen of it has one title, one main part, and names for all that can be pressed', async ({
  page,
}) => {
  await openHall(page, hall.url);
  for (const path of ['/', '/guide/pension-claim', '/chart/pension-claim', '/form/opinion', '/search']) {
    await page.goto(`${hall.url}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toMatch(/- main/);
    expect(tree.match(/- (button|link|textbox|checkbox|radio)( \[[^\]]*\])*:?$/gm), path).toBeNull();
  }
});
