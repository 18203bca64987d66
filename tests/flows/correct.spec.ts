import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { answerRest, fillForm, openHall, request } from '../setup/visitor.ts';

/** Whoever finds something wrong on the last page changes that one answer, and is back on the page. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const row = (page: Page, title: string) => page.locator('dl > div').filter({ hasText: title }).first();

async function change(page: Page, title: string, how: (main: Page) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^改\\s*：${title.replace('？', '')}`) }).click();
  await expect(page.locator('h1')).toHaveText(title);
  await how(page);
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).toHaveText('请核对一遍');
}

const fill = (words: string) => (page: Page) => page.locator('main').getByRole('textbox').fill(words);
const choose = (label: string) => (page: Page) =>
  page.locator('main label').filter({ hasText: label }).first().click();

const sign = async (page: Page): Promise<void> => {
  const pad = await page.locator('main svg').last().boundingBox();
  if (pad === null) throw new Error('no place to sign');
  await page.mouse.move(pad.x + 60, pad.y + 60);
  await page.mouse.down();
  await page.mouse.move(pad.x + 160, pad.y + 110, { steps: 4 });
  await page.mouse.up();
};

test('choices, words, numbers and the signature of a request', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await fillForm(page, request('张三', '220821199001010014', '2025年预算'));
  await change(page, '您的姓名', fill('张三丰'));
  await change(page, '证件号码', fill('11010519491231002X'));
  await change(page, '联系电话', fill('13900139000'));
  await change(page, '要什么样的？', choose('电子'));
  await change(page, '您想怎样拿到答复？', choose('到大厅来取'));
  await expect(row(page, '您的姓名')).toContainText('张三丰');
  await expect(row(page, '证件号码')).toContainText('002X');
  await expect(row(page, '联系电话')).toContainText('139****9000');
  await change(page, '请签名', sign);
  await expect(row(page, '请签名').getByRole('img')).toBeVisible();
  await change(page, '请签名', async () => {
    await page.getByRole('button', { name: '不签，打字写姓名' }).click();
    await fill('张三丰')(page);
  });
  await expect(row(page, '请签名')).toContainText('张三丰');
});

test('the day, the department and the sentences of a complaint', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/complaint`);
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  await answerRest(page, {
    '是哪一类事？': '办事服务投诉',
    请说说是什么事: '等了很久。',
    '要不要答复？': '不用答复',
  });
  await change(page, '是哪个科室的事？', choose('民政办'));
  await change(page, '哪一天的事？', () => page.getByRole('button', { name: /^昨天/ }).click());
  await change(page, '请说说是什么事', async () => {
    await page.getByRole('button', { name: '收费', exact: true }).click();
    await page.getByRole('checkbox', { name: '收了钱没有给票据。' }).check();
  });
  await expect(row(page, '是哪个科室的事？')).toContainText('民政办');
  await expect(row(page, '哪一天的事？')).toContainText('年');
  await expect(row(page, '请说说是什么事')).toContainText('等了很久。收了钱没有给票据。');
  await change(page, '哪一天的事？', () => page.getByRole('button', { name: '清除日期' }).click());
  await expect(row(page, '哪一天的事？')).not.toContainText('年');
});
