import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_PAGES } from '../../../contract/attachment.ts';
import { lockedPdf, pdf, pdfWithoutFont, pdfWithScript } from '../test-file.ts';
import type { OpenPdf } from './pdf.ts';
import { openWithPdfium } from './pdfium.ts';
import { hasPoppler, openWithPoppler } from './poppler.ts';

/** Both readers keep the same promises. Poppler is on every machine that runs the tests: need.mjs brings it. */

it('has both readers to look at', () => expect(hasPoppler()).toBe(true));

describe.each<[string, OpenPdf]>([
  ['poppler', openWithPoppler],
  ['pdfium', openWithPdfium],
])('a PDF read by %s', (_name, openIt) => {
  const open = (bytes: Uint8Array) => openIt(bytes, mkdtempSync(join(tmpdir(), 'bianminping-pdf-')));
  const faultOf = (bytes: Uint8Array) =>
    open(bytes).then(
      () => 'none',
      (error: { fault?: string }) => error.fault,
    );

  it('has its pages, each as wide as a screen shows it, and their words', async () => {
    const made = await open(pdf({ pages: ['Hello', 'World'] }));
    expect(made.pageCount).toBe(2);
    const { raw, text } = await made.page(2);
    expect([raw.width, raw.height]).toEqual([1600, 2264]);
    expect(text.trim()).toBe('World');
    expect(raw.data.length).toBe(raw.width * raw.height * raw.channels);
    expect(await made.hasMissingFonts()).toBe(false);
    made.close();
  });

  it('is drawn in its colours', async () => {
    const made = await open(pdf({ pages: [''] }));
    const { raw } = await made.page(1);
    // In the blue square: 200 points from the left, 642 from above.
    const at = (Math.round(642 * 2.689) * raw.width + Math.round(200 * 2.689)) * raw.channels;
    expect([...raw.data.slice(at, at + 3)]).toEqual([0, 0, 255]);
    made.close();
  });

  it('stands upright where the page was turned', async () => {
    const made = await open(pdf({ rotate: 90 }));
    const { raw } = await made.page(1);
    expect([raw.width, raw.height]).toEqual([1600, 1131]);
    made.close();
  });

  it('is bounded, whatever size it says to have', async () => {
    const tall = await open(pdf({ size: [100, 100_000] }));
    expect((await tall.page(1)).raw.height).toBe(6_000);
    tall.close();
    const large = await open(pdf({ size: [14_000, 14_000] }));
    expect((await large.page(1)).raw.width).toBe(1_600);
    large.close();
  });

  it('says that Chinese fonts are missing, and still knows the words', async () => {
    const made = await open(pdfWithoutFont());
    expect((await made.page(1)).text.trim()).toBe('中文');
    expect(await made.hasMissingFonts()).toBe(true);
    made.close();
  });

  it('runs no script', async () => {
    const made = await open(pdfWithScript());
    expect((await made.page(1)).text.trim()).toBe('Hello');
    made.close();
  });

  it('says why it cannot be read', async () => {
    expect(await faultOf(lockedPdf())).toBe('locked-pdf');
    expect(await faultOf(pdf().slice(0, 300))).toBe('broken');
    expect(await faultOf(Uint8Array.from(Buffer.from('%PDF-1.7\nnothing')))).toBe('broken');
    expect(['no-pages', 'broken']).toContain(await faultOf(pdf({ pages: [] })));
    const many = Array.from({ length: MAX_PAGES + 1 }, () => 'x');
    expect(await faultOf(pdf({ pages: many }))).toBe('too-many-pages');
  });
});
