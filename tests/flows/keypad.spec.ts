import { expect, type Locator, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { atHome, file, isSetUp, openHall, opinion } from '../setup/visitor.ts';

/** Everything without a touch, by the keys of a numeric keypad. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const heading = (page: Page) => page.locator('h1');

/** `/` until this bears a digit, then the digit. */
async function choose(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    const digit = await wanted.evaluate((element) =>
      (element.matches('[data-digit]') ? element : element.querySelector('[data-digit]'))?.getAttribute(
        'data-digit',
      ),
    );
    if (digit) return page.keyboard.press(`Numpad${digit}`);
    await page.keyboard.press('NumpadDivide');
  }
  throw new Error(`no digit ever stood at ${wanted}`);
}

const key = (page: Page, char: string) =>
  page
    .getByRole('group', { name: '屏幕键盘' })
    .getByRole('button', { name: char.toLowerCase(), exact: true });

/** Digits as they are, letters by the number at their key. */
async function write(page: Page, text: string): Promise<void> {
  for (const char of text) {
    if (/\d/.test(char)) await page.keyboard.press(`Numpad${char}`);
    else await choose(page, key(page, char));
  }
}

test('a keypad chooses by number, goes on and back', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(heading(page)).toHaveText('谁来申请？');
  await page.keyboard.press('Numpad1');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expect(page.getByText(/^键盘：按数字选/)).toBeVisible();
  await page.keyboard.press('NumpadEnter');
  await expect(heading(page)).toHaveText('您的姓名');
  await page.getByRole('textbox').fill('张三');
  await page.keyboard.press('NumpadEnter');
  await expect(heading(page)).toHaveText('用什么证件？');
  await page.keyboard.press('NumpadSubtract');
  await expect(heading(page)).toHaveText('您的姓名');
});

test('how one likes the screen is chosen by number too', async ({ page }) => {
  await openHall(page, hall.url);
  await page.keyboard.press('NumpadAdd');
  const huge = page.getByRole('dialog').locator('label').filter({ hasText: '特大字' });
  await huge.waitFor();
  await choose(page, huge);
  await expect(page.locator('html')).toHaveAttribute('data-text-size', 'huge');
  await page.keyboard.press('NumpadSubtract');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('how far a filing has come is asked with the keypad alone', async ({ page }) => {
  await openHall(page, hall.url);
  await isSetUp(page);
  const { receiptNo, code } = await file(page, hall.url, 'opinion', opinion('字再大些。'));
  await page.goto(hall.url);
  await atHome(page);
  await page.keyboard.press('NumpadDivide');
  await choose(page, page.getByRole('button', { name: /查我交的申请办到哪了/ }));
  await expect(heading(page)).toHaveText('查我交的申请办到哪了');
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await key(page, 'q').waitFor();
  // A slip is taken back.
  await page.keyboard.press('Numpad7');
  await page.keyboard.press('NumpadMultiply');
  await write(page, receiptNo.replaceAll('-', ''));
  await page.keyboard.press('NumpadEnter');
  await expect(page.getByRole('textbox').nth(1)).toBeFocused();
  await write(page, code);
  await page.keyboard.press('NumpadEnter');
  await expect(page.locator('main')).toContainText(receiptNo);
  await expect(page.getByRole('textbox')).toHaveCount(0);
});
