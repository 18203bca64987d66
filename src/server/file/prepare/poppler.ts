import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_PAGES } from '../../../contract/attachment.ts';
import { isInstalled, run } from './command.ts';
import { checkPageCount, type OpenPdf, pixelsOf } from './pdf.ts';
import type { Raw } from './picture.ts';
import { Unfit } from './unfit.ts';

/** PDF by Debian's poppler-utils: knows the machine's fonts, so that a file without its own is readable. */

/** Debian's poppler-data, apart from poppler-utils: without it Chinese that names a standard encoding is neither drawn nor read. */
const ENCODINGS = [
  '/usr/share/poppler/cMap',
  '/usr/local/share/poppler/cMap',
  '/opt/homebrew/share/poppler/cMap',
];

export const hasPoppler = (): boolean =>
  ['pdfinfo', 'pdftoppm', 'pdftotext', 'pdffonts'].every(isInstalled) &&
  ENCODINGS.some((path) => existsSync(path));

export const openWithPoppler: OpenPdf = async (bytes, folder) => {
  const file = join(folder, 'given.pdf');
  await writeFile(file, bytes);
  const ask = (command: readonly string[]) => run(command, { cwd: folder, seconds: 60, megabytes: 2_000 });
  const info = await ask(['pdfinfo', '-f', '1', '-l', String(MAX_PAGES), file]);
  if (info === null) throw new Unfit(isLocked(bytes) ? 'locked-pdf' : 'broken');
  const facts = info.toString('latin1');
  const pageCount = checkPageCount(Number(/^Pages:\s+(\d+)/m.exec(facts)?.[1] ?? 0));
  return {
    pageCount,
    async page(number) {
      const { width, height } = sizeOf(facts, number);
      const only = ['-f', String(number), '-l', String(number)];
      const scale = ['-scale-to-x', String(width), '-scale-to-y', String(height)];
      const ppm = await ask(['pdftoppm', ...only, '-singlefile', '-cropbox', ...scale, file]);
      if (ppm === null) throw new Unfit('broken');
      const text = await ask(['pdftotext', ...only, '-enc', 'UTF-8', '-nopgbrk', file, '-']);
      return { raw: readPpm(ppm), text: text?.toString('utf8') ?? '' };
    },
    async hasMissingFonts() {
      const fonts = await ask(['pdffonts', file]);
      // name, type, encoding, emb, sub, uni, object: CID fonts are the Chinese ones.
      return /\sCID .*\s+no\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/m.test(fonts?.toString('latin1') ?? '');
    },
    close: () => undefined,
  };
};

const isLocked = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('/Encrypt');

/** `Page    3 size: 595 x 842 pts (A4)` and `Page    3 rot:  90`: pdftoppm, too, wants the sizes from before the page was turned. */
function sizeOf(facts: string, number: number): { readonly width: number; readonly height: number } {
  const size = new RegExp(`^Page\\s+${number} size:\\s+([\\d.e+]+) x ([\\d.e+]+)`, 'm').exec(facts);
  if (size === null) throw new Unfit('broken');
  const turned = new RegExp(`^Page\\s+${number} rot:\\s+(\\d+)`, 'm').exec(facts)?.[1];
  const [width, height] = [Number(size[1]), Number(size[2])];
  if (turned !== '90' && turned !== '270') return pixelsOf(width, height);
  const upright = pixelsOf(height, width);
  return { width: upright.height, height: upright.width };
}

/** `P6\n1600 2263\n255\n` and three bytes a pixel. */
function readPpm(bytes: Buffer): Raw {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (head === null) throw new Unfit('broken');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = bytes.subarray(head[0].length);
  if (data.length !== width * height * 3) throw new Unfit('broken');
  return { data, width, height, channels: 3 };
}
