import { type Browser, expect, type Page, test } from 'playwright/test';
import { sitDown } from '../setup/desk.ts';
import { catchPaper } from '../setup/paper.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall, openTopic, seenAt } from '../setup/visitor.ts';

/** A staff edit becomes paper: written, signed by another, published, found by a visitor, printed as a card. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const NEW_TITLE = '领养老金看这里';

async function write(browser: Browser): Promise<Page> {
  const desk = await sitDown(browser, hall, 'bianji');
  await desk.getByRole('link', { name: /^内容/ }).click();
  await desk.getByLabel('找名称、短名、索引号').fill('pension-claim');
  await desk
    .getByRole('row', { name: /guide\/pension-claim/ })
    .getByRole('link')
    .click();
  await desk.getByLabel('名称', { exact: true }).fill(NEW_TITLE);
  await expect(desk.getByText(/已自动存到服务器，还没有存成一稿/)).toBeVisible();
  await desk.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect(desk.getByText(/已送审/).first()).toBeVisible();
  return desk;
}

/** The other person: reads the difference, does the secrecy check item by item, signs. */
async function sign(browser: Browser): Promise<Page> {
  const desk = await sitDown(browser, hall, 'shenhe');
  await desk
    .getByRole('link', { name: /待我审核/ })
    .first()
    .click();
  await desk.getByRole('link', { name: NEW_TITLE }).click();
  await expect(desk.getByText('领取城乡居民养老金').first()).toBeVisible();
  await desk.getByRole('button', { name: '审核通过，签字' }).click();
  await expect(desk.getByText(/还有 5 项没有勾/)).toBeVisible();
  for (const check of await desk.getByRole('group', { name: '保密审查' }).getByRole('checkbox').all())
    await check.check();
  await desk.getByRole('button', { name: '审核通过，签字' }).click();
  await desk.getByRole('link', { name: '去发布' }).click();
  return desk;
}

test('written and sent by one, signed by another, published, read and printed', async ({ page, browser }) => {
  const paper = await catchPaper(page);
  await openHall(page, hall.url);
  await openTopic(page, /^养老/);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();

  const writer = await write(browser);
  // Who may only write has no way to publish.
  await writer.goto(`${hall.url}/staff/publish`);
  await expect(writer.getByText('没有审核通过、等待发布的内容。')).toBeVisible();
  const signer = await sign(browser);
  await expect(page.getByText(NEW_TITLE)).toHaveCount(0);

  const seen = seenAt(page, NEW_TITLE);
  await signer.getByRole('button', { name: /发布这 1 条/ }).click();
  await expect(signer.getByText('现在是第 2 版。')).toBeVisible();
  await seen;

  await page.getByText(NEW_TITLE).click();
  for (const [choice, widthMm, heightMm] of [
    ['小卡，放钱包', 90, 54],
    ['大卡，字大', 105, 148],
  ] as const) {
    await page.getByRole('button', { name: '打印便民卡片' }).click();
    await page.getByRole('button', { name: choice }).click();
    const card = await paper();
    expect(card.pages).toBe(1);
    expect(Math.abs(card.widthMm - widthMm)).toBeLessThan(0.4);
    expect(Math.abs(card.heightMm - heightMm)).toBeLessThan(0.4);
    expect(card.text).toContain(NEW_TITLE);
    expect(card.text).toContain('以窗口为准');
    // Nobody's phone gets to this hall's loopback address, so no code leads there.
    expect(card.code).toBeUndefined();
    await expect(page.getByRole('heading', { name: '请取卡片' })).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
  }
});
