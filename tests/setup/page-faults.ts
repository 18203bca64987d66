import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';
import { transformWithOxc } from 'vite';

/** The checks of `fixtures/`, and axe, run inside a page of the built app. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const scriptOf = async (name: string): Promise<string> => {
  const path = new URL(`../fixtures/${name}.ts`, import.meta.url);
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), `${name}.ts`);
  return code.replaceAll(/^export \{.*$/gm, '').replaceAll(/^export /gm, '');
};

interface Checks {
  layoutFaults(root: Element, minPx: number): readonly string[];
  targetFaults(root: Element, minPx: number, gapPx: number): readonly string[];
  reachFaults(root: Element, part: number, sizePx?: number): readonly string[];
  pageShare(main: Element, part: number): number;
  contrastFaults(root: Element): readonly string[];
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
type WithChecks = typeof globalThis & {
  readonly checks: Checks;
  readonly axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
};

/** Once for each page, open or not: one that loads itself anew has them again. */
export const bringChecks = async (page: Page): Promise<void> => {
  const [layout, target, reach, contrast] = await Promise.all(
    ['layout-faults', 'target-faults', 'reach-faults', 'contrast-faults'].map(scriptOf),
  );
  const script = `${AXE}; globalThis.checks = (() => {
    const { layoutFaults } = (() => { ${layout}; return { layoutFaults }; })();
    const { targetFaults } = (() => { ${target}; return { targetFaults }; })();
    const { reachFaults, pageShare } = (() => { ${reach}; return { reachFaults, pageShare }; })();
    const { contrastFaults } = (() => { ${contrast}; return { contrastFaults }; })();
    return { layoutFaults, targetFaults, reachFaults, pageShare, contrastFaults };
  })(); 0`;
  await page.addInitScript(script);
  await page.evaluate(script);
};

export interface Glass {
  /** The smallest letters, targets and gaps that may stand on it, in CSS pixels. */
  readonly letter: number;
  readonly target: number;
  readonly gap: number;
}

type TextSize = 'normal' | 'large' | 'huge';

/** Resolves when the page has been laid out anew. */
const setLetters = (page: Page, textSize: TextSize): Promise<void> =>
  page.evaluate(async (size) => {
    document.documentElement.dataset.textSize = size;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
  }, textSize);

/** In these letters: everything that lies outside, over something else, or is too small or close for a finger. */
export const faultsOnGlass = async (
  page: Page,
  textSize: TextSize,
  glass: Glass,
): Promise<readonly string[]> => {
  await setLetters(page, textSize);
  return page.evaluate(
    ({ letter, target, gap }) => {
      const { checks } = globalThis as WithChecks;
      const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
      const main = document.querySelector('main');
      // What scrolls lies under the bars around it: each is looked at by itself.
      const bars: Element[] = [];
      for (let at: Element | null = main; at?.parentElement; at = at.parentElement)
        bars.push(...[...at.parentElement.children].filter((each) => each !== at));
      const roots = dialog ? [dialog] : [...(main ? [main] : []), ...bars];
      const { scrollWidth, clientWidth } = document.documentElement;
      const sideways = [
        document.documentElement,
        ...document.querySelectorAll('main, dialog[open], dialog[open] *'),
      ]
        .filter((each) => each.clientWidth > 40 && each.scrollWidth > each.clientWidth + 1)
        .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX) || each.tagName === 'HTML')
        .filter((each) => !each.closest('[data-sideways]'))
        .map((each) => `sideways by ${each.scrollWidth - each.clientWidth}: ${each.tagName}`);
      return [
        ...sideways,
        ...(scrollWidth > clientWidth ? ['page wider than glass'] : []),
        ...roots.flatMap((root) => [
          ...checks.layoutFaults(root, letter),
          ...checks.targetFaults(root, target, gap),
        ]),
      ];
    },
    { ...glass },
  );
};

/** In these letters: what would need a hand above this part of the glass; where it is typed, how much of the rest is page. */
export const reachOnGlass = async (
  page: Page,
  textSize: TextSize,
  wanted: { readonly part: number; readonly sizePx?: number; readonly share?: number },
): Promise<readonly string[]> => {
  await setLetters(page, textSize);
  return page.evaluate(
    ({ part, sizePx, share }) => {
      const { checks } = globalThis as WithChecks;
      const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
      const main = document.querySelector('main');
      const has = main && share !== undefined ? checks.pageShare(main, part) : 1;
      return [
        ...checks.reachFaults(dialog ?? document.body, part, sizePx),
        ...(has < (share ?? 0) ? [`page has ${Math.round(has * 100)} % of what is within reach`] : []),
      ];
    },
    { ...wanted },
  );
};

/** In each theme: words and icons that are too faint. */
export const contrastFaultsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const { dataset } = document.documentElement;
    const { contrast } = dataset;
    const told: string[] = [];
    for (const theme of ['normal', 'high', 'dark']) {
      dataset.contrast = theme;
      const { checks } = globalThis as WithChecks;
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
      told.push(...checks.contrastFaults(root).map((fault) => `${theme}: ${fault}`));
    }
    dataset.contrast = contrast ?? 'normal';
    return [...new Set(told)];
  });

/** WCAG 2.0 to 2.2, levels A and AA. */
export const violationsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (rules) => {
    const { axe } = globalThis as WithChecks;
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: rules } });
    return violations.map(
      ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`,
    );
  }, RULES);
