import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../base.css';
import '../tokens.css';
import { layoutFaults } from '../../../tests/fixtures/layout-faults.ts';
import { PartsPage } from './parts-page.tsx';
import { speakPseudo } from './pseudo.ts';

/** The page that shows every component is the test of every component, in each theme and in long words. */

const html = document.documentElement;
const root = document.createElement('div');
document.body.append(root);
let stop = (): void => undefined;
afterEach(() => {
  stop();
  render(null, root);
  html.dataset.textSize = 'normal';
  html.dataset.contrast = 'normal';
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

it.each([
  [1080, 1920, ['normal', 'large', 'huge']],
  [390, 844, ['normal', 'large']],
] as const)('on %i × %i every component bears long words in the sizes %s', async (width, height, sizes) => {
  await page.viewport(width, height);
  render(<PartsPage />, root);
  stop = speakPseudo(root);
  for (const textSize of sizes) {
    html.dataset.textSize = textSize;
    await drawn();
    // What scrolls in a window of its own lies under what is around it.
    const parts = [...root.querySelectorAll('section')].filter(
      (each) => each.querySelector('section, ul[aria-label="目录"]') === null,
    );
    const faults = parts.flatMap((part) => layoutFaults(part, 10));
    expect([textSize, ...faults]).toEqual([textSize]);
    expect(html.scrollWidth, textSize).toBeLessThanOrEqual(html.clientWidth);
  }
  await page.viewport(1080, 1920);
});
