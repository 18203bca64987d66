import { expect, test } from 'vitest';
import type { EntryRow } from '../../contract/desk.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import { reviewStates } from '../../contract/review.ts';
import { authorsOf, type EntryFilter, filterEntries, pageOf, ROWS_PER_PAGE } from './entry-list.ts';

/** Five thousand entries, as a county's import brings them. */
const rows = Array.from({ length: 5_000 }, (_, at) => ({
  id: `item/n${at}`,
  kind: entryKinds[at % entryKinds.length],
  title: `第${at}件公开信息`,
  revision: 1,
  state: reviewStates[at % reviewStates.length],
  author: at % 3 === 0 ? null : { id: at % 3 === 1 ? 's-mei' : 's-ning', name: at % 3 === 1 ? '梅' : '宁' },
  editedAt: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
  publishedRevision: null,
  indexNo: at === 7 ? '220821203/2026-00007' : null,
  department: at % 2 === 0 ? 'dangzheng' : null,
})) as unknown as readonly EntryRow[];

const all: EntryFilter = { kind: '', state: '', q: '' };
const ids = (filter: Partial<EntryFilter>, due?: ReadonlySet<never>) =>
  filterEntries(rows, { ...all, ...filter }, due).map(({ id }) => id);

test('filters go together', () => {
  expect(ids({ q: '２０２６-00007' })).toEqual(['item/n7']);
  expect(ids({ department: 'dangzheng' })).toHaveLength(2_500);
  expect(ids({ by: 's-mei' })).toHaveLength(1_667);
  expect(ids({ by: 'import' })).toHaveLength(1_667);
  expect(ids({ by: 's-mei', department: 'dangzheng', state: 'submitted', q: '第1' }).length).toBeGreaterThan(
    0,
  );
  expect(ids({}, new Set(['item/n3', 'item/n9'] as never[]))).toHaveLength(2);
});

test('orders', () => {
  expect(ids({ sort: 'edited' })[0]).toBe('item/n4999');
  expect(ids({ sort: 'state' })[0]).toMatch(/^item/);
  const kinds = filterEntries(rows, all).map(({ kind }) => entryKinds.indexOf(kind));
  expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
});

test('oneself stands first among the authors, imports last', () => {
  expect(authorsOf(rows, 's-ning')).toEqual([
    ['s-ning', '我（宁）'],
    ['s-mei', '梅'],
    ['import', '导入'],
  ]);
});

test('a page holds a hundred, and a page that there is not is the last', () => {
  expect(pageOf(rows, 2)).toMatchObject({ page: 2, pages: 50 });
  expect(pageOf(rows, 2).shown[0]?.id).toBe(`item/n${ROWS_PER_PAGE}`);
  expect(pageOf(rows, 99).page).toBe(50);
  expect(pageOf([], 1)).toEqual({ page: 1, pages: 1, shown: [] });
});

test('a letter more in the search puts no title into its searched form anew', () => {
  let reads = 0;
  const counted = rows.slice(0, 50).map((row) => ({
    ...row,
    get indexNo() {
      reads += 1;
      return row.indexNo;
    },
  }));
  filterEntries(counted, { ...all, q: '公' });
  expect(reads).toBeGreaterThanOrEqual(counted.length);
  const before = reads;
  expect(filterEntries(counted, { ...all, q: '公开' })).toHaveLength(50);
  expect(reads).toBe(before);
});
