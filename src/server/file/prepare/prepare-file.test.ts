import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FileType } from '../../../contract/attachment.ts';
import { docx, hugePng, pdf, photo, png, xlsx } from '../test-file.ts';
import { cleanText } from './clean-text.ts';
import { hasOffice } from './office.ts';
import { openWithPdfium } from './pdfium.ts';
import { type PreparedPage, prepareFile, type Told } from './prepare-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function prepare(type: FileType, bytes: Uint8Array) {
  const told: Told[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'bianminping-prepare-'));
  await prepareFile({ type, bytes, folder }, (each) => told.push(each), openWithPdfium);
  const pages = told.flatMap((each): readonly PreparedPage[] => (each.tell === 'page' ? [each.page] : []));
  return { end: told.at(-1), pages, told };
}

describe('a picture', () => {
  it('loses where it was taken and who owns it, and stands as the camera was held', async () => {
    const given = await photo(40, 20);
    expect(Buffer.from(given).includes('secret-owner')).toBe(true);
    const { pages, end } = await prepare('image/jpeg', given);
    expect(end).toEqual({ tell: 'ready', warnings: [] });
    const [page] = pages;
    expect([page?.width, page?.height]).toEqual([20, 40]);
    const made = await sharp(page?.webp).metadata();
    expect(made).toMatchObject({ format: 'webp', width: 20, height: 40 });
    expect([made.exif, made.xmp, made.iptc, made.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(Buffer.from(page?.webp ?? []).includes('secret-owner')).toBe(false);
  });

  it('is no wider than a screen needs', async () => {
    const { pages } = await prepare('image/png', await png(3_000, 30));
    expect([pages[0]?.width, pages[0]?.height]).toEqual([2_000, 20]);
  });

  it('is refused when it is too large to draw, broken, or cut off', async () => {
    expect((await prepare('image/png', hugePng())).end).toEqual({
      tell: 'refused',
      fault: 'too-many-pixels',
    });
    expect((await prepare('image/png', hugePng(5_000))).end).toEqual({ tell: 'refused', fault: 'broken' });
    const whole = await photo(400, 400);
    const cut = await prepare('image/jpeg', whole.slice(0, whole.length / 2));
    expect(cut.end).toEqual({ tell: 'refused', fault: 'broken' });
  });
});

describe('a PDF', () => {
  it('tells how many pages there are before it makes them', async () => {
    const { told, pages } = await prepare('application/pdf', pdf({ pages: ['One', 'Two'] }));
    expect(told.map(({ tell }) => tell)).toEqual(['count', 'page', 'page', 'ready']);
    expect(pages.map(({ number, text }) => [number, text])).toEqual([
      [1, 'One'],
      [2, 'Two'],
    ]);
    expect((await sharp(pages[0]?.webp).metadata()).format).toBe('webp');
  });

  it('without words is said to be a scan', async () => {
    const { end } = await prepare('application/pdf', pdf({ pages: [''] }));
    expect(end).toEqual({ tell: 'ready', warnings: ['no-text'] });
  });
});

describe('a Word file', () => {
  it('says what to do where there is no LibreOffice', async () => {
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    const { end } = await prepare(DOCX, docx()).finally(() => {
      process.env.PATH = PATH;
    });
    expect(end).toEqual({ tell: 'refused', fault: 'no-office' });
  });

  it.skipIf(!hasOffice())('becomes pages by LibreOffice (skipped: no soffice on this machine)', async () => {
    const { pages, end } = await prepare(DOCX, docx({ text: '低保公示名单' }));
    expect(pages.map(({ text }) => text)).toEqual(['低保公示名单']);
    expect(end).toMatchObject({ tell: 'ready' });
  });
});

describe('an Excel file', () => {
  it.skipIf(!hasOffice())('keeps all columns of a row on one page (skipped: no soffice here)', async () => {
    const head = Array.from({ length: 14 }, (_, at) => `第${at + 1}列的标题`);
    const { pages, end } = await prepare(XLSX, xlsx(head));
    expect(end).toMatchObject({ tell: 'ready' });
    expect(pages).toHaveLength(1);
    expect(head.every((text) => pages[0]?.text.includes(text))).toBe(true);
  });
});

it.each([
  ['e\u0301', 'é'],
  ['一\u0000二\u0007三', '一 二 三'],
  ['一\r\n\r\n\r\n\r\n二', '一\n\n二'],
  ['  一 \t 二  \n  三 ', '一 二\n三'],
  ['一\u00AD二\uFEFF三\u200B', '一二三'],
  ['半\uD800个', '半 个'],
])('words are cleaned: %j', (given, clean) => expect(cleanText(given)).toBe(clean));
