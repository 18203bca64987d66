import { expect, type Page, test } from 'playwright/test';
import { bringChecks, faultsOnGlass, type Glass, violationsOn } from '../setup/page-faults.ts';
import { leaveState, openState, SCREEN_STATES, speak } from '../setup/screen-states.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/**
 * Every screen and state, on every glass, in both languages and three sizes of letters: nothing cut, nothing over something else,
 * nothing too small for a finger, no sideways scrolling, and nothing for axe to say.
 */

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.stop());

/** 12.7 mm and 2.54 mm: at 0.49 mm a pixel on a tall screen of 43", at 0.25 mm on a wide one of 21". */
const GLASSES: readonly (Glass & {
  readonly width: number;
  readonly height: number;
  readonly axe?: 'zh-CN' | 'en';
})[] = [
  { width: 1080, height: 1920, letter: 22, target: 48, gap: 5, axe: 'zh-CN' },
  { width: 1920, height: 1080, letter: 16, target: 51, gap: 10 },
  { width: 768, height: 1024, letter: 15, target: 48, gap: 8 },
  { width: 390, height: 844, letter: 13, target: 44, gap: 4, axe: 'en' },
];

const SIZES = ['normal', 'large', 'huge'] as const;

const pictures = process.env.SWEEP_PICTURES;

async function lookAt(page: Page, name: string, glass: (typeof GLASSES)[number]): Promise<readonly string[]> {
  const told: string[] = [];
  for (const size of SIZES) {
    const faults = await faultsOnGlass(page, size, glass);
    told.push(...[...new Set(faults)].map((fault) => `${name}, ${size}: ${fault}`));
    if (pictures)
      await page.screenshot({
        path: `${pictures}/${glass.width} ${name.replaceAll(/[ ,]+/g, '-')} ${size}.png`,
      });
  }
  await page.evaluate(() => {
    document.documentElement.dataset.textSize = 'normal';
  });
  if (name.startsWith(`${glass.axe} `))
    told.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
  return told;
}

for (const glass of GLASSES) {
  test(`${glass.width} × ${glass.height}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: glass,
      serviceWorkers: 'block',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await openHall(page, hall.url);
    await bringChecks(page);
    const told: string[] = [];
    for (const language of ['zh-CN', 'en'] as const) {
      await speak(page, language);
      for (const state of SCREEN_STATES) {
        const name = `${language} ${state.name}`;
        // One screen that cannot be reached hides no other.
        const faults = await openState(page, state).then(
          () => lookAt(page, name, glass),
          (cause: unknown) => [`${name}: ${String(cause).slice(0, 200)}`],
        );
        told.push(...faults);
        await leaveState(page);
      }
    }
    await context.close();
    expect(told).toEqual([]);
  });
}
