import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { blocksOfHtml, type Pasted } from './blocks-of-html.ts';

/** A Word file (.docx, also as WPS saves it) as blocks. It is read in this browser; the file itself goes nowhere. */

export type DocxFault = 'too-large' | 'old-format' | 'not-docx' | 'bomb' | 'empty';

export const docxFaultInWords = {
  'too-large': '文件超过 20 MB。请先在 Word 里压缩或删去图片，再试。',
  'old-format': '这是旧格式（.doc）或加了密码的文件。请在 Word 或 WPS 里去掉密码，“另存为” .docx，再试。',
  'not-docx': '这个文件读不懂，可能已损坏，或者不是 .docx。请在 Word 或 WPS 里打开，“另存为” .docx，再试。',
  bomb: '这个文件解开以后大得不正常，没有读。请把要用的文字复制到一个新文件里，再试。',
  empty: '文件里没有文字，可能是扫描的图片。请把文字录入 Word，再试。',
} as const satisfies Record<DocxFault, string>;

const MOST_BYTES = 20_000_000;
/** The first bytes of a zip, which a .docx is, and of a compound file, which a .doc and an encrypted .docx are. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

export async function readDocx(bytes: ArrayBuffer): Promise<Result<Pasted, DocxFault>> {
  if (bytes.byteLength > MOST_BYTES) return fail('too-large');
  const first = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  if (beginsWith(first, COMPOUND)) return fail('old-format');
  if (!beginsWith(first, ZIP)) return fail('not-docx');
  if (isBomb(bytes)) return fail('bomb');
  const html = await htmlOf(bytes);
  if (html === null) return fail('not-docx');
  const pasted = blocksOfHtml(html);
  return pasted.blocks.length > 0 ? ok(pasted) : fail('empty');
}

/** More than any Word file of ours has in words; pictures are not unpacked. */
const MOST_UNPACKED = 100_000_000;

/** By the archive's own list of contents: nothing is unpacked for it. */
function isBomb(bytes: ArrayBuffer): boolean {
  let unpacked = 0;
  try {
    unzipSync(new Uint8Array(bytes), {
      filter: ({ name, originalSize }) => {
        if (/\.(xml|rels)$/i.test(name)) unpacked += originalSize;
        return false;
      },
    });
  } catch {
    // Broken: whoever reads it says so.
  }
  return unpacked > MOST_UNPACKED;
}

async function htmlOf(arrayBuffer: ArrayBuffer): Promise<string | null> {
  const { default: mammoth } = await import('mammoth');
  // Pictures are counted, not read.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    const { value } = await mammoth.convertToHtml({ arrayBuffer }, { convertImage, styleMap: TITLES });
    return value;
  } catch {
    return null;
  }
}

const TITLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
