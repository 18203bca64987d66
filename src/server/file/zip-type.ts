import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';
import type { FileType } from '../../contract/attachment.ts';
import type { FileFault } from '../../contract/file.ts';
import { fail, ok, type Result } from '../../contract/result.ts';

/**
 * Office files are zip archives. Only the list of contents and two small parts are read here; what an archive says of its own sizes
 * is believed only to refuse it. Whoever lies about them meets the limits of the process that makes the pages.
 */

const MOST_PARTS = 10_000;
const MOST_UNPACKED = 300_000_000;
/** Text packs to a tenth, an empty table to a hundredth; what shrinks to less is made to. */
const MOST_RATIO = 250;
const MOST_READ = 1_000_000;

const OPEN = 'application/vnd.openxmlformats-officedocument.';
const kinds = ['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'] as const;

export function typeOfZip(bytes: Uint8Array): Result<FileType, FileFault> {
  let parts: readonly UnzipFileInfo[];
  let read: Readonly<Record<string, Uint8Array>>;
  try {
    [parts, read] = contentsOf(bytes);
  } catch {
    return fail('broken');
  }
  const names = parts.map(({ name }) => name);
  const unpacked = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (isBomb(parts.length, unpacked, bytes.length)) return fail('bomb');
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return fail('macro');
  if (names.includes('OFD.xml')) return fail('ofd');
  if (text(read.mimetype).startsWith('application/vnd.oasis.opendocument')) return fail('open-document');
  const types = text(read['[Content_Types].xml']);
  if (types === '') return fail('archive');
  if (/macroEnabled/i.test(types)) return fail('macro');
  const kind = kinds.find((each) => types.includes(`${OPEN}${each}.main+xml`));
  return kind === undefined ? fail('unknown') : ok(`${OPEN}${kind}` as const);
}

const isBomb = (parts: number, unpacked: number, packed: number): boolean =>
  parts > MOST_PARTS ||
  unpacked > MOST_UNPACKED ||
  (unpacked > 10 * MOST_READ && unpacked / packed > MOST_RATIO);

const text = (part: Uint8Array | undefined): string => (part === undefined ? '' : strFromU8(part));

function contentsOf(bytes: Uint8Array): [UnzipFileInfo[], Record<string, Uint8Array>] {
  const parts: UnzipFileInfo[] = [];
  const isRead = (part: UnzipFileInfo): boolean => {
    parts.push(part);
    const isAsked = part.name === '[Content_Types].xml' || part.name === 'mimetype';
    return isAsked && part.originalSize <= MOST_READ && part.size <= MOST_READ;
  };
  const read = unzipSync(bytes, { filter: isRead });
  return [parts, read];
}
