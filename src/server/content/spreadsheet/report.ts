import type { CellFault } from '../../../contract/batch.ts';
import { type BatchRecord, faultyRows } from '../../store/batch.ts';
import type { Db } from '../../store/store.ts';
import type { BookCell } from './book.ts';
import { plainHeading, REPORT_HEADING } from './list-column.ts';
import type { GrowingSheet } from './worker-call.ts';

/** The rows that are wrong, as they stand in the file, with what to write in the last column: to be mended and brought again. */
export function reportSheets(db: Db, batch: BatchRecord): readonly GrowingSheet[] {
  const headings = JSON.parse(batch.headings) as readonly string[];
  // A report that was mended and is wrong again has one such column, not two.
  const kept = headings.flatMap((text, at) =>
    plainHeading(text) === plainHeading(REPORT_HEADING) ? [] : [at],
  );
  const head = kept.map((at): BookCell => ({ text: headings[at] ?? '', tone: 'head' }));
  return [
    {
      name: batch.sheet.slice(0, 28),
      widths: [...kept.map(() => 18), 60],
      frozen: 1,
      parts: rowsOf(db, batch, kept, [...head, { text: REPORT_HEADING, tone: 'needed' }]),
    },
  ];
}

const PART = 200;

async function* rowsOf(
  db: Db,
  batch: BatchRecord,
  kept: readonly number[],
  head: readonly BookCell[],
): AsyncGenerator<readonly (readonly BookCell[])[]> {
  yield [head];
  for (let after = 0; ; ) {
    const rows = await faultyRows(db, batch.id, after, PART);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => {
      const cells = JSON.parse(row.cells) as readonly string[];
      const faults = JSON.parse(row.faults) as readonly CellFault[];
      const told = faults.map(
        ({ column, stands, say }) => `${column}${stands === '' ? '' : `“${stands}”`}：${say}`,
      );
      return [
        ...kept.map((at): BookCell => ({ text: cells[at] ?? '' })),
        { text: `原第 ${row.n} 行\n${told.join('\n')}`, tone: 'wrong' as const },
      ];
    });
    after = last.n;
  }
}
