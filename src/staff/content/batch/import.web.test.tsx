import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Batch, BatchId } from '../../../contract/batch.ts';
import { routes } from '../../../contract/routes.ts';
import { batchOf, importOf } from '../../route/route.ts';
import {
  bianji,
  openTestDesk,
  quietDay,
  sessionOf,
  type TestDesk,
  value,
  type Wire,
} from '../../test-desk.tsx';

let it: TestDesk;
afterEach(() => it.close());

const ID = 'b-0123456789ab' as BatchId;
const batch = (change: Partial<Batch> = {}): Batch =>
  ({
    id: ID,
    kind: 'item',
    fileName: '老目录.xlsx',
    sheet: '目录',
    headerRow: 3,
    by: bianji,
    at: '2026-11-24T01:50:00.000Z',
    state: 'checked',
    whenHere: null,
    total: 10,
    verdicts: { new: 6, here: 2, wrong: 2 },
    outcomes: { waiting: 8, created: 0, revised: 0, skipped: 0, refused: 0, 'taken-back': 0, kept: 0 },
    sendings: { asked: 0, sent: 0, already: 0, refused: 0 },
    sendable: 0,
    unread: ['页数'],
    ...change,
  }) as Batch;

const rows = {
  rows: [
    {
      n: 5,
      title: '关于春耕的通知',
      verdict: 'wrong',
      outcome: 'waiting',
      faults: [{ column: '成文日期', stands: '昨天', say: '要写成 2014-1-24 的样子。' }],
      sending: null,
      why: '',
      isSendable: false,
      entry: null,
    },
  ],
  total: 1,
  page: 1,
  pages: 1,
};

const open = (
  at: Parameters<typeof openTestDesk>[0]['at'],
  wire: Wire,
  role: 'editor' | 'auditor' = 'editor',
) => {
  it = openTestDesk({ at, session: sessionOf(bianji, [role]), wire });
  return it;
};

const rowsAt = (query = '') => `GET ${routes.staff.batchRows(ID)}${query}`;

test('the report says how many are new, here and wrong, and of a wrong row what to write instead', async () => {
  open(batchOf(ID), {
    [`GET ${routes.staff.batch(ID)}`]: () => value(batch()),
    [rowsAt()]: () => value(rows),
    [rowsAt('?show=wrong')]: () => value(rows),
  });
  await expect.element(page.getByText('共 10 行：新的 6，已经有了 2，有错 2')).toBeVisible();
  await expect.element(page.getByText('“昨天”')).toBeVisible();
  await expect.element(page.getByText(/没有读：页数/)).toBeVisible();
  await page.getByLabelText('哪些行').selectOptions('wrong');
  expect(it.href()).toBe(`/staff/import/${ID}?show=wrong`);
});

test('what is here already is skipped, or revised on demand; progress is told until it is done', async () => {
  let now = batch();
  open(batchOf(ID), {
    [`GET ${routes.staff.batch(ID)}`]: () => value(now),
    [rowsAt()]: () => value(rows),
    [`POST ${routes.staff.batchStart(ID)}`]: () => value(now),
  });
  await expect.element(page.getByRole('button', { name: '导入 6 行，都存成草稿' })).toBeVisible();
  await page.getByLabelText('已经有了的 2 行').selectOptions('revise');
  now = batch({ state: 'importing', outcomes: { ...batch().outcomes, waiting: 5, created: 3 } });
  await page.getByRole('button', { name: '导入 8 行，都存成草稿' }).click();
  await expect.element(page.getByText('已导入 3 / 8 行')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '停下' })).toBeVisible();
  expect(it.sent('POST', routes.staff.batchStart(ID))).toEqual([{ whenHere: 'revise' }]);
  now = batch({ state: 'done', outcomes: { ...batch().outcomes, waiting: 0, created: 6, revised: 2 } });
  await expect.element(page.getByText('共 10 行：写成新稿 6，写成新一稿 2，有错没导入 2')).toBeVisible();
});

test('undoing is asked once more, by keyboard alone', async () => {
  const done = batch({ state: 'done', outcomes: { ...batch().outcomes, waiting: 0, created: 8 } });
  const undone = batch({
    state: 'undone',
    outcomes: { ...done.outcomes, created: 0, 'taken-back': 7, kept: 1 },
  });
  open(batchOf(ID), {
    [`GET ${routes.staff.batch(ID)}`]: () => value(done),
    [rowsAt()]: () => value(rows),
    [`POST ${routes.staff.batchUndo(ID)}`]: () => value(undone),
  });
  await expect.element(page.getByRole('button', { name: '撤回这次导入' })).toBeVisible();
  page.getByRole('button', { name: '撤回这次导入' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('dialog', { name: '撤回这次导入？' })).toBeVisible();
  expect(it.sent('POST', routes.staff.batchUndo(ID))).toHaveLength(0);
  await page.getByRole('button', { name: '撤回 8 条' }).click();
  await expect.element(page.getByText(/有 1 条导入以后有人接着改过/)).toBeVisible();
});

const written = (n: number, title: string, why = '') => ({
  ...rows.rows[0],
  n,
  title,
  verdict: 'new',
  outcome: 'created',
  faults: [],
  sending: why === '' ? null : 'refused',
  why,
  isSendable: true,
});

test('drafts are chosen and sent for review together, asked once more; what could not go says why', async () => {
  const done = batch({
    state: 'done',
    outcomes: { ...batch().outcomes, waiting: 0, created: 8 },
    sendable: 8,
  });
  let now = done;
  let list = { ...rows, rows: [written(4, '甲'), written(5, '乙'), written(6, '丙')] };
  open(batchOf(ID), {
    [`GET ${routes.staff.batch(ID)}`]: () => value(now),
    [rowsAt()]: () => value(list),
    [rowsAt('?show=unsent')]: () => value(list),
    [`POST ${routes.staff.batchSend(ID)}`]: () => value(now),
  });
  await expect.element(page.getByRole('button', { name: '全部送审（8 行）' })).toBeVisible();
  await page.getByLabelText('勾选这一页能送审的 3 行').click();
  await page.getByLabelText('送审：第 5 行 乙').click();
  await page.getByRole('button', { name: '送审勾选的 2 行' }).click();
  await expect.element(page.getByRole('dialog', { name: '送审 2 行？' })).toBeVisible();
  await expect.element(page.getByText(/不能成批签/)).toBeVisible();
  expect(it.sent('POST', routes.staff.batchSend(ID))).toEqual([]);
  now = { ...done, state: 'sending', sendings: { asked: 1, sent: 1, already: 0, refused: 0 } };
  await page.getByRole('button', { name: '送审 2 行', exact: true }).click();
  await expect.element(page.getByText('已送审 1 / 2 行')).toBeVisible();
  expect(it.sent('POST', routes.staff.batchSend(ID))).toEqual([{ rows: [4, 6] }]);
  list = { ...rows, rows: [written(6, '丙', '另一位编辑接着改过（第 2 稿）。')] };
  now = { ...done, sendable: 7, sendings: { asked: 0, sent: 1, already: 0, refused: 1 } };
  await expect.element(page.getByText('送审：已送审 1，没能送审 1')).toBeVisible();
  await expect.element(page.getByText('另一位编辑接着改过（第 2 稿）。')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: '只看这 1 行' }))
    .toHaveAttribute('href', `/staff/import/${ID}?show=unsent`);
});

test('a sending that stopped half-way is gone on with', async () => {
  const done = batch({
    state: 'done',
    outcomes: { ...batch().outcomes, waiting: 0, created: 8 },
    sendable: 5,
  });
  let now = { ...done, sendings: { asked: 5, sent: 3, already: 0, refused: 0 } };
  open(batchOf(ID), {
    [`GET ${routes.staff.batch(ID)}`]: () => value(now),
    [rowsAt()]: () => value(rows),
    [`POST ${routes.staff.batchSend(ID)}`]: () => value(now),
  });
  await expect.element(page.getByText(/还有 5 行没送/)).toBeVisible();
  page.getByRole('button', { name: '接着送审剩下的 5 行' }).element().focus();
  now = { ...done, sendable: 0, sendings: { asked: 0, sent: 8, already: 0, refused: 0 } };
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('送审：已送审 8')).toBeVisible();
  expect(it.sent('POST', routes.staff.batchSend(ID))).toEqual([{ rows: 'rest' }]);
});

test('a file that cannot be one is refused before it is sent; one that is wrong, in a sentence', async () => {
  const address = `POST ${routes.staff.batches}?${new URLSearchParams({ kind: 'item', name: 'a.xlsx' })}`;
  open(importOf(), {
    [`GET ${routes.staff.batches}`]: () => value([batch()]),
    [address]: () => ({ problem: { code: 'bad-spreadsheet', say: '这不是 .xlsx 文件，只是名字像。' } }),
  });
  const input = page.getByLabelText(/^选填好的表/);
  await input.upload(new File([], 'a.xlsx'));
  await expect.element(page.getByText('这个文件是空的。请重新选择。')).toBeVisible();
  expect(it.asked.filter(({ method }) => method === 'POST')).toEqual([]);
  await input.upload(new File(['x'], 'a.xlsx'));
  await expect.element(page.getByText('这不是 .xlsx 文件，只是名字像。')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '老目录.xlsx' })).toBeVisible();
});

test('who may only read takes away and brings nothing', async () => {
  open(importOf(), {}, 'auditor');
  await expect.element(page.getByRole('button', { name: '公开目录.xlsx' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '导入', exact: true })).not.toBeInTheDocument();
});

test('in practice lists come and go in one’s own practice hall, and what leaves is named so', async () => {
  const desk = open(importOf(), {
    [`GET ${routes.practice}/today`]: () => value(quietDay),
    [`GET ${routes.practice}/batch`]: () => value([batch()]),
    [`GET ${routes.staff.batches}`]: () => value([]),
  });
  await page.getByRole('button', { name: '练习', exact: true }).click();
  await expect.element(page.getByRole('region', { name: '练习' })).toBeVisible();
  desk.desk.place.go(importOf());
  await expect.element(page.getByText(/练习里导入的，只进练习的内容/)).toBeVisible();
  await expect.element(page.getByRole('link', { name: '老目录.xlsx' })).toBeVisible();
  await page.getByRole('button', { name: '公开目录.xlsx' }).click();
  expect(desk.asked.map(({ path }) => path)).toContain(`${routes.practice}/export/list/item`);
});
