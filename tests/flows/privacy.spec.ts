import { rmSync } from 'node:fs';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { launchPersistent, type Screen } from '../setup/browser.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { everythingStored, filesWith } from '../setup/traces.ts';
import { atHome, isSetUp, openHall, sendForm, title } from '../setup/visitor.ts';

/**
 * Words that nobody else writes are typed into every kind of field and into the search; one form is filed, two are left unfinished.
 * After the wipe, by the button and by the clock, none of them is anywhere that a page can look, nor in any file of the profile.
 */

const TYPED = {
  search: '雪豹寻物词',
  name: '欧阳金丝雀',
  idNumber: '220821199001010014',
  phone: '13987654321',
  information: '鸬鹚补贴清册',
  description: '白鹳滩那三亩半地',
  place: '鸿雁屯前进村',
  address: '芦苇巷七十七号',
  matter: '丹顶鹤啄坏了院墙',
  email: 'crane@wetland.example',
  postcode: '137399',
} as const;

let hall: Hall;
let screen: Screen;
test.beforeEach(async () => {
  hall = await startHall();
  screen = await launchPersistent();
});
test.afterEach(async () => {
  await screen.context.close().catch(() => null);
  rmSync(screen.profile, { recursive: true, force: true });
  await hall.stop();
});

const next = async (page: Page): Promise<void> => {
  const before = await title(page);
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).not.toHaveText(before);
};
const choose = (page: Page, words: string): Promise<void> =>
  page.locator('main label').filter({ hasText: words }).first().click();
const type = (page: Page, words: string): Promise<void> =>
  page.locator('main').getByRole('textbox').fill(words);

type Steps = Readonly<Record<string, (page: Page) => Promise<unknown>>>;

/** Answers what is asked until a title comes that is not to be answered any more. */
async function answer(page: Page, steps: Steps, until: string): Promise<void> {
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await expect(page.getByText(/^第 1 题/)).toBeVisible();
  for (let now = await title(page); now !== until; now = await title(page)) {
    await steps[now]?.(page);
    await next(page);
  }
}

/** A line that a finger draws, in parts of the square. */
async function draw(
  page: Page,
  square: Locator,
  line: readonly (readonly [number, number])[],
): Promise<void> {
  const box = await square.boundingBox();
  if (box === null) throw new Error('nowhere to draw');
  const places = line.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
  await page.mouse.move(...(places[0] ?? [0, 0]));
  await page.mouse.down();
  for (const place of places) await page.mouse.move(...place);
  await page.mouse.up();
}

async function sign(page: Page): Promise<void> {
  await draw(page, page.locator('main').getByRole('img'), [
    [0.11, 0.13],
    [0.71, 0.29],
    [0.37, 0.83],
  ]);
  await expect(page.getByRole('img', { name: '已经签了 1 笔' })).toBeVisible();
}

const request: Steps = {
  '谁来申请？': (page) => choose(page, '我本人'),
  您的姓名: (page) => type(page, TYPED.name),
  '用什么证件？': (page) => choose(page, '居民身份证'),
  证件号码: (page) => type(page, TYPED.idNumber),
  联系电话: (page) => type(page, TYPED.phone),
  '想要的信息叫什么？': (page) => type(page, TYPED.information),
  说说您要的内容: (page) => type(page, TYPED.description),
  '要什么样的？': (page) => choose(page, '纸质复印件'),
  '您想怎样拿到答复？': (page) => choose(page, '寄到家里'),
  '寄到哪里？': (page) => type(page, TYPED.address),
  邮政编码: (page) => type(page, TYPED.postcode),
  '给不了这种形式，换一种行吗？': (page) => choose(page, '行，换一种'),
  '需要我们帮忙吗？': (page) => choose(page, '不用'),
  '是谁在填？': (page) => choose(page, '我自己填'),
  请签名: sign,
  '请看完，再交出': (page) => choose(page, '我同意'),
};

const byEmail: Steps = {
  ...request,
  '您想怎样拿到答复？': (page) => choose(page, '发到电子邮箱'),
  电子邮箱: (page) => type(page, TYPED.email),
};

const petition: Steps = {
  '是哪一类事？': (page) => choose(page, '信访事项'),
  请说说是什么事: (page) => type(page, TYPED.matter),
  您的姓名: (page) => type(page, TYPED.name),
  '您家在哪个村？': async (page) => {
    await choose(page, '其他地方');
    await type(page, TYPED.place);
  },
  您的住址: (page) => type(page, TYPED.address),
  您的电话: (page) => type(page, TYPED.phone),
};

const openForm = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name }).first().click();
};

const wordsToFind = (strokes: readonly string[]): readonly string[] => [...Object.values(TYPED), ...strokes];

/** The page that comes after a wipe is a new one; the old one may show home for a moment too. */
async function leave(page: Page, by: () => Promise<unknown>): Promise<void> {
  const isNew = page.waitForEvent('load');
  await by();
  await isNew;
  await atHome(page);
}

async function expectNoTrace(page: Page, words: readonly string[]): Promise<void> {
  const left = await everythingStored(page);
  for (const word of words) expect(left).not.toContain(word);
}

test('after the wipe nothing that was typed is anywhere, and what was filed is there only sealed', async () => {
  const { page, context, profile } = screen;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: hall.url });
  await page.clock.install();
  await openHall(page, hall.url);
  await isSetUp(page);
  const pagesBehind = await page.evaluate(() => history.length);

  // Filed without a network, so that it stays in the outbox and in the journal.
  await hall.kill();
  await openForm(page, /申请公开一份信息/);
  await answer(page, request, '请核对一遍');
  const strokes = await page
    .locator('main polyline')
    .evaluateAll((lines) => lines.map((each) => each.getAttribute('points') ?? ''));
  expect(strokes).toHaveLength(1);
  // Masked as soon as its field is left; whole for ten seconds at a touch.
  await expect(page.locator('main')).not.toContainText(TYPED.idNumber);
  await page.getByRole('button', { name: '显示' }).first().click();
  await expect(page.locator('main')).toContainText(TYPED.idNumber);
  await page.clock.fastForward(10_000);
  await expect(page.locator('main')).not.toContainText(TYPED.idNumber);
  // What is changed from here comes back to here.
  await page.getByRole('button', { name: /^改.*联系电话/ }).click();
  await type(page, TYPED.phone);
  await page.getByRole('button', { name: '下一题' }).first().click();
  await expect(page.locator('h1')).toHaveText('请核对一遍');
  const slip = await sendForm(page);
  await leave(page, () => page.getByRole('button', { name: '完成并清除' }).click());

  // Left unfinished, and the clock runs out.
  await page.getByRole('button', { name: /搜索/ }).first().click();
  await page.getByRole('textbox').fill(TYPED.search);
  await page.getByRole('button', { name: '首页' }).click();
  await openForm(page, /投诉、建议、评价/);
  await openForm(page, /投诉、咨询、反映问题/);
  await answer(page, petition, '请核对一遍');
  await page.evaluate((words) => navigator.clipboard.writeText(words), TYPED.matter);
  // The eye sees what is still there.
  expect(await everythingStored(page)).toContain(TYPED.matter);
  await page.clock.fastForward(91_000);
  await expect(page.getByText('您还在吗？')).toBeVisible();
  await leave(page, () => page.clock.fastForward(21_000));
  await expectNoTrace(page, wordsToFind(strokes));

  // Left unfinished, by the button.
  await openForm(page, /申请公开一份信息/);
  await answer(page, byEmail, '给不了这种形式，换一种行吗？');
  await page.getByRole('button', { name: '完成并清除' }).click();
  await leave(page, () => page.getByRole('button', { name: '清除并离开', exact: true }).click());
  await expectNoTrace(page, [...wordsToFind(strokes), slip.code]);
  expect(await page.evaluate(() => history.length)).toBe(pagesBehind);
  expect(await everythingStored(page)).toContain(slip.receiptNo);

  await context.close();
  for (const word of [...wordsToFind(strokes), slip.code])
    expect([word, filesWith(profile, word)]).toEqual([word, []]);
});

const keyboard = (page: Page) => page.getByRole('group', { name: '屏幕键盘' });
const keys = async (page: Page, letters: string): Promise<void> => {
  for (const letter of letters)
    await keyboard(page).getByRole('button', { name: letter, exact: true }).click();
};

/** Letters that mean nothing together: what is chosen for them the keyboard learns, for this visitor alone. */
const LEARNED = 'niuhetubaigezhen';
/** Letters for which nothing was chosen yet when the visitor walked away. */
const PENDING = 'gouxuequemiao';
const CREDIT_CODE = '92220821MA1KQW7H3X';
const HAPPENED_ON = '2019-07-17';

const likeliest = (page: Page) => keyboard(page).locator('button[data-span]');

/** Writes what stands second at first and then what stands first, twice: the second time it is offered at once. Tells it. */
async function writeByPinyin(page: Page, letters: string): Promise<string> {
  const field = page.locator('main').getByRole('textbox');
  await keys(page, letters);
  await likeliest(page).nth(1).click();
  while ((await spelled(page)) !== '') await likeliest(page).first().click();
  const text = await field.inputValue();
  await field.fill('');
  await keys(page, letters);
  await expect(likeliest(page).first()).toHaveText(text);
  await likeliest(page).first().click();
  return text;
}
const spelled = async (page: Page): Promise<string> =>
  (await keyboard(page).locator('output').allInnerTexts()).join('').replaceAll(/[^a-z]/g, '');

const HANDS = [
  [
    [0.2, 0.25, 0.8, 0.22],
    [0.25, 0.5, 0.75, 0.48],
    [0.1, 0.8, 0.9, 0.78],
  ],
  [
    [0.15, 0.45, 0.85, 0.42],
    [0.5, 0.1, 0.5, 0.9],
  ],
  [
    [0.45, 0.15, 0.1, 0.9],
    [0.5, 0.3, 0.9, 0.9],
  ],
  [
    [0.2, 0.2, 0.15, 0.9],
    [0.5, 0.25, 0.5, 0.8],
    [0.85, 0.15, 0.85, 0.95],
  ],
] as const;

/** Writes four characters with the finger, whatever they are read as, and tells them. */
async function writeByHand(page: Page): Promise<string> {
  await keyboard(page).getByRole('button', { name: '手写', exact: true }).click();
  const field = page.locator('main').getByRole('textbox');
  for (const [at, strokes] of HANDS.entries()) {
    for (const [x, y, toX, toY] of strokes)
      await draw(page, keyboard(page).getByRole('img', { name: /^手写格/ }), [
        [x, y],
        [(x + toX) / 2, (y + toY) / 2],
        [toX, toY],
      ]);
    await keyboard(page).locator('output + div').getByRole('button').first().click();
    await expect(field).toHaveValue(new RegExp(`^.{${at + 1}}$`, 'u'));
  }
  return field.inputValue();
}

/** A day long ago, by touches alone. */
async function pickDay(page: Page): Promise<void> {
  const main = page.locator('main');
  const part = (name: RegExp) => main.getByRole('group', { name: '年月日' }).getByRole('button', { name });
  await part(/年$/).click();
  await main.getByRole('button', { name: '更早' }).click();
  await main.getByRole('button', { name: /^2019/ }).click();
  await main.getByRole('button', { name: /^7/ }).click();
  await main.getByRole('button', { name: /^17/ }).click();
  await expect(main.getByRole('status')).toContainText('2019年7月17日');
}

test('what the keyboard learned, the hand wrote and the finger chose goes with the visitor', async () => {
  const { page, context, profile } = screen;
  await page.clock.install();
  await openHall(page, hall.url);
  await isSetUp(page);
  const before = await everythingStored(page);

  await openForm(page, /申请公开一份信息/);
  let byPinyin = '';
  let byHand = '';
  await answer(
    page,
    {
      '谁来申请？': (it) => choose(it, '单位'),
      '是哪一类单位？': (it) => choose(it, '商业企业'),
      单位的名称: async (it) => {
        byPinyin = await writeByPinyin(it, LEARNED);
      },
      '有没有统一社会信用代码？': (it) => choose(it, '18 位'),
      统一社会信用代码: (it) => type(it, CREDIT_CODE),
      法定代表人或负责人: async (it) => {
        byHand = await writeByHand(it);
      },
    },
    '联系人姓名',
  );
  // Who wrote by hand goes on by hand, until the wipe.
  await keyboard(page).getByRole('button', { name: '拼音', exact: true }).click();
  await keys(page, PENDING);
  await expect.poll(() => spelled(page)).toBe(PENDING);
  const words = [byPinyin, byHand, CREDIT_CODE, LEARNED, PENDING];
  for (const word of words)
    expect([word, word.length > 3, before.includes(word)]).toEqual([word, true, false]);
  await page.clock.fastForward(91_000);
  await leave(page, () => page.clock.fastForward(21_000));
  await expectNoTrace(page, words);

  // The next visitor's keyboard has learned nothing from the one before.
  await openForm(page, /申请公开一份信息/);
  await answer(
    page,
    { '谁来申请？': (it) => choose(it, '单位'), '是哪一类单位？': (it) => choose(it, '商业企业') },
    '单位的名称',
  );
  await keys(page, LEARNED);
  await expect.poll(() => spelled(page)).toBe(LEARNED);
  await expect(likeliest(page).first()).not.toHaveText(byPinyin);
  await page.getByRole('button', { name: '完成并清除' }).click();
  await leave(page, () => page.getByRole('button', { name: '清除并离开', exact: true }).click());

  await openForm(page, /投诉、建议、评价/);
  await openForm(page, /投诉、咨询、反映问题/);
  await answer(
    page,
    {
      '是哪一类事？': (it) => choose(it, '办事服务投诉'),
      '是哪个科室的事？': (it) => it.locator('main label').first().click(),
      '哪一天的事？': pickDay,
    },
    '请说说是什么事',
  );
  await page.getByRole('button', { name: '完成并清除' }).click();
  await leave(page, () => page.getByRole('button', { name: '清除并离开', exact: true }).click());
  await expectNoTrace(page, [...words, HAPPENED_ON, '2019年7月17日', '"which-department":"']);

  await context.close();
  for (const word of [...words, HAPPENED_ON]) expect([word, filesWith(profile, word)]).toEqual([word, []]);
});

test('a leak would be seen, by the page and on the disk', async () => {
  const { page, context, profile } = screen;
  await openHall(page, hall.url);
  await isSetUp(page);
  await page.evaluate((words) => {
    localStorage.setItem('leak', words);
    return caches.open('leak').then((cache) => cache.put('/leak', new Response(words)));
  }, TYPED.name);
  await expect(expectNoTrace(page, [TYPED.name])).rejects.toThrow(TYPED.name);
  await context.close();
  const found = filesWith(profile, TYPED.name).join('\n');
  expect(found).toContain('Local Storage');
  expect(found).toContain('CacheStorage');
});
