import { expect, type Page, test } from 'playwright/test';
import { bringChecks, faultsOnGlass, type Glass, violationsOn } from '../setup/page-faults.ts';
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

type Step = (page: Page) => Promise<unknown>;

const press =
  (name: RegExp): Step =>
  (page) =>
    page.getByRole('button', { name }).first().click();

const type =
  (text: string): Step =>
  (page) =>
    page.getByRole('textbox').first().fill(text);

interface State {
  readonly name: string;
  readonly path: string;
  readonly steps?: readonly Step[];
}

/** A form that was begun is open at its question. */
const BEGIN: Step = async (page) => {
  const begin = page.getByRole('button', { name: /看过了，开始填|I have read this/ });
  if ((await begin.count()) > 0) await begin.click();
  await page.getByText(/^第 1 题|^Question 1/).waitFor();
};
const NEXT = press(/^(下一题|Next)$/);

const STATES: readonly State[] = [
  { name: 'home', path: '/' },
  { name: 'home, what to say', path: '/', steps: [press(/投诉、建议、评价|Complaints, opinions/)] },
  { name: 'comfort', path: '/', steps: [press(/大字|Large text/)] },
  { name: 'help', path: '/', steps: [press(/^(帮助|Help)$/)] },
  { name: 'topic', path: '/topic/old-age' },
  { name: 'audience', path: '/audience/elder' },
  { name: 'guides', path: '/guides' },
  { name: 'guide', path: '/guide/pension-claim' },
  { name: 'guide in Chinese only', path: '/guide/homestead' },
  { name: 'guide, print', path: '/guide/pension-claim', steps: [press(/打印便民卡片|Print a card/)] },
  { name: 'chart', path: '/chart/pension-claim' },
  { name: 'catalogue', path: '/catalogue' },
  { name: 'catalogue, a list', path: '/catalogue?category=all' },
  { name: 'catalogue, its limits', path: '/catalogue?category=all', steps: [press(/类别|Category/)] },
  { name: 'catalogue, nothing', path: '/catalogue?category=annual-report&year=1990' },
  { name: 'item', path: '/item/annual-report-2014' },
  { name: 'page', path: '/page/disclosure-guide' },
  { name: 'card', path: '/card/hall-contact' },
  { name: 'search', path: '/search' },
  { name: 'search, found', path: '/search', steps: [type('养老')] },
  { name: 'search, nothing', path: '/search', steps: [type('qqqqzzzz')] },
  { name: 'form', path: '/form/opinion' },
  { name: 'form, a choice', path: '/form/disclosure-request', steps: [BEGIN] },
  { name: 'form, a fault', path: '/form/disclosure-request', steps: [BEGIN, NEXT] },
  { name: 'progress', path: '/progress' },
  { name: 'progress, faults', path: '/progress', steps: [press(/查进度|See progress/)] },
  { name: 'missing', path: '/guide/there-is-none' },
];

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

/** Until what was asked for stands there. */
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const main = document.querySelector('main');
    return (
      main !== null &&
      main.innerText.trim().length > 8 &&
      !/正在打开…|Opening…|正在查…|Looking…/.test(main.innerText)
    );
  });

const speak = async (page: Page, language: 'zh-CN' | 'en'): Promise<void> => {
  await press(/大字|Large text/)(page);
  await page
    .getByRole('dialog')
    .locator('label')
    .filter({ hasText: language === 'en' ? 'English' : '中文' })
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.keyboard.press('Escape');
};

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

const reach = async (page: Page, steps: readonly Step[]): Promise<void> => {
  await settled(page);
  for (const step of steps) await step(page);
};

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
      await go(page, '/');
      await speak(page, language);
      for (const { name, path, steps = [] } of STATES) {
        await go(page, '/');
        await go(page, path);
        // One screen that cannot be reached hides no other.
        const faults = await reach(page, steps).then(
          () => lookAt(page, `${language} ${name}`, glass),
          (cause: unknown) => [`${language} ${name}: ${String(cause).slice(0, 200)}`],
        );
        told.push(...faults);
        if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
      }
    }
    await context.close();
    expect(told).toEqual([]);
  });
}
