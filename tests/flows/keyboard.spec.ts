import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';
import { broughtAhead, keyboard } from '../setup/writing.ts';

/** A screen in a hall has no other keyboard than the one it shows. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const press = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await keyboard(page).getByRole('button', { name: key, exact: true }).click();
};
const tap = (page: Page, name: string) => keyboard(page).getByRole('button', { name, exact: true }).tap();
const next = (page: Page) => keyboard(page).getByRole('button', { name: '下一题' }).click();

test('a name in pinyin and an identity number go into a real form without any other keyboard', async ({
  page,
}) => {
  await openHall(page, hall.url);
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await page.locator('label').filter({ hasText: '我本人' }).click();
  await page.getByRole('button', { name: '下一题' }).first().click();

  await expect(page.locator('h1')).toHaveText('您的姓名');
  const field = page.getByRole('textbox');
  await press(page, 'ni');
  await keyboard(page).getByRole('button', { name: '你', exact: true }).click();
  await press(page, 'hao');
  await keyboard(page).getByRole('button', { name: '好', exact: true }).click();
  await expect(field).toHaveValue('你好');
  // The field keeps the focus while keys are touched, so the caret stays where it is.
  await expect(field).toBeFocused();
  await keyboard(page).getByRole('button', { name: '退格' }).click();
  await expect(field).toHaveValue('你');
  // Letters that were not chosen are written by the key that goes on.
  await press(page, 'hao');
  await next(page);

  await expect(page.locator('h1')).toHaveText('用什么证件？');
  await page.locator('label').filter({ hasText: '居民身份证' }).click();
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).toHaveText('证件号码');
  await press(page, '11010519491231002');
  await keyboard(page).getByRole('button', { name: '身份证末位 X' }).click();
  await expect(page.getByRole('textbox')).toHaveValue('11010519491231002X');
  await next(page);
  await expect(page.locator('h1')).toHaveText('联系电话');
  await press(page, '13800138000');
  await next(page);
  await expect(page.locator('h1')).toHaveText('想要的信息叫什么？');
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(page.getByRole('textbox')).toHaveValue(/^你./);
});

/** By finger from home to the question for the name. */
async function toTheName(page: Page): Promise<void> {
  await page.getByRole('button', { name: /申请公开一份信息/ }).tap();
  await page.getByRole('button', { name: '看过了，开始填' }).tap();
  await page.locator('label').filter({ hasText: '我本人' }).tap();
  await page.getByRole('button', { name: '下一题' }).first().tap();
}

test.describe('with a finger, without network', () => {
  test.use({ hasTouch: true });

  test('a screen that was once online writes names, numbers and a sentence', async ({ page, context }) => {
    await openHall(page, hall.url);
    // Nobody has typed yet: the words of the pinyin are brought ahead.
    await expect.poll(() => broughtAhead(page)).toContainEqual(expect.stringContaining('input-pinyin'));
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    await toTheName(page);
    const field = page.getByRole('textbox');

    await expect(page.locator('h1')).toHaveText('您的姓名');
    for (const key of 'wangxiuying') await tap(page, key);
    await tap(page, '王秀英');
    await expect(field).toHaveValue('王秀英');
    await tap(page, '下一题');
    await page.locator('label').filter({ hasText: '居民身份证' }).tap();
    await page.getByRole('button', { name: '下一题' }).first().tap();
    for (const key of '11010519491231002') await tap(page, key);
    await tap(page, '身份证末位 X');
    await tap(page, '下一题');
    for (const key of '13800138000') await tap(page, key);
    await expect(field).toHaveValue('13800138000');
    await tap(page, '下一题');

    await expect(page.locator('h1')).toHaveText('想要的信息叫什么？');
    for (const key of 'woyaobanlidibao') await tap(page, key);
    await tap(page, '我要办理低保');
    // Initials alone, and what is still waiting when the mark comes.
    for (const key of 'shbx') await tap(page, key);
    await keyboard(page).getByRole('button', { name: '句号' }).tap();
    await expect(field).toHaveValue('我要办理低保社会保险。');
  });

  test('a complaint and its name in every way that pinyin is typed', async ({ page }) => {
    await page.goto(`${hall.url}/form/complaint?screen=1`);
    await page.getByRole('button', { name: '看过了，开始填' }).tap();
    await page.locator('label').filter({ hasText: '信访事项' }).tap();
    await toTheQuestion(page, '请说说是什么事');
    const field = page.locator('main').getByRole('textbox');
    await field.tap();
    const write = (keys: string, text: string) => typeAndTap(page, keys, text);

    // A whole sentence, with the keys gathered at one side for one hand.
    await page.getByRole('button', { name: '键盘靠左' }).tap();
    await write('woyaofanyingyigewenti', '我要反映一个问题');
    await tap(page, '逗号');
    await page.getByRole('button', { name: '键盘靠右' }).tap();
    // A syllable begun, and initials alone.
    await write('cunwh', '村委会');
    await write('gzry', '工作人员');
    await page.getByRole('button', { name: '键盘放宽' }).tap();
    // Sounds as they are spoken: zh and z, n and l, in and ing.
    await write('zongguo', '中国');
    await write('lainai', '奶奶');
    await write('senqin', '申请');
    await expect(field).toHaveValue('我要反映一个问题，村委会工作人员中国奶奶申请');

    // 退格 takes letters first, then what was written.
    for (const key of 'xua') await tap(page, key);
    await tap(page, '退格');
    await expect(keyboard(page).getByRole('status')).toHaveText('xu');
    for (let times = 0; times < 8; times += 1) await tap(page, '退格');
    await expect(field).toHaveValue('我要反映一个问题，村委会工作人员');

    // A rare character stands on a further page; other pads write at the same place.
    for (const key of 'yi') await tap(page, key);
    await chooseFar(page, '懿');
    await tap(page, '数字');
    for (const key of '2026') await tap(page, key);
    await tap(page, '年');
    await tap(page, '字母符号');
    await tap(page, '大写');
    for (const key of 'Ab') await tap(page, key);
    await tap(page, '拼音');
    await write('hao', '号');
    await expect(field).toHaveValue('我要反映一个问题，村委会工作人员懿2026年Ab号');

    // Chosen once by hand, first the next time.
    await toTheQuestion(page, '您的姓名');
    await field.tap();
    for (const key of 'wanglifu') await tap(page, key);
    await chooseFar(page, '汪');
    await tap(page, '空格选第一个');
    const name = await field.inputValue();
    expect(name).toMatch(/^汪..$/);
    for (let times = 0; times < 3; times += 1) await tap(page, '退格');
    await expect(field).toHaveValue('');
    for (const key of 'wanglifu') await tap(page, key);
    await tap(page, '空格选第一个');
    await expect(field).toHaveValue(name);
  });
});

/** Goes on until this question stands there; what may be skipped is skipped. */
async function toTheQuestion(page: Page, title: string): Promise<void> {
  for (
    let now = await page.locator('h1').innerText();
    now !== title;
    now = await page.locator('h1').innerText()
  ) {
    await page.getByRole('button', { name: '下一题' }).first().tap();
    await expect(page.locator('h1')).not.toHaveText(now);
  }
}

async function typeAndTap(page: Page, keys: string, text: string): Promise<void> {
  for (const key of keys) await tap(page, key);
  await tap(page, text);
}

/** What does not stand on the strip stands on a page behind it. */
async function chooseFar(page: Page, text: string): Promise<void> {
  await tap(page, '更多');
  const wanted = keyboard(page).getByRole('button', { name: text, exact: true });
  while ((await wanted.count()) === 0) await tap(page, '下一页');
  await wanted.tap();
}
