import { readFileSync } from 'node:fs';
import type { CDPSession, Locator, Page } from 'playwright';

/** Writing at the glass with a finger: the keyboard that stands there, and touches that go the way of a touchscreen's. */

export const keyboard = (page: Page): Locator => page.getByRole('group', { name: '屏幕键盘' });
export const key = (page: Page, name: string): Locator =>
  keyboard(page).getByRole('button', { name, exact: true });
export const square = (page: Page): Locator => keyboard(page).getByRole('img', { name: /^手写格/ });

/** What a way to write needs lies on this machine before anybody has written: the names of its files. */
export const broughtAhead = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (await caches.open('input-data')).keys()).map(({ url }) => url));

export type Place = readonly [x: number, y: number];

/** Nothing waits for the page to answer: a hand does not either. Where it must, the caller does. */
export interface Finger {
  /** In the middle of what is there now. */
  readonly touch: (on: Locator) => Promise<void>;
  readonly stroke: (places: readonly Place[], between?: () => Promise<unknown>) => Promise<void>;
  /** All strokes of it, as it is printed, one right after the other. */
  readonly write: (strokes: readonly (readonly Place[])[]) => Promise<void>;
}

export async function fingerOn(page: Page): Promise<Finger> {
  const devtools = await page.context().newCDPSession(page);
  const stroke: Finger['stroke'] = async ([first = [0, 0], ...rest], between) => {
    const sent = [send(devtools, 'touchStart', [first])];
    for (const place of rest) {
      if (between) await between();
      sent.push(send(devtools, 'touchMove', [place]));
    }
    await Promise.all([...sent, send(devtools, 'touchEnd', [])]);
  };
  return {
    stroke,
    async touch(on) {
      const { x, y, width, height } = await boxOf(on);
      await stroke([[x + width / 2, y + height / 2]]);
    },
    async write(strokes) {
      await Promise.all(strokes.map((places) => stroke(places)));
    },
  };
}

const send = (
  devtools: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  places: readonly Place[],
) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints: places.map(([x, y]) => ({ x, y })) });

export async function boxOf(on: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await on.boundingBox();
  if (box === null) throw new Error('nothing to touch');
  return box;
}

/** The strokes of a printed character, laid into the square. */
export async function strokesIn(on: Locator, text: string): Promise<Place[][]> {
  const { x, y, width, height } = await boxOf(on);
  const size = Math.min(width, height) * 0.85;
  const path = new URL(
    `../../node_modules/hanzi-writer-data/${encodeURIComponent(text)}.json`,
    import.meta.url,
  );
  const { medians } = JSON.parse(readFileSync(path, 'utf8')) as { medians: [number, number][][] };
  return medians.map((stroke) =>
    stroke.map(
      ([across, up]): Place => [
        x + width / 2 + (across / 1000 - 0.5) * size,
        y + height / 2 + ((900 - up) / 1000 - 0.5) * size,
      ],
    ),
  );
}
