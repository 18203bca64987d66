import { type ListKind, listInWords } from '../../../contract/batch.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { BookCell } from './book.ts';
import type { Column } from './column.ts';
import { columnsOf, NUMBER_HEADING } from './list-column.ts';
import type { GrowingSheet } from './worker-call.ts';

/** An empty list to be filled, and beside it what each column takes and why. */
export function templateSheets(kind: ListKind, hall: Hall): readonly GrowingSheet[] {
  const columns = columnsOf[kind];
  const example = columns.map((column): BookCell => ({ text: exampleOf(column, hall), tone: 'example' }));
  return [
    {
      name: listInWords[kind],
      widths: [8, ...columns.map(({ width }) => width)],
      frozen: 1,
      parts: [[headRow(columns), [{ text: '示例', tone: 'example' }, ...example]]],
    },
    {
      name: '填写说明',
      widths: [20, 8, 70, 70],
      frozen: 1,
      parts: [[aboutHead, ...columns.map((column) => aboutRow(column, hall)), ...notes.map(noteRow)]],
    },
  ];
}

/** As an import reads them and an export writes them; a star where a new entry cannot do without. */
export const headRow = (columns: readonly Column[]): readonly BookCell[] => [
  { text: NUMBER_HEADING, tone: 'head' },
  ...columns.map(
    ({ label, isNeeded }): BookCell =>
      isNeeded === true ? { text: `${label}*`, tone: 'needed' } : { text: label, tone: 'head' },
  ),
];

const exampleOf = ({ key, example }: Column, hall: Hall): string => {
  if (/(?:^|\.)department$/.test(key)) return hall.departments[0]?.name ?? '';
  if (key === 'category') return hall.categories[0]?.label ?? '';
  return key === 'publisher' ? hall.government : example;
};

const aboutHead: readonly BookCell[] = ['列名', '必填', '怎么填、为什么', '只能写'].map((text) => ({
  text,
  tone: 'head',
}));

const aboutRow = (column: Column, hall: Hall): readonly BookCell[] => [
  { text: column.label },
  { text: column.isNeeded === true ? '必填' : '' },
  { text: column.rule },
  { text: column.allowed?.(hall).join('、') ?? '' },
];

const notes: readonly string[] = [
  '从第 3 行开始填，一行一条。“示例”那一行不会导入，可以删掉。',
  '列的先后可以改，用不到的列可以删；表头上面可以有标题。列名写成常见的别名也认得，例如“标题”“发文字号”“发布日期”。',
  '日期写成 2014-1-24、2014年1月24日、2014.01.24、20140124 都可以。',
  '导入的都是草稿，照常送审、签发以后才发布（先审查、后公开，条例第十七条）。导入以后可以整批撤回。',
];

const noteRow = (text: string): readonly BookCell[] => [{ text: '' }, { text: '' }, { text, tone: 'told' }];
