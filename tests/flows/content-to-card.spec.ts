import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { expect, type Page, test } from 'playwright/test';
import { PNG } from 'pngjs';
import type { Guide } from '../../src/contract/guide.ts';
import { publishChange } from '../setup/desk.ts';
import { type Hall, startHall } from '../setup/server.ts';
import { openHall } from '../setup/visitor.ts';

/** A staff edit becomes paper: written, signed by another, published, found by a visitor, printed as a card. */

let hall: Hall;
let folder: string;
test.beforeAll(async () => {
  hall = await startHall();
  folder = mkdtempSync(join(tmpdir(), 'card-'));
});
test.afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await hall.stop();
});

/** What the printer would get when the page asks to print: the same style sheets, the page's own paper size. */
const paperOf = async (page: Page, press: () => Promise<void>): Promise<Buffer> => {
  const asked = new Promise<Buffer>((resolve) => {
    void page.exposeFunction('toPaper', async () => {
      resolve(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    });
  });
  await page.evaluate(() => {
    let isDone = false;
    window.print = () => {
      if (isDone) return;
      isDone = true;
      // The sheet leaves the document when print() returns; the copy stands where the sheet stood.
      const sheet = document.body.lastElementChild?.cloneNode(true) as HTMLElement;
      document.documentElement.dataset.printing = document.documentElement.className;
      queueMicrotask(() => {
        document.body.append(sheet);
        document.documentElement.className = document.documentElement.dataset.printing ?? '';
        void (window as unknown as { toPaper: () => Promise<void> }).toPaper().then(() => sheet.remove());
      });
    };
  });
  await press();
  return asked;
};

const look = (pdf: Buffer, name: string) => {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, pdf);
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  execFileSync('pdftoppm', ['-r', '300', '-png', '-singlefile', file, join(folder, name)]);
  const image = PNG.sync.read(readFileSync(join(folder, `${name}.png`)));
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
    size: /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info)?.slice(1).map(Number) ?? [],
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ''),
    code: jsqr(new Uint8ClampedArray(image.data), image.width, image.height)?.data,
  };
};

const POINTS_PER_MM = 72 / 25.4;

test('an edit that was signed and published comes out of the printer on both papers', async ({ page }) => {
  await openHall(page, hall.url);
  await publishChange<Guide>(hall, 'guide/pension-claim', (guide) => ({ ...guide, title: '领养老金看这里' }));
  await page.getByRole('button', { name: /养老/ }).first().click();
  await page.getByText('领养老金看这里').click();
  for (const [choice, widthMm, heightMm] of [
    [/名片/, 90, 54],
    [/大字|A6/, 105, 148],
  ] as const) {
    await page.getByRole('button', { name: '打印便民卡片' }).click();
    const pdf = await paperOf(page, () => page.getByRole('button', { name: choice }).first().click());
    const paper = look(pdf, `card-${widthMm}`);
    expect(paper.pages).toBe(1);
    expect(Math.abs((paper.size[0] ?? 0) - widthMm * POINTS_PER_MM)).toBeLessThan(1);
    expect(Math.abs((paper.size[1] ?? 0) - heightMm * POINTS_PER_MM)).toBeLessThan(1);
    expect(paper.text).toContain('领养老金看这里');
    expect(paper.text).toContain('以窗口为准');
    expect(paper.code).toBe(`${hall.url}/guide/pension-claim`);
    await page.goto(`${hall.url}/guide/pension-claim`);
  }
});
