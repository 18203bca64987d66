import { unzipSync } from 'fflate';
import {
  MAX_SPREADSHEET_BYTES,
  MAX_SPREADSHEET_ROWS,
  type SpreadsheetFault,
} from '../../../contract/batch.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { RawCell } from './cell.ts';
import { readCsv } from './csv.ts';
import type { Sheet } from './read-list.ts';

/**
 * The bytes of a spreadsheet as sheets of cells. A file is a stranger: before a reader opens it, it is looked at from outside (what
 * it is, how large it unfolds, whether it declares entities), and all of it happens in a worker that can be ended. Formulas are not
 * computed: what the file says they came to counts. Macros, links and pictures are never looked at.
 */

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** What .xls is, and .xlsx under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/** All XML of the file, unfolded. Twenty thousand rows of thirty long cells stay below. */
const MOST_XML_BYTES = 120_000_000;
const MOST_PARTS = 2_000;
const MOST_COLUMNS = 200;

export async function openFile(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<Sheet[], SpreadsheetFault>> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > MAX_SPREADSHEET_BYTES) return fail('too-large');
  if (beginsWith(bytes, COMPOUND)) return fail('old-format');
  if (!beginsWith(bytes, ZIP)) return /\.(?:csv|txt)$/i.test(fileName) ? readCsv(bytes) : fail('not-xlsx');
  const fault = whyNotSafe(bytes);
  if (fault !== null) return fail(fault);
  try {
    return ok(await sheetsOf(bytes));
  } catch {
    return fail('broken');
  }
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

function whyNotSafe(bytes: Uint8Array): SpreadsheetFault | null {
  const parts: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts.push({ name, size: originalSize });
        return false;
      },
    });
  } catch {
    return 'broken';
  }
  const names = parts.map(({ name }) => name);
  if (!names.includes('xl/workbook.xml')) return 'not-xlsx';
  if (names.some((name) => /vbaProject/i.test(name))) return 'macros';
  const isRead = (name: string): boolean => /\.(?:xml|rels)$/.test(name);
  const size = parts.reduce((sum, part) => sum + (isRead(part.name) ? part.size : 0), 0);
  if (parts.length > MOST_PARTS || size > MOST_XML_BYTES) return 'bomb';
  return whyNotXml(bytes, isRead);
}

function whyNotXml(bytes: Uint8Array, isRead: (name: string) => boolean): SpreadsheetFault | null {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: ({ name }) => isRead(name) });
  } catch {
    return 'broken';
  }
  for (const [name, file] of Object.entries(files)) {
    const text = Buffer.from(file.buffer, file.byteOffset, file.length);
    // UTF-16 would hide what is looked for; no program writes it here.
    if (text[0] === 0xff || text[0] === 0xfe || text[1] === 0) return 'broken';
    if (text.includes('<!ENTITY') || text.includes('<!DOCTYPE')) return 'entities';
    if (!name.startsWith('xl/worksheets/')) continue;
    if (countOf(text, '<row', MAX_SPREADSHEET_ROWS + HEADER_ROOM) || isDeep(text)) return 'too-many-rows';
    if (isWide(text)) return 'too-many-columns';
  }
  return null;
}

/** A title and headings do not count. */
const HEADER_ROOM = 20;

/** Whether a word stands there more than so many times. */
function countOf(text: Buffer, word: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** A cell far below: a reader would make every row between. */
const isDeep = (text: Buffer): boolean => {
  const rows = /<row[^>]*\sr="(\d{5,})"/g;
  const words = text.toString('latin1');
  for (let found = rows.exec(words); found !== null; found = rows.exec(words))
    if (Number(found[1]) > MAX_SPREADSHEET_ROWS + HEADER_ROOM) return true;
  return /<c[^>]*\sr="[A-Z]+(?:[1-9]\d{5,}|[3-9]\d{4}|2[1-9]\d{3})"/.test(words);
};

/** Column 201 is GS. */
const isWide = (text: Buffer): boolean =>
  /<c[^>]*\sr="(?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])\d/.test(text.toString('latin1'));

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const { default: readXlsx } = await import('read-excel-file/universal');
  const own = new Uint8Array(bytes).buffer;
  const sheets = await readXlsx(own);
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    // Twenty columns of nothing after the last heading are cut by the list; rows here may differ in length.
    rows: data.map((row) => row.slice(0, MOST_COLUMNS) as RawCell[]),
  }));
}
