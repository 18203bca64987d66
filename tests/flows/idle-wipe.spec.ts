import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchPersistent, type Screen } from '../setup/browser.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { everythingStored, filesWith } from '../setup/traces.ts';
import {
  atHome,
  fillForm,
  isSetUp,
  openHall,
  openTopic,
  request,
  sendForm,
  title,
} from '../setup/visitor.ts';

/** A visitor walks away. Nothing typed stays: not on the glass, not in memory, not in storage, not on the disk. */

const CANARY = '金丝雀张无忌';
const ID_CANARY = '220821199001010014';
const CANARIES = [CANARY, ID_CANARY];

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

/** As a visitor gets there: by touching, from home. */
async function openForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: /申请公开一份信息/ }).click();
}

async function typeCanaries(page: Page): Promise<void> {
  await page.getByRole('button', { name: '看过了，开始填' }).click();
  const next = page.getByRole('button', { name: '下一题' }).first();
  await page.locator('label').filter({ hasText: '我本人' }).click();
  await next.click();
  await page.getByRole('textbox').fill(CANARY);
  await next.click();
  await page.locator('label').filter({ hasText: '居民身份证' }).click();
  await next.click();
  await page.getByRole('textbox').fill(ID_CANARY);
  await expect(page.getByRole('textbox')).toHaveValue(ID_CANARY);
}

const expectNoTrace = async (page: Page): Promise<void> => {
  const left = await everythingStored(page);
  for (const canary of CANARIES) expect(left).not.toContain(canary);
};
const expectNoFile = (): void => {
  for (const canary of CANARIES) expect(filesWith(screen.profile, canary)).toEqual([]);
};

test('after the question nobody answers, no trace of the visitor is anywhere', async () => {
  const { page, context } = screen;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: hall.url });
  await page.clock.install();
  await openHall(page, hall.url);
  await isSetUp(page);
  const pagesBehind = await page.evaluate(() => history.length);
  await openTopic(page, /^养老/);
  await page.getByText('领取城乡居民养老金').click();
  await page.locator('label').filter({ hasText: '本人居民身份证' }).first().click();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.getByRole('button', { name: '首页' }).click();
  await openForm(page);
  await typeCanaries(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), CANARY);
  // The test can find what it looks for: the canaries are there before.
  const before = await everythingStored(page);
  for (const canary of CANARIES) expect(before).toContain(canary);

  // 90 seconds in a form without a touch: the question, with time to answer it.
  await page.clock.fastForward(91_000);
  await expect(page.getByText('您还在吗？')).toBeVisible();
  await page.getByRole('button', { name: '还在，接着看' }).click();
  await expect(page.getByText('您还在吗？')).toBeHidden();
  await expect(page.getByRole('textbox')).toHaveValue(ID_CANARY);

  await page.clock.fastForward(91_000);
  await expect(page.getByText('您还在吗？')).toBeVisible();
  await page.clock.fastForward(21_000);
  await atHome(page);
  await expectNoTrace(page);
  // The visitor's whole way left nothing for the browser's own back button.
  expect(await page.evaluate(() => history.length)).toBe(pagesBehind);
  await page.goBack();
  await page.goForward();
  await atHome(page);
  await expectNoTrace(page);
  await openTopic(page, /^养老/);
  await page.getByText('领取城乡居民养老金').click();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await context.close();

  // The eye on the disk is tried too.
  const probe = join(screen.profile, 'probe');
  writeFileSync(probe, Buffer.from(CANARY, 'utf16le'));
  expect(filesWith(screen.profile, CANARY)).toEqual([probe]);
  rmSync(probe);
  expectNoFile();
});

test('what was sent is on the disk, and nowhere in clear', async () => {
  const { page } = screen;
  await openHall(page, hall.url);
  await isSetUp(page);
  await hall.kill();
  await openForm(page);
  await fillForm(page, request(CANARY, ID_CANARY, `${CANARY}的宅基地`));
  const slip = await sendForm(page);
  await page.getByRole('button', { name: '完成并清除' }).click();
  await atHome(page);
  await expect(page.getByText('1 份已存好，联网后自动提交')).toBeVisible();
  await expectNoTrace(page);
  const left = await everythingStored(page);
  // The number is known to the outbox; the code is known to the visitor alone.
  expect(left).toContain(slip.receiptNo);
  expect(left).not.toContain(slip.code);
  expect(left).not.toContain(`${slip.code.slice(0, 4)} ${slip.code.slice(4)}`);
  await screen.context.close();
  expectNoFile();
});

test('the power goes while somebody types: answers are gone, the screen is at home', async () => {
  await openHall(screen.page, hall.url);
  await openForm(screen.page);
  await typeCanaries(screen.page);
  await screen.kill();
  expectNoFile();
  screen = await launchPersistent({ profile: screen.profile });
  await screen.page.goto(hall.url);
  await atHome(screen.page);
  await expectNoTrace(screen.page);
});

test('from the touch that clears, nothing of the visitor is in the page, however slow the machine', async () => {
  const { page, context } = screen;
  await openHall(page, hall.url);
  await openForm(page);
  await typeCanaries(page);
  await page.getByRole('button', { name: '完成并清除' }).click();
  const slow = await context.newCDPSession(page);
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const [before, after] = await page
    .getByRole('dialog')
    .getByRole('button', { name: '清除并离开' })
    .evaluate((button) => {
      const seen = (): string =>
        [
          document.body.innerText,
          ...[...document.querySelectorAll('input, textarea')].map(
            (field) => (field as HTMLInputElement).value,
          ),
        ].join(' ');
      const was = seen();
      (button as HTMLElement).click();
      // In the same task: no frame can be painted between.
      return [was, seen()];
    });
  expect(before).toContain(ID_CANARY);
  expect(after).toBe('正在清除，马上就好。');
  await atHome(page);
});

test('a touch that wakes the question triggers nothing else', async () => {
  const { page } = screen;
  await page.clock.install();
  await openHall(page, hall.url);
  await openTopic(page, /^养老/);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  const before = await title(page);
  await page.clock.fastForward(46_000);
  await expect(page.getByText('您还在吗？')).toBeVisible();
  await page.mouse.click(540, 900);
  await expect(page.getByText('您还在吗？')).toBeHidden();
  expect(await title(page)).toBe(before);
});

/** As somebody does who is quick with keys: everything in the field, copied and cut. No permission is asked for that. */
const copyField = async (page: Page): Promise<void> => {
  await page.getByRole('textbox').press('ControlOrMeta+a');
  await page.getByRole('textbox').press('ControlOrMeta+c');
  await page.getByRole('textbox').press('ControlOrMeta+x');
};

test('nothing of a field gets into the clipboard of the screen', async () => {
  const { page, context } = screen;
  const inClipboard = async (): Promise<string> => {
    // Only to look; the visitor before had no permission, as on a real screen.
    await context.grantPermissions(['clipboard-read'], { origin: hall.url });
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await context.clearPermissions();
    return text;
  };
  // On a visitor's own phone the same keys copy: the test can find what it looks for.
  await page.setViewportSize({ width: 390, height: 844 });
  await openHall(page, hall.url);
  await page.goto(`${hall.url}/search`);
  await page.getByRole('textbox').fill('养老');
  await copyField(page);
  expect(await inClipboard()).toBe('养老');
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto(hall.url);
  await atHome(page);
  await openForm(page);
  await typeCanaries(page);
  await copyField(page);
  // Cut would have emptied it.
  await expect(page.getByRole('textbox')).toHaveValue(ID_CANARY);
  expect(await inClipboard()).not.toContain(ID_CANARY);
});

test('a machine that was told to be a screen is one at any resolution, and forgets a visitor as one', async () => {
  const { page } = screen;
  await page.setViewportSize({ width: 540, height: 960 });
  await page.clock.install();
  await page.goto(`${hall.url}/?screen=1`);
  await atHome(page);
  expect(new URL(page.url()).search).toBe('');
  await page.goto(hall.url);
  await openHall(page, hall.url);
  await openTopic(page, /^养老/);
  await expect(page.getByText('领取城乡居民养老金')).toBeVisible();
  await page.clock.fastForward(46_000);
  await expect(page.getByText('您还在吗？')).toBeVisible();
});
