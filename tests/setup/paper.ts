import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsqr from 'jsqr';
import { expect, type Page } from 'playwright/test';
import { PNG } from 'pngjs';

export interface Paper {
  readonly pages: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Without any white space. */
  readonly text: string;
  /** What a phone reads in the QR code. */
  readonly code: string | undefined;
}

/**
 * What the printer gets: when the page calls `print()`, the sheet is in the document and leaves it as soon as the call returns.
 * A copy takes its place, and the browser makes a PDF of it with the same style sheets and the page's own paper size.
 * Call it before the page is opened; what it gives waits for the next sheet.
 */
export async function catchPaper(page: Page): Promise<() => Promise<Paper>> {
  const sheets: Buffer[] = [];
  await page.exposeFunction('toPaper', async () => {
    sheets.push(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  });
  await page.addInitScript(() => {
    window.print = () => {
      const sheet = document.body.lastElementChild?.cloneNode(true) as HTMLElement;
      const { className } = document.documentElement;
      setTimeout(async () => {
        const before = document.documentElement.className;
        document.documentElement.className = className;
        document.body.append(sheet);
        await (window as unknown as { toPaper: () => Promise<void> }).toPaper();
        sheet.remove();
        document.documentElement.className = before;
      });
    };
  });
  return async () => {
    await expect.poll(() => sheets.length).toBe(1);
    return read(sheets.pop() as Buffer);
  };
}

const POINTS_PER_MM = 72 / 25.4;

/** Reads a PDF as a person with a ruler and a phone does. */
function read(pdf: Buffer): Paper {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, pdf);
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' });
    const info = run('pdfinfo', file);
    run('pdftoppm', '-r', '300', '-png', '-singlefile', file, join(folder, 'sheet'));
    const { data, width, height } = PNG.sync.read(readFileSync(join(folder, 'sheet.png')));
    const [, across = 0, down = 0] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info)?.map(Number) ?? [];
    return {
      pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1]),
      widthMm: across / POINTS_PER_MM,
      heightMm: down / POINTS_PER_MM,
      text: run('pdftotext', '-layout', file, '-').replace(/\s+/g, ''),
      code: jsqr(new Uint8ClampedArray(data), width, height)?.data,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
