import type { Page } from 'playwright';

/** The real keyboard under a real finger: from the touch of a key to the frame that shows what it brings. */

declare global {
  /** Milliseconds of each key so far. */
  var stripTimes: number[];
}

/** The loader of these files wraps inner functions in a helper of its own, which the page has to have too. */
const HELPER = 'globalThis.__name ??= (it) => it;';

/** From home to a question that is answered in sentences, the engine there. */
export async function openStrip(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/form/complaint?screen=1`);
  await page.getByRole('button', { name: '看过了，开始填' }).tap();
  await page.locator('label').filter({ hasText: '信访事项' }).tap();
  await page.getByRole('button', { name: '下一题' }).first().tap();
  await page.locator('main').getByRole('textbox').tap();
  await page.getByText('打拼音，例如 yang').waitFor({ timeout: 120_000 });
  await page.evaluate(HELPER);
  await page.evaluate(watchKeys);
}

/** Painted = the task after the frame in which the strip's change was there. */
function watchKeys(): void {
  globalThis.stripTimes = [];
  const keyboard = document.querySelector('[role="group"][aria-label="屏幕键盘"]');
  if (keyboard === null) throw new Error('no keyboard');
  let touchedAt: number | null = null;
  keyboard.addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      touchedAt = timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (touchedAt === null) return;
    const from = touchedAt;
    touchedAt = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.stripTimes.push(performance.now() - from);
      port2.postMessage(null);
    });
  }).observe(keyboard, { childList: true, characterData: true, subtree: true });
}

/** Types each of them, takes the letters away again, and tells how long each letter took. */
export async function typeOnStrip(page: Page, words: readonly string[]): Promise<number[]> {
  const keyboard = page.getByRole('group', { name: '屏幕键盘' });
  const places = new Map<string, { x: number; y: number }>();
  const touch = async (name: string): Promise<void> => {
    const place = places.get(name) ?? (await middleOf(keyboard.getByRole('button', { name, exact: true })));
    places.set(name, place);
    const before = await page.evaluate(() => globalThis.stripTimes.length);
    await page.touchscreen.tap(place.x, place.y);
    await page.waitForFunction((count) => globalThis.stripTimes.length > count, before);
  };
  const times: number[] = [];
  for (const word of words) {
    for (const letter of word) {
      await touch(letter === 'v' ? 'v，也当 ü' : letter);
      times.push(await page.evaluate(() => globalThis.stripTimes.at(-1) ?? 0));
    }
    for (const _ of word) await touch('退格');
  }
  return times;
}

async function middleOf(button: ReturnType<Page['getByRole']>): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox();
  if (box === null) throw new Error('a key is not there');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
