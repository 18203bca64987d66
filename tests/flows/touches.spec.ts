import { expect, type Page, test } from 'playwright/test';
import { catchPaper } from '../setup/paper.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { atHome, file, isSetUp, openHall, opinion } from '../setup/visitor.ts';

/** What people come for, done with a finger by somebody who knows the way: how often the glass is touched, keys included. */

test.use({ hasTouch: true });

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    let [count, last] = [0, 0];
    addEventListener(
      'touchstart',
      () => {
        count += 1;
        last = performance.now();
      },
      { capture: true },
    );
    Object.assign(globalThis, { touches: () => count, sinceTouch: () => performance.now() - last });
  });
});

const touches = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { touches(): number }).touches());

/** A touch that comes sooner is the second half of a double tap, which does nothing: nobody has read a question by then. */
const HAND_MS = 600;
const atEase = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    (ms) => (globalThis as unknown as { sinceTouch(): number }).sinceTouch() > ms,
    HAND_MS,
  );
const tap = async (page: Page, name: string | RegExp): Promise<void> => {
  await atEase(page);
  await page.getByRole('button', { name }).first().tap();
};
const choose = async (page: Page, words: string): Promise<void> => {
  await atEase(page);
  await page.locator('label').filter({ hasText: words }).first().tap();
};

/** From home, which begins to count anew. */
async function counted(page: Page, task: () => Promise<void>): Promise<number> {
  const before = await touches(page);
  await task();
  return (await touches(page)) - before;
}

test('what to bring for the old-age pension, on a card to take along: six', async ({ page }) => {
  const paper = await catchPaper(page);
  await openHall(page, hall.url);
  const count = await counted(page, async () => {
    await tap(page, /^养老/);
    await tap(page, /领取城乡居民养老金/);
    await expect(page.getByRole('checkbox', { name: /本人居民身份证/ })).toBeVisible();
    await tap(page, '打印便民卡片');
    await tap(page, '小卡，放钱包');
  });
  expect((await paper()).pages).toBe(1);
  expect(count).toBeLessThanOrEqual(6);
});

test('last year’s budget in the catalogue: four', async ({ page }) => {
  await openHall(page, hall.url);
  const count = await counted(page, async () => {
    await tap(page, /查政府公开的信息/);
    await tap(page, /财政/);
    await tap(page, /2025年部门预算/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2025年部门预算');
  });
  expect(count).toBeLessThanOrEqual(4);
});

test('a complaint without a name and without a key: fifteen', async ({ page }) => {
  await openHall(page, hall.url);
  await isSetUp(page);
  const count = await counted(page, async () => {
    await tap(page, /投诉、建议、评价/);
    await tap(page, /投诉、咨询、反映问题/);
    await tap(page, '看过了，开始填');
    await choose(page, '办事服务投诉');
    await tap(page, '下一题');
    while (!/请核对一遍/.test(await page.locator('h1').innerText())) {
      const asked = await page.locator('h1').innerText();
      if (asked === '请说说是什么事') {
        await tap(page, '办事态度');
        await choose(page, '让我白跑了一趟。');
      }
      if (asked === '要不要答复？') await choose(page, '不留姓名');
      await tap(page, '下一题');
      await expect(page.locator('h1')).not.toHaveText(asked);
    }
    await tap(page, '没有错，交出');
    await expect(page.locator('h1')).toHaveText('收到了。');
  });
  expect(count).toBeLessThanOrEqual(15);
});

test('progress by the slip: the keys of its two numbers and three more', async ({ page }) => {
  await openHall(page, hall.url);
  await isSetUp(page);
  const { receiptNo, code } = await file(page, hall.url, 'opinion', opinion('字再大些。'));
  const isNew = page.waitForEvent('load');
  await tap(page, '完成并清除');
  await isNew;
  await atHome(page);
  const keys = `${receiptNo.replaceAll('-', '')}${code}`;
  const count = await counted(page, async () => {
    await tap(page, /查我交的申请办到哪了/);
    const keyboard = page.getByRole('group', { name: '屏幕键盘' });
    const fields = page.getByRole('textbox');
    for (const [at, text] of [receiptNo.replaceAll('-', ''), code].entries()) {
      await fields.nth(at).tap();
      for (const letter of text.toLowerCase())
        await keyboard.getByRole('button', { name: letter, exact: true }).tap();
    }
    await keyboard.getByRole('button', { name: '查进度' }).tap();
    await expect(page.locator('main')).toContainText(receiptNo);
  });
  expect(count).toBeLessThanOrEqual(keys.length + 4);
});

test('large letters, and the buttons low: three each', async ({ page }) => {
  await openHall(page, hall.url);
  for (const wish of ['特大字', '往下移'])
    expect(
      await counted(page, async () => {
        await tap(page, /^大字/);
        await choose(page, wish);
        await tap(page, '好了');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }),
    ).toBeLessThanOrEqual(3);
});
