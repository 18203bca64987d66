import { expect, type Page, test } from 'playwright/test';
import { type Hall, startHall } from '../setup/server.ts';
import { answerRest, isSetUp, openHall, request, sendForm } from '../setup/visitor.ts';
import {
  boxOf,
  broughtAhead,
  type Finger,
  fingerOn,
  key,
  keyboard,
  type Place,
  square,
  strokesIn,
} from '../setup/writing.ts';

/** Who knows no pinyin writes with the finger. Every touch here is a touch of Chromium's own, none is a mouse's. */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());
test.use({ hasTouch: true });

const field = (page: Page) => page.getByRole('textbox');
const heading = (page: Page) => page.locator('h1');

async function writeByHand(page: Page, finger: Finger, words: string): Promise<void> {
  for (const text of words) {
    await finger.write(await strokesIn(square(page), text));
    await finger.touch(key(page, text));
    await expect(key(page, '重写')).toBeDisabled();
  }
}

async function toTheName(page: Page, finger: Finger): Promise<void> {
  await finger.touch(page.getByRole('button', { name: /申请公开一份信息/ }));
  await finger.touch(page.getByRole('button', { name: '看过了，开始填' }));
  await finger.touch(page.locator('label').filter({ hasText: '我本人' }));
  await finger.touch(page.getByRole('button', { name: '下一题' }).first());
  await expect(heading(page)).toHaveText('您的姓名');
}

async function enter(page: Page, finger: Finger, digits: string): Promise<void> {
  for (const digit of digits) await finger.touch(key(page, digit));
  await expect(field(page)).toHaveValue(digits);
  await finger.touch(key(page, '下一题'));
}

test('without network a name, a sentence and its marks are written by hand and handed in', async ({
  page,
  context,
}) => {
  const finger = await fingerOn(page);
  await openHall(page, `${hall.url}/?screen=1`);
  await isSetUp(page);
  // Nobody has written yet: what reads the hand is brought ahead, after everything else.
  await expect
    .poll(() => broughtAhead(page), { timeout: 120_000 })
    .toContainEqual(expect.stringContaining('input-handwriting'));
  await context.setOffline(true);
  await page.reload();
  await toTheName(page, finger);
  await finger.touch(key(page, '手写'));
  await writeByHand(page, finger, '王');

  // A slip of the finger is taken back, stroke by stroke.
  const [across = []] = await strokesIn(square(page), '一');
  await finger.write([...(await strokesIn(square(page), '英')), across, across]);
  await finger.touch(key(page, '擦掉一笔'));
  await finger.touch(key(page, '擦掉一笔'));
  await finger.touch(key(page, '英'));
  await expect(field(page)).toHaveValue('王英');
  await finger.touch(key(page, '下一题'));

  await finger.touch(page.locator('label').filter({ hasText: '居民身份证' }));
  await finger.touch(page.getByRole('button', { name: '下一题' }).first());
  await expect(heading(page)).toHaveText('证件号码');
  await enter(page, finger, '220821199001010014');
  await expect(heading(page)).toHaveText('联系电话');
  await enter(page, finger, '13800138000');

  // Two fields of digits lie between: who wrote by hand goes on by hand.
  await expect(heading(page)).toHaveText('想要的信息叫什么？');
  await expect(key(page, '手写')).toHaveAttribute('aria-pressed', 'true');
  await writeByHand(page, finger, '我要办低保');
  await finger.touch(key(page, '逗号'));
  await writeByHand(page, finger, '怎么办好');
  await finger.touch(key(page, '句号'));
  await finger.touch(key(page, '退格'));
  await finger.touch(key(page, '退格'));
  await finger.touch(key(page, '句号'));
  await expect(field(page)).toHaveValue('我要办低保，怎么办。');
  await finger.touch(key(page, '下一题'));
  await answerRest(page, request('王英', '220821199001010014', '我要办低保，怎么办。'));
  await sendForm(page);

  // The next visitor begins as everybody does.
  await finger.touch(page.getByRole('button', { name: '完成并清除' }));
  await toTheName(page, finger);
  await expect(key(page, '拼音')).toHaveAttribute('aria-pressed', 'true');
});

const HASTE = '我们村的玉米补贴去年十月就该发下来了可是到现在一分钱也没有见到请帮助查一查';

test('a hasty hand on a slow machine: every touch on a candidate counts, and every stroke after it', async ({
  page,
  context,
}) => {
  const finger = await fingerOn(page);
  await openHall(page, `${hall.url}/?screen=1`);
  await toTheName(page, finger);
  await finger.touch(key(page, '手写'));
  await expect(keyboard(page).getByText(/^不会拼音就用手写/)).toBeVisible();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });

  const written = await Promise.all([...HASTE].map((text) => strokesIn(square(page), text)));
  await finger.write(written[0] ?? []);
  for (const [at, text] of [...HASTE].entries()) {
    const { x, y, width, height } = await boxOf(key(page, text));
    const middle: Place = [x + width / 2, y + height / 2];
    // The first strokes of the next character are there before the page has seen what was chosen.
    await Promise.all([finger.stroke([middle]), finger.write(written[at + 1] ?? [])]);
  }
  await expect(field(page)).toHaveValue(HASTE);
  await expect(key(page, '擦掉一笔')).toBeDisabled();
});
