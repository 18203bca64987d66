import type { Page } from 'playwright';

/** The visitor's home as a benchmark sees it: when it is painted, and what it is as a plain page without any script. */

export interface PlainHome {
  readonly html: string;
  readonly css: string;
  /** How many buttons it has: home is whole when they are all there. */
  readonly controls: number;
}

export const PLAIN_PAGE = 'home-plain.html';
const PLAIN_CSS = 'home-plain.css';

declare global {
  /** When the frame that shows home began to be made, and when it was painted; from the start of the navigation. */
  var homePainted: Promise<{ readonly frameMs: number; readonly paintedMs: number }>;
}

/** The loader of these files wraps inner functions in a helper of its own, which the page has to have too. */
const HELPER = 'globalThis.__name ??= (it) => it;';

/** The whole home: all its buttons. */
export const wholeHome = ({ controls }: PlainHome): Wanted => ({ selector: '#app button', least: controls });
/** The first frame that shows any of it. */
export const BEGUN_HOME: Wanted = { selector: 'nav[aria-label="按事情找"] button', least: 1 };

interface Wanted {
  readonly selector: string;
  readonly least: number;
}

/** To be called before the navigation. Painted = the task after the frame in which the last that is wanted was there. */
export async function watchHome(page: Page, wanted: Wanted): Promise<void> {
  await page.addInitScript({ content: HELPER });
  await page.addInitScript(({ selector, least }) => {
    globalThis.homePainted = new Promise((resolve) => {
      const look = (): void => {
        if (document.querySelectorAll(selector).length < least) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const frameMs = performance.now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve({ frameMs, paintedMs: performance.now() });
          port2.postMessage(null);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
    });
  }, wanted);
}

export async function openAndTime(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return (await page.evaluate(() => globalThis.homePainted)).paintedMs;
}

/** Resolves when a first visit has shown its home, which is when the first pull has turned. */
export async function waitForHome(page: Page, timeoutMs: number): Promise<void> {
  await page.locator('nav[aria-label="按事情找"] button').first().waitFor({ timeout: timeoutMs });
  await page.locator('ul[aria-label="公开和诉求"] button').first().waitFor({ timeout: timeoutMs });
}

/** A screen that nobody touches goes back to its home after a minute. */
export async function stayAwake(page: Page): Promise<void> {
  await page.evaluate(() => void setInterval(() => dispatchEvent(new Event('pointerdown')), 5_000));
}

/** What is shown now, without scripts, with only the rules that something on it uses. */
export async function plainHome(page: Page): Promise<PlainHome> {
  await page.evaluate(HELPER);
  return page.evaluate((cssFile) => {
    const isUsed = (selector: string): boolean => {
      const still = selector.replace(/::?[a-z-]+(\([^)]*\))?/g, '').trim();
      try {
        return still === '' || document.querySelector(still) !== null;
      } catch {
        return true;
      }
    };
    const textOf = (rule: CSSRule): string => {
      if (rule instanceof CSSStyleRule)
        return rule.selectorText.split(/,(?![^(]*\))/).some(isUsed) ? rule.cssText : '';
      if (!('cssRules' in rule) || rule instanceof CSSKeyframesRule) return rule.cssText;
      const inside = [...(rule as CSSGroupingRule).cssRules].map(textOf).filter(Boolean).join('');
      return inside === '' ? '' : `${rule.cssText.slice(0, rule.cssText.indexOf('{'))}{${inside}}`;
    };
    const css = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].map(textOf)).join('');
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const each of copy.querySelectorAll('script, style, link, noscript, dialog:not([open])'))
      each.remove();
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = `/${cssFile}`;
    copy.querySelector('head')?.append(sheet);
    const controls = copy.querySelectorAll('#app button').length;
    return { html: `<!doctype html>${copy.outerHTML}`, css, controls };
  }, PLAIN_CSS);
}

export const plainFiles = ({ html, css }: PlainHome): readonly (readonly [name: string, text: string])[] => [
  [PLAIN_PAGE, html],
  [PLAIN_CSS, css],
];
