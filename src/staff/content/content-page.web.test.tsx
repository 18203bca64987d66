import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { entryKinds } from '../../contract/entry-name.ts';
import { routes } from '../../contract/routes.ts';
import { contentOf } from '../route/route.ts';
import { bianji, openTestDesk, sessionOf, shenhe, type TestDesk, value } from '../test-desk.tsx';

/** The list of all entries: found, filtered, in order, page by page, each at an address. */

const rows = Array.from({ length: 5_000 }, (_, at) => ({
  id: `item/n${at}`,
  kind: entryKinds[at % entryKinds.length],
  title: `第${at}件公开信息`,
  revision: 1,
  state: at % 2 === 0 ? 'draft' : 'published',
  author: at % 2 === 0 ? bianji : shenhe,
  editedAt: '2026-11-23T02:00:00.000Z',
  publishedRevision: null,
  indexNo: null,
  department: null,
}));
const timeliness = {
  today: '2026-11-24',
  rows: [
    {
      show: 'late',
      of: { kind: 'item', id: 'item/n7', state: 'draft' },
      title: '第7件公开信息',
      department: 'dangzheng',
      formedOn: '2026-10-01',
      publishedOn: null,
      on: '2026-11-01',
      days: 15,
      missingYear: null,
      why: null,
    },
  ],
  progress: [],
  headings: [],
};

let open: TestDesk | undefined;
afterEach(() => open?.close());
const desk = (at = contentOf()): TestDesk => {
  open = openTestDesk({
    at,
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entries}`]: () => value(rows),
      [`GET ${routes.staff.timeliness}`]: () => value(timeliness),
    },
  });
  return open;
};
const bodyRows = () => document.querySelectorAll('table[aria-label="内容"] tbody tr').length;

test('five thousand entries come a hundred at a time, and a letter of a search is quick', async () => {
  const it = desk();
  await expect.element(page.getByText('共 5000 条')).toBeVisible();
  await expect.element(page.getByText('第 1 页，共 50 页')).toBeVisible();
  expect(bodyRows()).toBe(100);
  await expect
    .element(page.getByRole('link', { name: '下一页 ›' }))
    .toHaveAttribute('href', '/staff/content?page=2');
  const from = performance.now();
  await page.getByRole('searchbox').fill('第4999');
  await expect.element(page.getByText('找到 1 条，共 5000 条')).toBeVisible();
  expect(performance.now() - from).toBeLessThan(3_000);
  expect(decodeURIComponent(it.href())).toBe('/staff/content?q=第4999');
});

test('every filter is in the address and begins on the first page', async () => {
  const it = desk({ page: 'content', kind: '', state: '', q: '', number: 3 });
  await expect.element(page.getByText('第 3 页，共 50 页')).toBeVisible();
  await page.getByLabelText('谁写的').selectOptions(`我（${bianji.name}）`);
  await expect.element(page.getByText('找到 2500 条，共 5000 条')).toBeVisible();
  await page.getByLabelText('状态').selectOptions('草稿');
  await page.getByLabelText('先后').selectOptions('按名称');
  expect(it.href()).toBe('/staff/content?state=draft&by=s-bianji&sort=title');
});

test('what is late is asked of the time limits only when somebody filters by it', async () => {
  const it = desk();
  await expect.element(page.getByText('共 5000 条')).toBeVisible();
  expect(it.sent('GET', routes.staff.timeliness)).toEqual([]);
  await page.getByLabelText('时限').selectOptions('已超期');
  await expect.element(page.getByText('找到 1 条，共 5000 条')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '第7件公开信息' })).toBeVisible();
  expect(it.href()).toBe('/staff/content?due=late');
});
