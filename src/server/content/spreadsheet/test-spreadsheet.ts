import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import * as v from 'valibot';
import { parse } from 'yaml';
import { Hall } from '../../../contract/hall.ts';
import type { BookCell } from './book.ts';
import { bytesOfBook } from './book.ts';

/** Spreadsheets for tests: whole ones, and ones that no honest program writes. */

/** The demo hall's own settings. */
export const demoSettings: Hall = v.parse(
  Hall,
  parse(readFileSync(new URL('../../demo-hall/hall.yaml', import.meta.url), 'utf8')),
);

export const spreadsheet = (
  rows: readonly (readonly (string | BookCell)[])[],
  name = '目录',
): Promise<Uint8Array> => bytesOfBook([{ name, widths: [], frozen: 0, rows }]);

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const WORKBOOK =
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="目录" sheetId="1" r:id="r1"/></sheets></workbook>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

/** The text of the sheet's part as it is given, and other parts beside it. */
export const rawSpreadsheet = (sheetXml: string, others: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': TYPES,
        'xl/workbook.xml': WORKBOOK,
        'xl/_rels/workbook.xml.rels': RELATIONS,
        'xl/worksheets/sheet1.xml': sheetXml,
        ...others,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

export const sheetXml = (rows: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

export const inlineCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
