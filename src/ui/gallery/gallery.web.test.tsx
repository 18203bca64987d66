import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { layoutFaults } from '../../../tests/fixtures/layout-faults.ts';
import { PartsPage } from './parts-page.tsx';
import { speakPseudo } from './pseudo.ts';

/** The page that shows every component is the test of every component: in each theme, in long words, in lines that run down. */

const html = document.documentElement;
const root = document.createElement('div');
document.body.append(root);
let stop = (): void => undefined;
afterEach(async () => {
  stop();
  stop = () => undefined;
  render(null, root);
  html.dataset.textSize = 'normal';
  html.dataset.contrast = 'normal';
  delete html.dataset.script;
  await page.viewport(1080, 1920);
});

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

it.each(['normal', 'high', 'dark'])('axe has nothing to say of the theme %s', async (contrast) => {
  html.dataset.contrast = contrast;
  render(<PartsPage />, root);
  await drawn();
  const { violations } = await axe.run(root, { runOnly: { type: 'tag', values: RULES } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

const GLASSES = [
  [1080, 1920],
  [1920, 1080],
  [768, 1024],
  [390, 844],
] as const;
const SIZES = ['normal', 'large', 'huge'] as const;

const partsOf = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-part]')];

/** A keyboard's keys have no room for words that nobody writes; the flow `every-screen` looks at it in its two languages. */
const renderForOthers = (): void => {
  render(<PartsPage />, root);
  root.querySelector('[data-part="Keyboard"]')?.remove();
  stop = speakPseudo(root);
};

it.each(GLASSES)('on %i × %i every component bears long words in each size', async (width, height) => {
  await page.viewport(width, height);
  renderForOthers();
  for (const textSize of SIZES) {
    html.dataset.textSize = textSize;
    await drawn();
    const faults = partsOf().flatMap((part) => layoutFaults(part, 10));
    expect([textSize, ...faults]).toEqual([textSize]);
    expect(html.scrollWidth, textSize).toBeLessThanOrEqual(html.clientWidth);
  }
});

it.each(GLASSES)('on %i × %i every component bears lines that run down', async (width, height) => {
  await page.viewport(width, height);
  html.dataset.script = 'upright';
  renderForOthers();
  for (const textSize of SIZES) {
    html.dataset.textSize = textSize;
    await drawn();
    const sheets = partsOf().map((part) => part.querySelector<HTMLElement>(':scope > div')!);
    expect(new Set(sheets.map((sheet) => getComputedStyle(sheet).writingMode))).toEqual(
      new Set(['vertical-lr']),
    );
    const faults = sheets.flatMap((sheet) => [
      ...layoutFaults(sheet, 10),
      // Lines follow each other to the right, and only there is more than shows. A field of one line moves its own.
      ...[...sheet.querySelectorAll<HTMLElement>(':not(input)')]
        .filter((each) => each.clientHeight > 40 && each.scrollHeight > each.clientHeight + 1)
        .filter((each) => getComputedStyle(each).writingMode === 'vertical-lr')
        .filter((each) => getComputedStyle(each).overflowY !== 'visible')
        .map((each) => `over by ${each.scrollHeight - each.clientHeight}: ${each.className}`),
    ]);
    expect([textSize, ...faults]).toEqual([textSize]);
  }
});

it('what is cut, runs out or lies over something else is found', () => {
  root.innerHTML = `<div style="width:200px;font:30px/1 serif">
    <p style="overflow:hidden;white-space:nowrap">cut cut cut cut cut cut</p>
    <p style="white-space:nowrap">out out out out out out</p>
    <p style="margin-top:-30px">over</p></div>`;
  const found = layoutFaults(root.firstElementChild!, 10).map((fault) => fault.split(':')[0]);
  root.innerHTML = '';
  expect(new Set(found)).toEqual(new Set(['cut', 'outside', 'overlap']));
});
