import { expect, type Page, test } from 'playwright/test';
import { faultsOfHearing, type Heard, heard } from '../setup/heard.ts';
import { leaveState, openState, SCREEN_STATES, speak } from '../setup/screen-states.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { isSetUp, openHall } from '../setup/visitor.ts';

/** What a screen reader is given: every state's tree, and a whole task by what is said without being asked for. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

const hearing = async (page: Page): Promise<readonly string[]> => {
  const said = await heard(page);
  return said.length > 10 ? faultsOfHearing(said) : ['nothing is there'];
};

for (const language of ['zh-CN', 'en'] as const)
  test(`every screen and state is heard in its order, with names for all (${language})`, async ({ page }) => {
    await openHall(page, hall.url);
    await speak(page, language);
    for (const state of SCREEN_STATES) {
      await openState(page, state);
      // Asked until it holds: some of a screen comes a moment after its first words.
      await expect.poll(() => hearing(page), state.name).toEqual([]);
      await leaveState(page);
    }
  });

test('a fault of hearing would be found', async ({ page }) => {
  await page.setContent(`
    <header>头</header><nav><button>甲</button></nav>
    <main><h1>题</h1><h3>小题</h3><button>甲</button><button></button>
      <input aria-label="姓名" aria-invalid="true"></main>`);
  expect(faultsOfHearing(await heard(page))).toEqual([
    expect.stringContaining('parts out of order'),
    'button without a name',
    'two buttons are called 甲',
    'heading of level 3 below a higher one: 小题',
    'nobody hears what is wrong with 姓名',
  ]);
});

/** From now on: what live regions say, each once as it changes. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const regionOf = (node: Node): Element | null | undefined =>
      (node instanceof Element ? node : node.parentElement)?.closest(
        '[role=status],[role=alert],output,[aria-live]:not([aria-live=off])',
      );
    new MutationObserver((changes) => {
      for (const region of new Set(
        changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes].map(regionOf)),
      )) {
        const words = region?.textContent?.trim();
        if (words && words !== said.at(-1)) said.push(words);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0));

const atFocus = async (page: Page): Promise<Heard | undefined> =>
  (await heard(page)).filter(({ hasFocus }) => hasFocus).at(-1);
const isAtFocus = (page: Page, wanted: Partial<Heard>): Promise<void> =>
  expect.poll(() => atFocus(page)).toMatchObject(wanted);
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().press('Enter');

test('a request is filed by what is heard', async ({ page }) => {
  await openHall(page, hall.url);
  await isSetUp(page);
  await listen(page);
  await press(page, /申请公开一份信息/);
  await isAtFocus(page, { role: 'heading', name: '申请公开一份政府信息' });
  await press(page, '看过了，开始填');
  await isAtFocus(page, { role: 'heading', name: '谁来申请？' });
  await said(page);

  // A fault is said by itself, and belongs to the question.
  await press(page, '下一题');
  await expect.poll(() => said(page)).toContain('这一题要回答才能继续。');
  const group = (await heard(page)).find(({ role, name }) => /group$/.test(role) && name === '谁来申请？');
  expect(group).toMatchObject({ description: expect.stringContaining('这一题要回答才能继续。') });
  await page.getByRole('radio', { name: '我本人（公民）' }).press('Space');
  await press(page, '下一题');

  // A field has its name, its hint and, when there is one, its fault.
  await isAtFocus(page, {
    role: 'textbox',
    name: '您的姓名',
    description: '和证件上一样 第 2 题，共 15 题',
  });
  await page.keyboard.type('王');
  await press(page, '下一题');
  await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(/2/));
  const field = (await heard(page)).find(({ role }) => role === 'textbox');
  expect(field).toMatchObject({ isInvalid: true, description: expect.stringMatching(/和证件上一样.*2/) });
  await page.getByRole('textbox').fill('王英');
  await press(page, '下一题');

  await isAtFocus(page, { role: 'heading', name: '用什么证件？' });
  await page.getByRole('radio', { name: /^居民身份证/ }).press('Space');
  await press(page, '下一题');
  await isAtFocus(page, { role: 'textbox', name: '证件号码' });
  await said(page);
  await page.keyboard.type('22082119900101001');
  // How many are missing is there for who asks; a wrong number is said at once.
  await expect.poll(async () => (await atFocus(page))?.description).toContain('还差 1 位');
  expect(await said(page)).toEqual([]);
  await page.keyboard.type('5');
  await expect.poll(() => said(page)).toContain('身份证号有一位输错了，请对照证件再核对一遍。');
});

test('what happens by itself is said: no network, and the question whether anybody is there', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await openHall(page, hall.url);
  await isSetUp(page);
  await listen(page);
  await context.setOffline(true);
  await expect.poll(() => said(page)).toContainEqual(expect.stringContaining('未联网，不影响使用'));
  await page.getByRole('button', { name: /^养老/ }).click();
  await page.clock.fastForward(46_000);
  await expect(page.getByRole('dialog', { name: '您还在吗？' })).toBeVisible();
  const heardNow = await heard(page);
  expect(faultsOfHearing(heardNow)).toEqual([]);
  expect(heardNow.some(({ role }) => role === 'main')).toBe(false);
  await isAtFocus(page, { role: 'button', name: '还在，接着看' });
  // The seconds are not read out one by one.
  await said(page);
  await page.clock.fastForward(5_000);
  expect(await said(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
