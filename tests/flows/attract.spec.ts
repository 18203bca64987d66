import { expect, type Page, test } from 'playwright/test';
import { addDays, dayAtHall } from '../../src/contract/day.ts';
import type { HallSettings } from '../../src/contract/hall-change.ts';
import { routes } from '../../src/contract/routes.ts';
import { logIn, sitDown } from '../setup/desk.ts';
import { invite, openMenu, tell } from '../setup/people.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { atHome, isSetUp, openHall } from '../setup/visitor.ts';

/** 主色 and 待机画面: chosen at the desk, signed by another, on the glass within seconds, and there without a network. */

let hall: Hall;
test.beforeEach(async () => {
  hall = await startHall();
});
test.afterEach(() => hall.stop());

const NOTICE = '明天上午停电，下午照常办理。';
const loop = (page: Page) => page.getByRole('dialog', { name: '点一下屏幕开始' });
const accentOf = (page: Page) => page.locator('html');

/** A hall that has never heard of either. */
async function plainHall(keeper: Page): Promise<void> {
  const signer = await logIn(hall, 'shenhe');
  const held = await signer.get<HallSettings>(routes.staff.hall);
  const { accent: _, attract: __, ...plain } = held.hall;
  await tell(keeper, 'PUT', routes.staff.hall, { basedOn: held.digest, hall: plain });
  await signer.send('POST', routes.staff.hallDecision, { n: 1, decision: 'sign' });
}

async function chooseLook(keeper: Page): Promise<void> {
  await openMenu(keeper, /^大厅设置/);
  await keeper.getByRole('button', { name: '加一条通知' }).click();
  await keeper.getByLabel('通知', { exact: true }).last().fill(NOTICE);
  const today = dayAtHall(Date.now());
  await keeper.getByLabel('从哪天起').last().fill(today);
  await keeper.getByLabel(/^到哪天止/).fill(addDays(today, 30));
  await keeper.getByRole('radio', { name: '天青' }).check();
  await keeper.getByRole('checkbox', { name: /首页久没人碰/ }).check();
  await keeper.getByLabel('找一条').fill('养老');
  await keeper.getByLabel('加一条').selectOption({ label: '办事指南：领取城乡居民养老金' });
  await keeper.getByLabel('多久没人碰才开始（秒）').fill('30');
  await keeper.getByRole('button', { name: '送签发' }).click();
  await expect(keeper.getByText('已送签发，等另一位同事签字。再改会代替这一次。')).toBeVisible();
}

async function signLook(signer: Page): Promise<void> {
  await openMenu(signer, /^大厅设置/);
  const change = signer.getByRole('region', { name: '等签发的改动' });
  await expect(change.getByRole('row', { name: /主色/ })).toContainText('天青');
  await expect(change.getByRole('row', { name: /待机画面/ })).toContainText('领取城乡居民养老金');
  await change.getByRole('button', { name: '签发，屏幕马上换' }).click();
  await expect(change).toHaveCount(0);
}

/** The colours that the page has borne since it was loaded, from the first thing drawn on. */
const watchColours = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seenColours: seen });
    new MutationObserver(() => {
      if (document.querySelector('#app > *') !== null)
        seen.add(document.documentElement.dataset.accent ?? 'none');
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
const seenColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as { seenColours: Set<string> }).seenColours]);

test('a colour and a loop come from the desk, stay without a network, and end at a touch', async ({
  browser,
  page,
  context,
}) => {
  const signer = await sitDown(browser, hall, 'shenhe');
  const keeper = await invite(browser, hall, signer, { login: 'litang', name: '李堂', roles: ['hall'] });
  await plainHall(keeper);

  await page.clock.install();
  await watchColours(page);
  await openHall(page, hall.url);
  await isSetUp(page);
  await expect(accentOf(page)).toHaveAttribute('data-accent', 'reed');
  // Nobody has switched it on: home stands, however long.
  await page.clock.fastForward(600_000);
  await atHome(page);

  await chooseLook(keeper);
  await expect(accentOf(page)).toHaveAttribute('data-accent', 'reed');
  await signLook(signer);
  await expect(accentOf(page)).toHaveAttribute('data-accent', 'sky');
  await expect(page.getByRole('list', { name: '通知' })).toContainText(NOTICE);
  await page.mouse.click(5, 5);
  await page.clock.fastForward(31_000);
  await expect(loop(page)).toContainText(NOTICE);

  // Whoever reads the public site on a telephone is never shown it.
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  await phone.clock.install();
  await openHall(phone, hall.url);
  await expect(accentOf(phone)).toHaveAttribute('data-accent', 'sky');
  await phone.clock.fastForward(600_000);
  await atHome(phone);
  await expect(loop(phone)).toHaveCount(0);

  await hall.kill();
  await context.setOffline(true);
  await page.reload();
  await atHome(page);
  expect(await seenColours(page)).toEqual(['sky']);
  const topic = page.getByRole('button', { name: /^养老/ });
  const place = await topic.boundingBox();
  if (place === null) throw new Error('no topic on the glass');
  await page.clock.fastForward(31_000);
  await expect(loop(page)).toContainText(NOTICE);
  await page.clock.fastForward(10_000);
  await expect(loop(page)).toContainText('领取城乡居民养老金');
  await expect(loop(page)).toContainText('Touch to begin');

  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect(loop(page)).toHaveCount(0);
  await atHome(page);
  await topic.click();
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
});

test('the loop of the demo hall is calm: no motion for who wants none, dark at night, gone at a key', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.clock.install({ time: new Date('2026-11-27T21:00:00+08:00') });
  await openHall(page, hall.url);
  await isSetUp(page);
  await page.clock.fastForward(181_000);
  await expect(loop(page)).toContainText('怎样用这台屏幕');
  await expect(loop(page)).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  const moving = await loop(page).evaluate((it) => it.getAnimations({ subtree: true }).length);
  expect(moving).toBe(0);
  await page.keyboard.press('Enter');
  await expect(loop(page)).toHaveCount(0);
  await atHome(page);
});
