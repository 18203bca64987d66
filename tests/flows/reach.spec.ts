import { expect, type Page, test } from 'playwright/test';
import { bringChecks, faultsOnGlass, reachOnGlass } from '../setup/page-faults.ts';
import { leaveState, openState, SCREEN_STATES, type ScreenState, speak } from '../setup/screen-states.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { answerUntil, openHall, request } from '../setup/visitor.ts';

/**
 * Who sits before a tall screen reaches everything once 往下移 is chosen; who stands, everything anyway. On every glass with a
 * screen keyboard a question stands whole beside its keys.
 */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const SIZES = ['normal', 'large', 'huge'] as const;
/** 12.7 mm and 2.54 mm on a tall screen of 43": 0.49 mm a pixel. Ours are larger: other tall screens are smaller. */
const GLASS = { letter: 22, target: 48, gap: 5 } as const;
/** ADA 308: for who sits. EN 301 549: nothing essential in the top fifth; a finger's breadth of it below is enough. */
const SEATED = { part: 0.45 } as const;
const STANDING = { part: 0.2, sizePx: 48 } as const;

const keyboard = (page: Page) => page.getByRole('group', { name: /屏幕键盘|Screen keyboard/ });
const choose = (page: Page, words: string | RegExp) =>
  page.getByRole('dialog').locator('label').filter({ hasText: words }).click();

const ANSWERS = request('王秀英', '220821199001010014', '低保');

/** A form that was begun goes on at its question. */
const toQuestion =
  (wanted: string) =>
  async (page: Page): Promise<void> => {
    const begin = page.getByRole('button', { name: '看过了，开始填' });
    const asked = page.getByText(/^第 \d+ 题/);
    await begin.or(asked).first().waitFor();
    if ((await begin.count()) > 0) await begin.click();
    // A question, and not the words before the form any more.
    await expect(page.locator('h1')).not.toHaveText(/^申请公开/);
    await answerUntil(page, ANSWERS, wanted);
  };
const way = (name: string) => (page: Page) => keyboard(page).getByRole('button', { name }).click();
const ask = (name: string, ...steps: NonNullable<ScreenState['steps']>): ScreenState => ({
  name,
  path: '/form/disclosure-request',
  steps,
});

/** In the order of the form: it is filled as they come. */
const QUESTIONS: readonly ScreenState[] = [
  ask('a name in pinyin', toQuestion('您的姓名'), (page) => page.getByRole('textbox').fill('')),
  ask('a name by hand', way('手写')),
  ask('an identity number', toQuestion('证件号码')),
  ask('a telephone', toQuestion('联系电话')),
  ask('a name of what is wanted', toQuestion('想要的信息叫什么？')),
  ask('many lines', toQuestion('说说您要的内容')),
  ask('everything once more', toQuestion('请核对一遍')),
];
const isTyped = async (page: Page): Promise<boolean> => (await keyboard(page).count()) > 0;

async function sitDown(page: Page): Promise<void> {
  await page.getByRole('button', { name: /大字|Large text/ }).click();
  await choose(page, /往下移|Lower down/);
  await page.keyboard.press('Escape');
}

async function walk(page: Page, states: readonly ScreenState[], isSeated: boolean): Promise<string[]> {
  const told: string[] = [];
  for (const state of states) {
    try {
      await openState(page, state);
    } catch (cause) {
      // One screen that cannot be reached hides no other.
      told.push(`${state.name}: ${String(cause).slice(0, 200)}`);
      continue;
    }
    const typed = await isTyped(page);
    for (const size of SIZES) {
      const wanted = isSeated ? { ...SEATED, ...(typed && { share: 0.45 }) } : STANDING;
      const faults = [
        ...(await reachOnGlass(page, size, wanted)),
        ...(isSeated ? await faultsOnGlass(page, size, GLASS) : []),
      ];
      told.push(...[...new Set(faults)].map((fault) => `${state.name}, ${size}: ${fault}`));
    }
    await page.evaluate(() => {
      document.documentElement.dataset.textSize = 'normal';
    });
    await leaveState(page);
  }
  return told;
}

for (const isSeated of [false, true]) {
  test(`on a tall screen who ${isSeated ? 'sits' : 'stands'} reaches every control`, async ({ browser }) => {
    const page = await browser.newPage({
      viewport: { width: 1080, height: 1920 },
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(8_000);
    await openHall(page, hall.url);
    await bringChecks(page);
    const told: string[] = [];
    for (const language of ['en', 'zh-CN'] as const) {
      await speak(page, language);
      if (isSeated && language === 'en') await sitDown(page);
      const states = language === 'zh-CN' ? [...SCREEN_STATES, ...QUESTIONS] : SCREEN_STATES;
      told.push(...(await walk(page, states, isSeated)));
    }
    await page.close();
    expect(told).toEqual([]);
  });
}

/** Its title, what it asks, the field, what is wrong with it, and the key that leads on: all of each, at once. */
const unseenOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const main = document.querySelector('main')?.getBoundingClientRect();
    const field = document.querySelector('main :is(input, textarea)');
    const box = field?.closest('div');
    const parts = {
      title: document.querySelector('main h1'),
      lead: document.querySelector('main h1 + p'),
      field: box,
      fault: box?.nextElementSibling?.textContent ? box.nextElementSibling : null,
      keys: document.querySelector('[role="group"]'),
    };
    const foot = document.querySelector('nav:last-of-type')?.getBoundingClientRect().top ?? 0;
    return Object.entries(parts).flatMap(([name, part]) => {
      if (!part || !main) return name === 'lead' || name === 'fault' ? [] : [`no ${name}`];
      const { top, bottom, left, right } = part.getBoundingClientRect();
      const isInside =
        name === 'keys' ? bottom <= foot + 1 : top >= main.top - 1 && bottom <= main.bottom + 1;
      return isInside && left >= 0 && right <= innerWidth
        ? []
        : [`${name} at ${Math.round(top)}–${Math.round(bottom)}`];
    });
  });

const WITH_KEYS = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 768, height: 1024 },
] as const;

for (const glass of WITH_KEYS) {
  test(`at ${glass.width} × ${glass.height} a question stands whole beside its keys`, async ({ browser }) => {
    const page = await browser.newPage({ viewport: glass, serviceWorkers: 'block', reducedMotion: 'reduce' });
    const told: string[] = [];
    for (const size of SIZES) {
      await openHall(page, `${hall.url}/?screen=1`);
      await page.getByRole('button', { name: /^大字/ }).click();
      await page.getByRole('group', { name: '字的大小' }).locator('label').nth(SIZES.indexOf(size)).click();
      await page.getByRole('button', { name: '好了' }).click();
      await page.getByRole('button', { name: /申请公开一份信息/ }).click();
      for (const [question, wrong] of [
        ['您的姓名', ''],
        ['证件号码', '220821199001010015'],
        ['说说您要的内容', null],
      ] as const) {
        await toQuestion(question)(page);
        await page.getByRole('textbox').fill(wrong ?? '低保');
        await page.getByRole('textbox').click();
        const go = keyboard(page).getByRole('button', { name: '下一题' });
        await expect(go).toBeInViewport({ ratio: 1 });
        if (wrong !== null) {
          await go.click();
          await expect(page.locator('main [aria-invalid]')).toBeVisible();
        }
        const unseen = await unseenOf(page);
        told.push(...unseen.map((part) => `${size}, ${question}: ${part}`));
      }
    }
    await page.close();
    expect(told).toEqual([]);
  });
}

test('who asks for larger letters and lower keys while writing still sees the field', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await openHall(page, `${hall.url}/?screen=1`);
  await page.getByRole('button', { name: /投诉、建议、评价/ }).click();
  await page.getByRole('button', { name: /投诉、咨询、反映问题/ }).click();
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  await page.locator('label').filter({ hasText: '信访事项' }).click();
  await page.getByRole('button', { name: '下一题' }).first().click();
  const field = page.locator('main').getByRole('textbox');
  await field.click();
  await expect(keyboard(page)).toBeVisible();
  await page.getByRole('button', { name: /^大字/ }).click();
  await choose(page, '特大字');
  await choose(page, '往下移');
  await page.getByRole('button', { name: '好了' }).click();
  await expect
    .poll(async () => {
      const [box, keys] = [await field.boundingBox(), await keyboard(page).boundingBox()];
      return box !== null && keys !== null && box.y + box.height <= keys.y + 1;
    })
    .toBe(true);
});
