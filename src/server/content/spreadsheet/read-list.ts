import type { CellFault, ListKind, SpreadsheetFault } from '../../../contract/batch.ts';
import type { Hall } from '../../../contract/hall.ts';
import { fail, ok, type Result } from '../../../contract/result.ts';
import { cellText, oneLine, type RawCell } from './cell.ts';
import type { Column, Fields } from './column.ts';
import { columnCalled, columnsOf, nameColumn } from './list-column.ts';

/** A sheet's cells as a list: where its columns are named, and what each row says. Pure; runs in the worker. */

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
}

export interface List {
  readonly sheet: string;
  /** The row's number in the file, from 1. */
  readonly headerRow: number;
  readonly headings: readonly string[];
  readonly unread: readonly string[];
  readonly rows: readonly ListRow[];
}

export interface ListRow {
  readonly n: number;
  readonly cells: readonly string[];
  readonly fields: Fields;
  readonly faults: readonly CellFault[];
}

/** What stands in where a row names none. */
export interface Fallback {
  readonly department: string;
  readonly category: string;
}

/** A title, a line with the maker's name, perhaps a blank one: the headings come within these. */
const HEADER_WITHIN = 20;

type Heading = Column | 'passed' | null;
interface Header {
  readonly at: number;
  readonly texts: readonly string[];
  readonly columns: readonly Heading[];
}

const isColumn = (it: Heading | undefined): it is Column => typeof it === 'object' && it !== null;

export function readList(
  sheets: readonly Sheet[],
  kind: ListKind,
  hall: Hall,
  fallback: Fallback,
): Result<List, SpreadsheetFault | readonly string[]> {
  const found = sheets.flatMap((sheet) => {
    const header = headerIn(sheet, kind);
    return header === null ? [] : [{ sheet, header }];
  })[0];
  if (found === undefined) {
    const other = kind === 'item' ? 'guide' : 'item';
    const isOther = sheets.some((sheet) => headerIn(sheet, other) !== null);
    if (isOther) return fail('other-list');
    return fail(neededOf(kind, fallback).map(({ label }) => label));
  }
  const { sheet, header } = found;
  const missing = neededOf(kind, fallback).filter(
    (column) => !header.columns.some((each) => isColumn(each) && each.key === column.key),
  );
  if (missing.length > 0) return fail(missing.map(({ label }) => label));
  const rows = rowsOf(sheet, header, hall, kind);
  if (rows.length === 0) return fail('no-rows');
  return ok({
    sheet: sheet.name,
    headerRow: header.at + 1,
    headings: header.texts,
    unread: header.texts.filter((text, at) => text !== '' && header.columns[at] === null),
    rows,
  });
}

/** What must stand in the file, because nothing can stand in for it. */
const neededOf = (kind: ListKind, { department, category }: Fallback): readonly Column[] =>
  columnsOf[kind].filter(
    ({ key, isNeeded }) =>
      isNeeded === true &&
      !(department !== '' && /(?:^|\.)department$/.test(key)) &&
      !(category !== '' && key === 'category'),
  );

/** The row that names the most columns, the name's among them; two at least, or it may be an ordinary row. */
function headerIn({ rows }: Sheet, kind: ListKind): Header | null {
  const candidates = rows.slice(0, HEADER_WITHIN).map((row, at): Header => {
    const texts = row.map((cell) => oneLine(cellText(cell)));
    return { at, texts, columns: firstOfEach(texts.map((text) => columnCalled(kind, text))) };
  });
  const known = ({ columns }: Header): number => columns.filter(isColumn).length;
  const named = candidates.filter(
    (each) =>
      known(each) >= 2 && each.columns.some((column) => isColumn(column) && column.key === nameColumn[kind]),
  );
  return named.reduce<Header | null>(
    (best, each) => (best === null || known(each) > known(best) ? each : best),
    null,
  );
}

/** Where two headings mean the same, the first counts. */
const firstOfEach = (columns: readonly Heading[]): readonly Heading[] =>
  columns.map((column, at) => (isColumn(column) && columns.indexOf(column) < at ? null : column));

function rowsOf({ rows }: Sheet, header: Header, hall: Hall, kind: ListKind): readonly ListRow[] {
  const width = header.texts.length;
  const heading = header.texts.join('\n');
  return rows.flatMap((row, at): ListRow[] => {
    if (at <= header.at) return [];
    const cells = Array.from({ length: width }, (_, column) => cellText(row[column]));
    if (cells.every((text) => text === '') || isExample(cells)) return [];
    // Printed lists repeat their headings on every page.
    if (cells.map(oneLine).join('\n') === heading) return [];
    return [{ n: at + 1, cells, ...readRow(cells, header.columns, hall, kind) }];
  });
}

const isExample = (cells: readonly string[]): boolean =>
  /^[（(【[]?示例/.test(cells.find((text) => text !== '') ?? '');

function readRow(
  cells: readonly string[],
  columns: readonly Heading[],
  hall: Hall,
  kind: ListKind,
): Pick<ListRow, 'fields' | 'faults'> {
  const fields: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  for (const [at, column] of columns.entries()) {
    const text = cells[at] ?? '';
    if (!isColumn(column) || text === '') continue;
    const read = column.read(text, hall);
    if (read.ok) fields[column.key] = read.value;
    else faults.push({ column: column.label, stands: text.slice(0, 60), say: read.problem });
  }
  const name = columnsOf[kind].find(({ key }) => key === nameColumn[kind]);
  const isNameless = name !== undefined && cells[columns.indexOf(name)] === '';
  return {
    fields,
    faults: isNameless
      ? [...faults, { column: name.label, stands: '', say: '这里空着。请写名称；整行没有用的，请删掉。' }]
      : faults,
  };
}
