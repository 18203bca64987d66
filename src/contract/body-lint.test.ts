import { expect, test } from 'vitest';
import { isPublicity, lintBody, lintItem } from './body-lint.ts';

const said = (block: object): readonly string[] => lintBody({ body: [block] }).map(({ say }) => say);

test('the words for who cannot see a picture say what it shows', () => {
  for (const alt of ['图片', '图1', 'image', 'IMG_2031.jpg', '微信图片_20261101', '照片 (2)', '大厅.png'])
    expect(said({ type: 'image', alt }), alt).toHaveLength(1);
  for (const alt of ['大厅的 3 号窗口，门在左边', '低保申请表，姓名写在第一行'])
    expect(said({ type: 'image', alt }), alt).toEqual([]);
});

const cell = (text: string) => (text === '' ? [] : [{ type: 'text', text }]);
const table = (head: readonly string[], ...rows: readonly (readonly string[])[]) => ({
  type: 'table',
  head: head.map(cell),
  rows: rows.map((row) => row.map(cell)),
});

test.each([
  ['filled', table(['姓名', '村'], ['张三（示例）', '']), []],
  ['empty', table(['', ''], ['', ' ']), ['这张表是空的。请填上，或者删掉。']],
  ['of headings alone', table(['姓名', '村'], ['', '']), ['这张表只有表头。请填上，或者删掉。']],
  ['with no row at all', table(['姓名']), ['这张表只有表头。请填上，或者删掉。']],
  [
    'without headings',
    table(['', ''], ['张三（示例）', '乌兰吐村']),
    ['这张表没有表头，不知道每一列是什么。请在第一行写上每一列的名称。'],
  ],
])('a table %s', (_, block, says) => expect(said(block)).toEqual(says));

test('a 公示 has a period, by its genre or by its name', () => {
  for (const title of ['2026年10月新增农村低保对象公示', '拟发放补贴公示名单', '公示（第二批）'])
    expect(isPublicity({ title, genre: '通知' }), title).toBe(true);
  expect(isPublicity({ title: '关于做好公示工作的通知', genre: '通知' })).toBe(false);
  const item = { title: '低保名单', genre: '公示' };
  expect(lintItem(item).map(({ path }) => path)).toEqual(['period']);
  expect(lintItem({ ...item, period: { from: '2026-11-01', until: '2026-11-08' } })).toEqual([]);
});
