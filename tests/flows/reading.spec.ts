import { expect, type Page, test } from 'playwright/test';
import { ENGLISH, FROM_NETWORK, giveVoices, MANDARIN, voiceOf } from '../fakes/voice.ts';
import { axeFaults } from '../setup/axe.ts';
import { VIEWPORTS } from '../setup/browser.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { atHome, fillForm, openHall, opinion, request } from '../setup/visitor.ts';

/** Somebody who does not see well, or does not read: letters, colours, a voice. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const ID_NUMBER = '220821199001010014';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const choose = (page: Page, group: string, label: string) =>
  page.getByRole('group', { name: group }).getByRole('radio', { name: label, exact: true }).check();
const marked = (page: Page): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('aloud') ?? [])].map(String).join());

async function hearPage(page: Page): Promise<readonly string[]> {
  const voice = voiceOf(page);
  while ((await voice.saying()) !== null) {
    const before = (await voice.heard()).length;
    await voice.end();
    await expect
      .poll(async () => (await voice.heard()).length > before || (await button(page, '念给我听').count()) > 0)
      .toBe(true);
  }
  return voice.heard();
}

test('letters, colours and place of the buttons are three touches away, and gone with the visitor', async ({
  page,
}) => {
  await openHall(page, hall.url);
  const root = page.locator('html');
  await button(page, /^大字/).click();
  await choose(page, '字的大小', '特大字');
  await expect(root).toHaveAttribute('data-text-size', 'huge');
  await choose(page, '颜色', '深色底');
  await expect(root).toHaveAttribute('data-contrast', 'dark');
  await choose(page, '按钮的位置', '往下移');
  await button(page, '好了').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const top = (await page.getByRole('heading', { level: 1 }).boundingBox())?.y ?? 0;
  expect(top).toBeGreaterThan(VIEWPORTS.portrait.height * 0.45);
  await page.reload();
  await atHome(page);
  await expect(root).toHaveAttribute('data-text-size', 'normal');
  await expect(root).toHaveAttribute('data-contrast', 'normal');
});

test('in every size and colour the panel is whole and axe finds nothing', async ({ page }) => {
  await giveVoices(page, [MANDARIN]);
  const found: string[] = [];
  await openHall(page, hall.url);
  for (const [name, size] of Object.entries(VIEWPORTS)) {
    await page.setViewportSize(size);
    await button(page, /^大字/).click();
    const panel = page.getByRole('dialog', { name: '怎样看着舒服' });
    for (const colours of ['平常', '黑白分明', '深色底'])
      for (const letters of ['平常', '大字', '特大字']) {
        await choose(page, '颜色', colours);
        await choose(page, '字的大小', letters);
        const wide = await panel.evaluate((it) => it.scrollWidth - it.clientWidth);
        const box = await panel.boundingBox();
        if (wide > 0 || !box || box.y < 0) found.push(`${name} ${colours} ${letters}: not whole`);
        for (const each of await axeFaults(page)) found.push(`${name} ${colours} ${letters}: ${each}`);
      }
    await button(page, '好了').click();
    // The bar above the foot, in dark and in the largest letters.
    await button(page, '念给我听').click();
    await expect(button(page, '停一下')).toBeVisible();
    for (const each of await axeFaults(page)) found.push(`${name}, reading: ${each}`);
  }
  expect(found).toEqual([]);
});

test('a guide is read aloud and marked, stopped for a while, and ends with the page', async ({ page }) => {
  await giveVoices(page, [FROM_NETWORK, MANDARIN]);
  const voice = voiceOf(page);
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/guide/pension-claim`);
  await expect(page.getByText('要带什么')).toBeVisible();
  await button(page, '念给我听').click();
  await expect.poll(voice.saying).toBe('办事指南，养老，官方名称：城乡居民基本养老保险待遇申领');
  await voice.end();
  await expect.poll(voice.saying).toBe('领取城乡居民养老金');
  expect(await marked(page)).toBe('领取城乡居民养老金');
  await button(page, '停一下').click();
  expect(await voice.saying()).toBeNull();
  await button(page, '接着念').click();
  await expect.poll(voice.saying).toBe('领取城乡居民养老金');
  const all = await hearPage(page);
  expect(all.join()).toContain('本人居民身份证');
  expect(all.join()).toMatch(/[八九]点/);
  expect(new Set(await voice.voices())).toEqual(new Set([MANDARIN.name]));
  expect(await marked(page)).toBe('');

  await button(page, '念给我听').click();
  await expect.poll(voice.saying).not.toBeNull();
  await button(page, '首页').click();
  await atHome(page);
  expect(await voice.saying()).toBeNull();
});

test('a question is read aloud; what was filled in, only when the visitor says so', async ({ page }) => {
  await giveVoices(page, [MANDARIN]);
  const voice = voiceOf(page);
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await button(page, '看过了，开始填').click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  await button(page, '念给我听').click();
  const question = await hearPage(page);
  expect(question.join()).toContain('谁来申请？');
  expect(question.join()).toContain('我本人');

  await page.goto(`${hall.url}/form/disclosure-request`);
  await fillForm(page, request('张三', ID_NUMBER, '2025年部门预算'));
  await button(page, '念给我听').click();
  expect(await voice.saying()).toBeNull();
  await button(page, '只念别的').click();
  const others = (await hearPage(page)).join();
  expect(others).toContain('证件号码');
  expect(others).not.toContain('张三');
  await button(page, '念给我听').click();
  await button(page, '都念').click();
  expect((await hearPage(page)).join()).toContain('张三');
});

test('a question is read with its hint, its choices and its error', async ({ page }) => {
  await giveVoices(page, [MANDARIN]);
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/disclosure-request`);
  await button(page, '看过了，开始填').click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  const title = await page.locator('h1').innerText();
  await button(page, '下一题').click();
  await expect(page.getByText('这一题要回答才能继续。')).toBeVisible();
  await button(page, '念给我听').click();
  const heard = await hearPage(page);
  expect(heard).toContain(title);
  expect(heard).toContain('这一题要回答才能继续。');
  expect(heard.join('')).toContain('我本人，公民');
});

test('what lies over a page is read by its own button, in each size, and the page behind is not', async ({
  page,
}) => {
  await giveVoices(page, [MANDARIN]);
  const voice = voiceOf(page);
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/opinion`);
  await button(page, '看过了，开始填').click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  const over = page.getByRole('dialog');
  for (const [opens, title, closes] of [
    ['帮助', '要人帮忙', '知道了'],
    [/^大字/, '怎样看着舒服', '好了'],
    ['完成并清除', '不填了吗？', '接着填'],
  ] as const) {
    await page.getByRole('navigation', { name: '常用' }).getByRole('button', { name: opens }).click();
    await over.getByRole('button', { name: '念给我听' }).click();
    await expect.poll(voice.saying).toBe(title);
    expect(await marked(page)).toBe(title);
    await over.getByRole('button', { name: '停一下' }).click();
    await expect(over.getByRole('button', { name: '接着念' })).toBeVisible();
    for (const size of Object.values(VIEWPORTS)) {
      await page.setViewportSize(size);
      expect(await over.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.setViewportSize(VIEWPORTS.portrait);
    await over.getByRole('button', { name: '接着念' }).click();
    await over.getByRole('button', { name: closes }).click();
    await expect(over).toHaveCount(0);
    expect(await voice.saying()).toBeNull();
    await expect(button(page, '念给我听')).toBeVisible();
  }
});

test('whoever listens is asked later, and hears the question', async ({ page }) => {
  await giveVoices(page, [MANDARIN]);
  await page.clock.install();
  const voice = voiceOf(page);
  await openHall(page, hall.url);
  await button(page, '念给我听').click();
  await expect.poll(voice.saying).toBe('您来办什么事？');
  const isAsked = async (): Promise<boolean> => (await voice.saying())?.startsWith('您还在吗') === true;
  let seconds = 0;
  while (!(await isAsked()) && seconds < 200) {
    await voice.end();
    await page.clock.fastForward(5_000);
    // A frame, in which the question comes up.
    await page.clock.runFor(100);
    seconds += 5;
  }
  expect(seconds).toBeGreaterThanOrEqual(115);
  expect(seconds).toBeLessThanOrEqual(125);
  await expect(page.getByRole('dialog', { name: '您还在吗？' })).toBeVisible();
  expect([await voice.saying(), await marked(page)]).toEqual(['您还在吗？', '您还在吗？']);
  await page.mouse.click(540, 900);
  await page.clock.runFor(100);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(voice.saying).not.toBeNull();
  await page.clock.fastForward(7_000);
  expect(await voice.saying()).not.toContain('您还在吗');
});

test('where there is no voice of its own the button is absent; it comes with the voice, also in English', async ({
  page,
}) => {
  await giveVoices(page, [FROM_NETWORK]);
  await openHall(page, hall.url);
  const cells = page.getByRole('navigation', { name: '常用' }).getByRole('button');
  await expect(cells).toHaveCount(5);
  await expect(button(page, '念给我听')).toHaveCount(0);
  const voice = voiceOf(page);
  await voice.come([MANDARIN]);
  await expect(button(page, '念给我听')).toBeVisible();
  await button(page, /^大字/).click();
  await choose(page, '语言', 'English');
  await button(page, 'Done').click();
  await expect(button(page, 'Read aloud')).toHaveCount(0);
  await voice.come([MANDARIN, ENGLISH]);
  await button(page, 'Read aloud').click();
  await expect.poll(voice.saying).not.toBeNull();
  expect(await voice.voices()).toEqual([ENGLISH.name]);
  await voice.come([]);
  await expect(button(page, 'Stop')).toHaveCount(0);
  expect(await voice.saying()).toBeNull();
});

test('nothing is lost or cut off in the receipt when letters are largest', async ({ page }) => {
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/form/opinion`);
  await fillForm(page, opinion('多放两把椅子'));
  await button(page, /^大字/).click();
  await choose(page, '字的大小', '特大字');
  await button(page, '好了').click();
  const main = page.locator('main');
  expect(await main.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
  await button(page, '没有错，交出').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到了。');
  expect(await main.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
});
