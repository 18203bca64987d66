import { MAX_SPREADSHEET_ROWS, type SpreadsheetFault } from '../../../contract/batch.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import type { Sheet } from './read-list.ts';

/** Comma-separated text, as Excel and WPS write it: UTF-8, or GB 18030 where it is not. */
export function readCsv(bytes: Uint8Array): Result<Sheet[], SpreadsheetFault> {
  const text = textOf(bytes);
  if (text === null || text.includes('\0')) return fail('not-xlsx');
  const rows = rowsOf(text);
  if (rows.length > MAX_SPREADSHEET_ROWS + 20) return fail('too-many-rows');
  return ok([{ name: 'CSV', rows }]);
}

function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  return null;
}

function rowsOf(text: string): string[][] {
  const by = (/^[^\n"]*/.exec(text)?.[0] ?? '').includes('\t') ? '\t' : ',';
  const cells = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^"${by}\\n\\r][^${by}\\n\\r]*|))(${by}|\\r?\\n|\\r|$)`,
    'y',
  );
  // A stray quotation mark: the cell is taken as it is, so that nothing after it is lost.
  const asItIs = new RegExp(`()([^${by}\\n\\r]*)(${by}|\\r?\\n|\\r|$)`, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    cells.lastIndex = at;
    asItIs.lastIndex = at;
    const quoted = cells.exec(text);
    const found = quoted ?? asItIs.exec(text);
    if (found === null) break;
    at += found[0].length;
    row.push((quoted === null ? found[2] : (found[1]?.replaceAll('""', '"') ?? found[2])) ?? '');
    if (found[3] !== by) {
      rows.push(row);
      row = [];
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
