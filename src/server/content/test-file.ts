import sharp from 'sharp';
import type { Attachment, Picture } from '../../contract/attachment.ts';
import { momentOf } from '../../contract/day.ts';
import type { Digest } from '../../contract/id.ts';
import { digest } from '../../seal/digest.ts';
import type { Deps } from '../deps.ts';
import { putBytes, putFile, putPage } from '../store/file.ts';

/** A file as its preparation leaves it, for tests of what comes after. */

export interface TestFile extends Attachment {
  readonly bytes: Uint8Array;
  readonly pages: readonly (Picture & { readonly pixels: Uint8Array })[];
}

export interface TestFileParts {
  readonly name?: string;
  /** One for each page. */
  readonly texts?: readonly string[];
  readonly state?: 'waiting' | 'preparing' | 'ready' | 'refused';
}

const WIDTH = 620;
const HEIGHT = 877;
let made = 0;

export async function putTestFile(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { name = '收支表.pdf', texts = ['第一页', '第二页'], state = 'ready' }: TestFileParts = {},
): Promise<TestFile> {
  made += 1;
  const bytes = Buffer.from(`%PDF-1.7 ${made} ${name}`);
  const file = await digest(bytes);
  const pages = await Promise.all(texts.map((_, at) => pageOf(made * 40 + at)));
  await store.transaction(async (trx) => {
    await putFile(trx, {
      digest: file,
      type: 'application/pdf',
      bytes: bytes.length,
      state,
      text: texts.join('\n'),
      added_by: 's-editor00',
      added_at: momentOf(clock()),
    });
    await putBytes(trx, file, bytes);
    for (const [at, { pixels, file: picture, ...size }] of pages.entries()) {
      await putBytes(trx, picture, pixels);
      await putPage(trx, { file, number: at + 1, picture, ...size, text: texts[at] ?? '' });
    }
  });
  return { file, name, bytes, pages };
}

/** Each another colour. */
async function pageOf(shade: number): Promise<TestFile['pages'][number]> {
  const background = { r: (shade * 37) % 256, g: (shade * 91) % 256, b: (shade * 151) % 256 };
  const image = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background } });
  const pixels = new Uint8Array(await image.webp().toBuffer());
  const file: Digest = await digest(pixels);
  return { file, width: WIDTH, height: HEIGHT, bytes: pixels.length, pixels };
}

export const pictureOf = ({ file, width, height, bytes }: Picture): Picture => ({
  file,
  width,
  height,
  bytes,
});
