import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall, title } from '../setup/visitor.ts';

/** A finger that stays too long, comes twice or slips does what a plain touch would do, or nothing; never something else. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());
test.use({ hasTouch: true });

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Events of one finger, as a touchscreen gives them. */
const fingerOn = async (page: Page) => {
  const { send } = await page
    .context()
    .newCDPSession(page)
    .then((cdp) => ({ send: cdp.send.bind(cdp) }));
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Spot[]) =>
    send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (at: Spot) => touch('touchStart', at),
    move: (at: Spot) => touch('touchMove', at),
    up: () => touch('touchEnd'),
  };
};

const middleOf = async (page: Page, name: RegExp): Promise<Spot> => {
  const box = await page.getByRole('button', { name }).first().boundingBox();
  if (box === null) throw new Error(`no button ${name}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** The browser's own menu, and anything that is marked as on a page of text. */
const watchForMenus = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener('contextmenu', (event) => {
      if (!event.defaultPrevented) document.documentElement.dataset.menu = '';
    });
  });
const expectNoMenu = async (page: Page): Promise<void> => {
  await expect(page.locator('html')).not.toHaveAttribute('data-menu');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
};

test('a long press is a touch', async ({ page }) => {
  await openHall(page, hall.url);
  await watchForMenus(page);
  const finger = await fingerOn(page);
  const held = page.evaluate(
    () =>
      new Promise((resolve) => {
        // Longer than any browser waits before it calls a press long.
        addEventListener('pointerdown', () => setTimeout(resolve, 1_200), { once: true });
      }),
  );
  await finger.down(await middleOf(page, /^养老/));
  await held;
  await expectNoMenu(page);
  await finger.up();
  await expect(page.locator('h1')).toHaveText('养老');
  await expectNoMenu(page);
});

test('a double tap is one: it neither opens what came beneath nor takes a choice back', async ({ page }) => {
  await openHall(page, hall.url);
  await watchForMenus(page);
  const finger = await fingerOn(page);
  const tapTwice = async (at: Spot): Promise<void> => {
    for (const _ of [1, 2]) {
      await finger.down(at);
      await finger.up();
    }
  };
  await tapTwice(await middleOf(page, /^养老/));
  await expect(page.locator('h1')).toHaveText('养老');
  await page.getByRole('button', { name: '领取城乡居民养老金' }).first().tap();
  const row = page
    .locator('label')
    .filter({ has: page.getByRole('checkbox') })
    .first();
  await row.scrollIntoViewIfNeeded();
  const box = await row.boundingBox();
  await tapTwice({ x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 });
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expectNoMenu(page);
});

test('a finger that slips from a button scrolls the page and presses nothing', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /^养老/ }).first().tap();
  await page.getByRole('button', { name: '领取城乡居民养老金' }).first().tap();
  await expect(page.locator('h1')).toContainText('养老');
  const before = await title(page);
  const finger = await fingerOn(page);
  const box = await page
    .locator('label')
    .filter({ has: page.getByRole('checkbox') })
    .first()
    .boundingBox();
  const at = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 };
  await finger.down(at);
  for (let step = 1; step <= 20; step += 1) await finger.move({ x: at.x, y: at.y - step * 15 });
  await finger.up();
  await expect.poll(() => page.locator('main').evaluate((main) => main.scrollTop)).toBeGreaterThan(50);
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(await title(page)).toBe(before);
});
