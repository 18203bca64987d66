import { fileTypeFromBuffer } from 'file-type';
import { type FileType, fileTypes, MAX_FILE_BYTES } from '../../contract/attachment.ts';
import type { FileFault } from '../../contract/file.ts';
import { fail, ok, type Result } from '../../contract/result.ts';
import { typeOfZip } from './zip-type.ts';

/** What a file is, told from its bytes alone: names and what a browser says of them are not asked. */
export async function typeOf(bytes: Uint8Array): Promise<Result<FileType, FileFault>> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > MAX_FILE_BYTES) return fail('too-large');
  // A parser of many formats is never shown what we can tell ourselves.
  if (startsWith(bytes, 0x50, 0x4b)) return typeOfZip(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail(oldOffice(bytes));
  const text = faultOfText(bytes);
  if (text !== null) return fail(text);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return fail('unknown');
  if (found.mime === 'image/apng') return ok('image/png');
  return isAccepted(found.mime) ? ok(found.mime) : fail(faultOfType(found.mime));
}

const isAccepted = (mime: string): mime is FileType => Object.hasOwn(fileTypes, mime);

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

function faultOfType(mime: string): FileFault {
  if (mime.startsWith('image/')) return 'other-picture';
  if (mime.startsWith('audio/') || mime.startsWith('video/')) return 'media';
  if (/(zip|rar|7z|tar|compress|bzip|xz|zstd|lz)/.test(mime)) return 'archive';
  if (/(executable|elf|msdownload|mach|java|wasm|dex)/.test(mime)) return 'program';
  return mime === 'application/rtf' ? 'old-office' : 'unknown';
}

/** What is written as text bears no mark in front; its first words tell. */
function faultOfText(bytes: Uint8Array): FileFault | null {
  const head = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 2_000))
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase();
  if (head.startsWith('{\\rtf')) return 'old-office';
  if (!head.startsWith('<') && !head.startsWith('#!')) return null;
  return /<svg[\s>]/.test(head) ? 'svg' : 'program';
}

/** The old formats are a small file system of their own, whose names tell what is in it. */
function oldOffice(bytes: Uint8Array): FileFault {
  const holds = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return 'locked-office';
  if (holds('WordDocument')) return 'old-word';
  if (holds('PowerPoint Document')) return 'old-slides';
  return holds('Workbook') || holds('Book') ? 'old-excel' : 'old-office';
}
