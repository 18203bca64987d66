import { expect, type Page } from 'playwright/test';
import { dayAtHall } from '../../src/contract/day.ts';
import { either, holding, type Sentence } from './either.ts';

/** Every screen and state of the visitor's app, and how to come to each from home, in either language. Forms: `form-states.ts`. */

export interface ScreenState {
  readonly name: string;
  readonly path: string;
  readonly steps?: readonly Step[];
  /** On a hall's screen only: a phone has a keyboard of its own, and nobody asks whether its owner is still there. */
  readonly isOnScreenOnly?: boolean;
  /** Goes on from the state before. */
  readonly isNext?: boolean;
}

export type Step = (page: Page) => Promise<unknown>;

export const press =
  (words: Sentence): Step =>
  (page) =>
    page
      .getByRole('button', { name: either(words) })
      .first()
      .click();

export const type =
  (text: string): Step =>
  (page) =>
    page.getByRole('textbox').first().fill(text);

export const see =
  (words: Sentence): Step =>
  (page) =>
    page.getByText(holding(words)).first().waitFor({ timeout: 30_000 });

/** A sheet that is to be printed is drawn, and no window asks for a printer. */
const print: Step = async (page) => {
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await press('大卡，字大')(page);
  await see('已送去打印，纸从屏幕下方出来，大约 10 秒。没有出来请告诉工作人员。')(page);
};

/** Of this page alone; the clock on the wall goes on. */
export const untouchedFor =
  (seconds: number): Step =>
  (page) =>
    page.clock.fastForward(seconds * 1_000);

/** Today, in the evening or whenever. */
export const atHour =
  (hour: string): Step =>
  (page) =>
    page.clock.setSystemTime(new Date(`${dayAtHall(Date.now())}T${hour}:00+08:00`));

/** From the introduction; a form that was begun is open at its question, or at its last page. */
export const begin: Step = async (page) => {
  const read = page.getByRole('button', { name: either('看过了，开始填') });
  const number = page.getByText(holding('第 {number} 题，共 {count} 题'));
  const last = page.getByRole('heading', { level: 1, name: either('请核对一遍') });
  await read.or(number).or(last).first().waitFor();
  if (!(await read.isVisible())) return;
  await read.click();
  await number.first().waitFor();
};

export const SCREEN_STATES: readonly ScreenState[] = [
  { name: 'home', path: '/' },
  { name: 'home, what to say', path: '/', steps: [press('投诉、建议、评价')] },
  { name: 'comfort', path: '/', steps: [press('大字')] },
  { name: 'help', path: '/', steps: [press('帮助')] },
  { name: 'topic', path: '/topic/old-age' },
  { name: 'audience', path: '/audience/elder' },
  { name: 'guides', path: '/guides' },
  { name: 'guide', path: '/guide/pension-claim' },
  { name: 'guide in Chinese only', path: '/guide/homestead' },
  { name: 'guide, print', path: '/guide/pension-claim', steps: [press('打印便民卡片')] },
  { name: 'chart', path: '/chart/pension-claim' },
  { name: 'catalogue', path: '/catalogue' },
  { name: 'catalogue, a list', path: '/catalogue?category=all' },
  { name: 'catalogue, its limits', path: '/catalogue?category=all', steps: [press('类别')] },
  { name: 'catalogue, nothing', path: '/catalogue?category=annual-report&year=1990' },
  { name: 'item', path: '/item/annual-report-2014' },
  { name: 'page', path: '/page/disclosure-guide' },
  { name: 'card', path: '/card/hall-contact' },
  { name: 'search', path: '/search', steps: [type('')] },
  { name: 'search, found', path: '/search', steps: [type('养老')] },
  { name: 'search, nothing', path: '/search', steps: [type('qqqqzzzz')] },
  { name: 'form', path: '/form/opinion' },
  { name: 'form, a choice', path: '/form/disclosure-request', steps: [begin] },
  { name: 'form, a fault', path: '/form/disclosure-request', steps: [begin, press('下一题')] },
  { name: 'progress', path: '/progress' },
  { name: 'progress, faults', path: '/progress', steps: [press('查进度')] },
  { name: 'missing', path: '/guide/there-is-none' },
];

/** What a printer, a telephone, a voice and the time bring. The page needs a fake clock and a fake voice. */
export const PASSING_STATES: readonly ScreenState[] = [
  { name: 'guide, printed', path: '/guide/pension-claim', steps: [press('打印便民卡片'), print] },
  {
    name: 'guide, taken along',
    path: '/guide/pension-claim',
    steps: [press('手机带走')],
    isOnScreenOnly: true,
  },
  { name: 'read aloud', path: '/guide/pension-claim', steps: [press('念给我听'), see('正在念。')] },
  { name: 'read aloud, paused', path: '', isNext: true, steps: [press('停一下')] },
  {
    name: 'still there?',
    path: '/guide/pension-claim',
    steps: [see('要带什么'), untouchedFor(46), see('您还在吗？')],
    isOnScreenOnly: true,
  },
  { name: 'help, when it is closed', path: '/', steps: [atHour('21:30'), press('帮助')] },
];

const go = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

/** Until what was asked for stands there. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const main = document.querySelector('main');
    return (
      main !== null &&
      main.innerText.trim().length > 8 &&
      !/正在打开…|Opening…|正在查…|Looking…|正在准备搜索…/.test(main.innerText)
    );
  });

/** In a page that is open already, whatever stands on it. Its clock must be a fake one for the states that time brings. */
export async function openState(page: Page, { path, isNext, steps = [] }: ScreenState): Promise<void> {
  if (!isNext) {
    await go(page, '/');
    await go(page, path);
    await settled(page);
  }
  for (const step of steps) await step(page);
}

/** What stands over the screen is put away, and whoever touches a key is there. */
export async function leaveState(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
}

/** As a visitor changes it, from home. */
export async function speak(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await go(page, '/');
  await press('大字')(page);
  await page
    .getByRole('dialog')
    .locator('label')
    .filter({ hasText: language === 'en' ? 'English' : '中文' })
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.keyboard.press('Escape');
}
