import { expect, type Page } from 'playwright/test';

/** Every screen and state of the visitor's app, and how to come to each from home, in either language. */

export interface ScreenState {
  readonly name: string;
  readonly path: string;
  readonly steps?: readonly Step[];
}

type Step = (page: Page) => Promise<unknown>;

const press =
  (name: RegExp): Step =>
  (page) =>
    page.getByRole('button', { name }).first().click();

const type =
  (text: string): Step =>
  (page) =>
    page.getByRole('textbox').first().fill(text);

/** A form that was begun is open at its question. */
const BEGIN: Step = async (page) => {
  const begin = page.getByRole('button', { name: /看过了，开始填|I have read this/ });
  if ((await begin.count()) > 0) await begin.click();
  await page.getByText(/^第 1 题|^Question 1/).waitFor();
};
const NEXT = press(/^(下一题|Next)$/);

export const SCREEN_STATES: readonly ScreenState[] = [
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
  { name: 'progress, faults', path: '/progress', steps: [press(/查进度|Look it up/)] },
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

/** In a page that is open already, whatever stands on it. */
export async function openState(page: Page, { path, steps = [] }: ScreenState): Promise<void> {
  await go(page, '/');
  await go(page, path);
  await settled(page);
  for (const step of steps) await step(page);
}

/** What stands over the screen is put away. */
export async function leaveState(page: Page): Promise<void> {
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
}

/** As a visitor changes it, from home. */
export async function speak(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await go(page, '/');
  await press(/大字|Large text/)(page);
  await page
    .getByRole('dialog')
    .locator('label')
    .filter({ hasText: language === 'en' ? 'English' : '中文' })
    .click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await page.keyboard.press('Escape');
}
