import { expect, test } from 'vitest';
import { day } from '../../../contract/day-schema.ts';
import type { Digest, TimelinessRow } from '../../../contract/desk-timeliness.ts';
import { digestSheetOf, weekInWords } from './digest-of.ts';

const NOW_MS = Date.parse('2026-11-24T02:00:00.000Z');
const hall = {
  hallName: '试验乡便民服务大厅',
  departments: [
    { id: 'minzheng', name: '民政办' },
    { id: 'linye', name: '林业站' },
  ],
};
const row = (show: TimelinessRow['show'], days: number, title: string): TimelinessRow => ({
  show,
  of: { kind: 'due-item', id: 'd-aaaaaa' as never, by: null },
  title,
  department: 'minzheng',
  formedOn: day('2026-10-20'),
  publishedOn: null,
  on: day('2026-11-26'),
  days,
  missingYear: null,
  why: show === 'expiring' ? 'period' : null,
});
const digest = (rows: readonly TimelinessRow[]): Digest => ({
  from: day('2026-11-23'),
  until: day('2026-11-29'),
  today: day('2026-11-24'),
  rows: [...rows],
  published: [
    { id: 'item/a' as never, title: '公开了', department: 'linye', on: day('2026-11-24'), note: null },
  ],
  returned: [],
  urgent: [],
});

test('late and nearly due stand first, the rest comes after, each once', () => {
  const rows = [
    row('late', 3, '甲'),
    row('soon', 2, '乙'),
    row('soon', 4, '丙'),
    row('running', 9, '丁'),
    row('expiring', 8, '戊'),
  ];
  const sheet = digestSheetOf(digest(rows), hall, NOW_MS);
  const [urgent, coming, returned, published] = sheet.lists.map(({ lines }) =>
    lines.map(({ title }) => title),
  );
  expect([urgent, coming, returned, published]).toEqual([['甲', '乙'], ['丙', '戊'], [], ['公开了']]);
  expect(sheet.lists[0]?.lines[0]?.say).toBe('超 3 个工作日，最晚 11月26日，还没有写');
});

test('what went out urgently and still owes its review stands after the urgent, and nowhere in a quiet week', () => {
  const titles = (it: Digest): readonly string[] =>
    digestSheetOf(it, hall, NOW_MS).lists.map(({ title }) => title);
  expect(titles(digest([]))).not.toContain('紧急发布，等补审');
  const owed = { id: 'page/a' as never, title: '停水', department: '', on: day('2026-11-23'), note: '汛情' };
  const sheet = digestSheetOf({ ...digest([]), urgent: [owed] }, hall, NOW_MS);
  expect(sheet.lists[1]).toMatchObject({
    title: '紧急发布，等补审',
    lines: [{ title: '停水', department: '全大厅', say: '11月23日（周一）发布：汛情' }],
  });
});

test('departments add up to the total; those without anything are named', () => {
  const sheet = digestSheetOf(digest([row('late', 3, '甲'), row('soon', 4, '丙')]), hall, NOW_MS);
  expect(sheet.departments).toEqual([
    { name: '民政办', counts: [1, 1, 0, 0, 0] },
    { name: '林业站', counts: [0, 0, 1, 0, 0] },
  ]);
  expect(sheet.total).toEqual([1, 1, 1, 0, 0]);
  expect(digestSheetOf(digest([]), hall, NOW_MS).quiet).toEqual(['民政办']);
});

test('what paper has no room for is told by number', () => {
  const many = Array.from({ length: 40 }, (_, at) => row('late', at, `第 ${at} 件`));
  const [urgent] = digestSheetOf(digest(many), hall, NOW_MS).lists;
  expect((urgent?.lines.length ?? 0) + (urgent?.rest ?? 0)).toBe(40);
  expect(urgent?.lines.length).toBeLessThan(20);
});

test('the period in words, also over a new year', () => {
  expect(weekInWords(day('2026-11-23'))).toBe('2026年11月23日（周一）至11月29日（周日）');
  expect(weekInWords(day('2026-12-28'))).toBe('2026年12月28日（周一）至2027年1月3日（周日）');
});
