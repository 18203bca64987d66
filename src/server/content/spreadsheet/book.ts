import { cut } from '../../../contract/cut.ts';

/** A spreadsheet to be written. Every text is a text: what begins with = + - @ is never a formula of it. */

export type Tone = 'head' | 'needed' | 'example' | 'wrong' | 'told';

export interface BookCell {
  readonly text: string;
  readonly tone?: Tone;
  /** `2014-01-24` becomes a date that sorts and filters as one. */
  readonly isDay?: true;
}

export interface BookSheet {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay while one scrolls. */
  readonly frozen: number;
  readonly rows: readonly (readonly (BookCell | string)[])[];
}

export type Book = readonly BookSheet[];

const INK = '#1f2a26';
const styles = {
  head: { fontWeight: 'bold', backgroundColor: '#dfe9e4', textColor: INK },
  needed: { fontWeight: 'bold', backgroundColor: '#125646', textColor: '#ffffff' },
  example: { textColor: '#6b6f6a', fontStyle: 'italic', backgroundColor: '#f6f3ea' },
  wrong: { backgroundColor: '#fbe6dc', textColor: '#7a2a10' },
  told: { textColor: '#4c5651' },
} as const satisfies Record<Tone, object>;

const shared = { wrap: true, alignVertical: 'top' } as const;

/** A cell of Excel holds so many characters. */
const MOST_CHARACTERS = 32_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const cellOf = (cell: BookCell | string) => {
  const { text, tone, isDay } = typeof cell === 'string' ? { text: cell } : (cell as BookCell);
  const style = { ...shared, ...(tone === undefined ? {} : styles[tone]) };
  if (text === '') return tone === undefined ? null : { ...style };
  return isDay === true && DAY.test(text)
    ? { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', ...style }
    : { value: cut(text, MOST_CHARACTERS), type: String, ...style };
};

/** Takes a second for five thousand rows: the worker's work. */
export async function bytesOfBook(book: Book): Promise<Uint8Array> {
  const { default: writeXlsx } = await import('write-excel-file/universal');
  const sheets = book.map(({ name, widths, frozen, rows }) => ({
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: frozen,
    data: rows.map((row) => row.map(cellOf)),
  }));
  const blob = await writeXlsx(sheets as Parameters<typeof writeXlsx>[0], {
    fontFamily: '微软雅黑',
    fontSize: 11,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
