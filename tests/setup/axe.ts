import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright/test';

/** WCAG 2.0 to 2.2, levels A and AA, by axe. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
type WithAxe = typeof globalThis & {
  readonly axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
};

/** What axe finds on the page as it stands, each with where. */
export const axeFaults = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(
    async (rules) =>
      (await (globalThis as WithAxe).axe.run(document, { runOnly: { type: 'tag', values: rules } }))
        .violations,
    RULES,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};
