import type { Block, Inline } from '../../../contract/text.ts';
import { attribute, type Element, isElement, type Node } from './html-tree.ts';
import { inlinesOfHtml } from './inlines-of-html.ts';

/** A table of a document as ours: a head and rows of one width. A cell that spans rows is read in each of them. */

type Table = Extract<Block, { type: 'table' }>;
type Cell = readonly Inline[];

const MOST_COLUMNS = 20;
const MOST_ROWS = 2_000;

const rowsOf = (nodes: readonly Node[]): readonly Element[] =>
  nodes.filter(isElement).flatMap((each) => {
    if (each.tagName === 'tr') return [each];
    // A table in a cell is that cell's own.
    return ['thead', 'tbody', 'tfoot'].includes(each.tagName) ? rowsOf(each.childNodes) : [];
  });

export const cellsOf = (row: Element): readonly Element[] =>
  row.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th');

const spanOf = (cell: Element, name: 'colspan' | 'rowspan', most: number): number => {
  const span = Number.parseInt(attribute(cell, name), 10);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
};

interface Reaching {
  readonly cell: Cell;
  left: number;
}

const rowCells = (row: Element, reaching: Map<number, Reaching>): Cell[] => {
  const out: Cell[] = [];
  const fillFromAbove = (): void => {
    for (let above = reaching.get(out.length); above !== undefined; above = reaching.get(out.length)) {
      above.left -= 1;
      if (above.left === 0) reaching.delete(out.length);
      out.push(above.cell);
    }
  };
  for (const cell of cellsOf(row)) {
    fillFromAbove();
    if (out.length >= MOST_COLUMNS) break;
    const content = inlinesOfHtml(cell.childNodes);
    const rows = spanOf(cell, 'rowspan', MOST_ROWS);
    const columns = spanOf(cell, 'colspan', MOST_COLUMNS - out.length);
    for (let column = 0; column < columns; column += 1) {
      const its: Cell = column === 0 ? content : [];
      if (rows > 1) reaching.set(out.length, { cell: its, left: rows - 1 });
      out.push(its);
    }
  }
  fillFromAbove();
  return out.slice(0, MOST_COLUMNS);
};

const padded = (row: readonly Cell[], width: number): Inline[][] =>
  Array.from({ length: width }, (_, at) => [...(row[at] ?? [])]);

/** null when it has no words at all. */
export const tableOfHtml = (table: Element): Table | null => {
  const reaching = new Map<number, Reaching>();
  const rows = rowsOf(table.childNodes)
    .slice(0, MOST_ROWS + 1)
    .map((row) => rowCells(row, reaching))
    .filter((row) => row.some((cell) => cell.length > 0));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...rest] = rows;
  if (head === undefined) return null;
  return { type: 'table', head: padded(head, width), rows: rest.map((row) => padded(row, width)) };
};

/** A frame around text, as Word and web pages use it: one cell, nothing to compare. */
export const soleCellOf = (table: Element): Element | null => {
  const rows = rowsOf(table.childNodes);
  const cells = rows.flatMap(cellsOf);
  return cells.length === 1 ? (cells[0] ?? null) : null;
};
