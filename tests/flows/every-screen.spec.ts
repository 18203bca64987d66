import { type Browser, expect, type Page, test } from 'playwright/test';
import { ENGLISH, giveVoices, MANDARIN } from '../fakes/voice.ts';
import { ATTACHMENT_STATES, giveAttachment } from '../setup/attachment-states.ts';
import { FILED_STATES, FORM_STATES } from '../setup/form-states.ts';
import { MACHINE_STATES, type MachineState } from '../setup/machine-states.ts';
import {
  bringChecks,
  contrastFaultsOn,
  faultsOnGlass,
  type Glass,
  violationsOn,
} from '../setup/page-faults.ts';
import {
  leaveState,
  openState,
  PASSING_STATES,
  SCREEN_STATES,
  type ScreenState,
  speak,
} from '../setup/screen-states.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/**
 * Every screen and state, on every glass, in both languages and three sizes of letters: nothing cut, nothing over something else,
 * nothing too small for a finger or too faint for the eye, no sideways scrolling, and nothing for axe to say.
 */

test.describe.configure({ mode: 'parallel' });

let hall: Hall;
test.beforeAll(async () => {
  hall = await startHall();
  await giveAttachment(hall);
});
test.afterAll(() => hall.stop());

interface SweptGlass extends Glass {
  readonly width: number;
  readonly height: number;
}

/** 12.7 mm and 2.54 mm: at 0.49 mm a pixel on a tall screen of 43", at 0.25 mm on a wide one of 21". */
const GLASSES: readonly SweptGlass[] = [
  { width: 1080, height: 1920, letter: 22, target: 48, gap: 5 },
  { width: 1920, height: 1080, letter: 16, target: 51, gap: 10 },
  { width: 768, height: 1024, letter: 15, target: 48, gap: 8 },
  { width: 390, height: 844, letter: 13, target: 44, gap: 4 },
];
const isPhone = ({ width, height }: SweptGlass): boolean => Math.min(width, height) < 600;

const SIZES = ['normal', 'large', 'huge'] as const;

const STATES: readonly ScreenState[] = [
  ...SCREEN_STATES,
  ...FORM_STATES,
  ...FILED_STATES,
  ...ATTACHMENT_STATES,
  ...PASSING_STATES,
];

/** A folder for a picture of each; and a part of a name, to sweep only what bears it. */
const pictures = process.env.SWEEP_PICTURES;
const only = process.env.SWEEP_ONLY ?? '';

async function lookAt(page: Page, name: string, glass: SweptGlass): Promise<readonly string[]> {
  const told: string[] = [];
  for (const size of SIZES) {
    const faults = await faultsOnGlass(page, size, glass);
    told.push(...[...new Set(faults)].map((fault) => `${name}, ${size}: ${fault}`));
    if (pictures)
      await page.screenshot({
        path: `${pictures}/${glass.width} ${await page.locator('html').getAttribute('lang')} ${name.replaceAll(/[ ,?]+/g, '-')} ${size}.png`,
      });
  }
  await page.evaluate(() => {
    document.documentElement.dataset.textSize = 'normal';
  });
  const seen = [...(await contrastFaultsOn(page)), ...(await violationsOn(page))];
  return [...told, ...seen.map((fault) => `${name}: ${fault}`)];
}

/** One screen that cannot be reached hides no other. */
const unless = async (name: string, reach: Promise<unknown>, look: () => Promise<readonly string[]>) =>
  reach.then(look, (cause: unknown) => [`${name}: ${String(cause).slice(0, 300)}`]);

async function openPage(browser: Browser, { width, height }: SweptGlass): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.clock.install();
  await giveVoices(page, [MANDARIN, ENGLISH]);
  await bringChecks(page);
  return page;
}

type Language = 'zh-CN' | 'en';

async function sweepVisitor(page: Page, glass: SweptGlass, language: Language): Promise<readonly string[]> {
  const told: string[] = [];
  await openHall(page, hall.url);
  await speak(page, language);
  for (const state of STATES) {
    if ((state.isOnScreenOnly && isPhone(glass)) || !state.name.includes(only)) continue;
    if (!state.isNext) await leaveState(page);
    told.push(...(await unless(state.name, openState(page, state), () => lookAt(page, state.name, glass))));
  }
  return told;
}

async function sweepMachine(page: Page, glass: SweptGlass, language: Language, state: MachineState) {
  await state.before?.(page.context(), hall.url);
  await page.goto(hall.url);
  const reach = async () => {
    if (language === 'en') await speak(page, language);
    for (const step of state.steps) await step(page);
  };
  return unless(state.name, reach(), () => lookAt(page, state.name, glass));
}

for (const glass of GLASSES)
  for (const language of ['zh-CN', 'en'] as const)
    test(`${glass.width} × ${glass.height}, ${language}`, async ({ browser }) => {
      const told: string[] = [];
      const page = await openPage(browser, glass);
      told.push(...(await sweepVisitor(page, glass, language)));
      await page.context().close();
      for (const state of MACHINE_STATES) {
        if (!state.name.includes(only)) continue;
        if ((state.isOnScreenOnly && isPhone(glass)) || (state.isInChineseOnly && language === 'en'))
          continue;
        const own = await openPage(browser, glass);
        told.push(...(await sweepMachine(own, glass, language, state)));
        await own.context().close();
      }
      expect(told).toEqual([]);
    });
