import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/** Questions answered without a touch, by the keys of a numeric keypad. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const heading = (page: Page) => page.locator('h1');

test('a keypad chooses by number, goes on and back', async ({ page }) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(heading(page)).toHaveText('谁来申请？');
  await page.keyboard.press('Numpad1');
  await expect(page.getByRole('radio').first()).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-keypad');
  await page.keyboard.press('NumpadEnter');
  await expect(heading(page)).toHaveText('您的姓名');
  await page.getByRole('textbox').fill('张三');
  await page.keyboard.press('NumpadEnter');
  await expect(heading(page)).toHaveText('用什么证件？');
  await page.keyboard.press('NumpadSubtract');
  await expect(heading(page)).toHaveText('您的姓名');
});
