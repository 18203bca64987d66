import type { ListKind } from '../../../contract/batch.ts';
import type { Column } from './column.ts';
import { guideColumns } from './guide-column-table.ts';
import { itemColumns } from './item-column-table.ts';

/** Which columns a list has. */
export const columnsOf: Readonly<Record<ListKind, readonly Column[]>> = {
  item: itemColumns,
  guide: guideColumns,
};

/** The column by which a row is called. */
export const nameColumn = { item: 'title', guide: 'officialName' } as const satisfies Record<
  ListKind,
  string
>;

/** Columns that people keep and nobody reads: the number of the row, and what a report said of it. */
export const NUMBER_HEADING = '序号';
export const REPORT_HEADING = '要改什么（改好后不用管这一列）';
/** What an export tells and an import does not take. */
export const toldHeadings = ['状态', '屏幕上', '公开期限', '是否按时', '短名', '最后修改', '种类'] as const;

/** A heading without what decorates it: blanks, stars, brackets. */
export const plainHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：。、]/g, '');

const passed: ReadonlySet<string> = new Set(
  [NUMBER_HEADING, '编号', 'No', 'NO', REPORT_HEADING, ...toldHeadings].map(plainHeading),
);

/** `passed`: known, and not read. */
export const columnCalled = (kind: ListKind, heading: string): Column | 'passed' | null => {
  const plain = plainHeading(heading);
  if (plain === '') return null;
  if (passed.has(plain)) return 'passed';
  return (
    columnsOf[kind].find((column) => plainHeading(column.label) === plain) ??
    columnsOf[kind].find((column) => column.alsoCalled?.includes(plain)) ??
    null
  );
};
