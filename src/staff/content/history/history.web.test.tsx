import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import { historyOf } from '../../route/route.ts';
import {
  bianji,
  openTestDesk,
  problem,
  sessionOf,
  shenhe,
  type TestDesk,
  value,
  type Wire,
} from '../../test-desk.tsx';
import { promise, promiseDetail } from '../test-entry.ts';

/** What was saved is read, compared and brought back; what was given up is gone on with. */

const ID = promise.id as never;
const { staff } = routes;
const at = '2026-11-23T02:00:00.000Z';
const act = (move: string, by: object, more: object = {}) => ({
  move,
  by,
  at,
  note: null,
  aspects: [],
  findings: 0,
  isException: false,
  snapshot: null,
  ...more,
});
const past = {
  title: promise.title,
  revision: 4,
  publishedRevision: 3,
  rows: [
    { revision: 4, by: bianji, at, changed: ['summary'], acts: [act('edit', bianji)] },
    {
      revision: 3,
      by: bianji,
      at,
      changed: ['title', 'summary'],
      acts: [
        act('edit', bianji, { note: '恢复自第 1 稿。' }),
        act('return', shenhe, { note: '写全称' }),
        act('publish', shenhe, { snapshot: 12 }),
      ],
    },
    { revision: 1, by: null, at, changed: null, acts: [] },
  ],
};
const revision = (n: number, text: object, faults: object[] = []) => ({
  revision: n,
  by: bianji,
  at,
  text: { ...promise, ...text },
  faults,
});

let open: TestDesk | undefined;
const desk = (
  wire: Wire = {},
  from = '',
  to = '',
  roles: readonly ('editor' | 'reviewer')[] = ['editor'],
) => {
  open = openTestDesk({
    at: historyOf(ID, { from, to }),
    session: sessionOf(bianji, roles),
    wire: {
      [`GET ${staff.entryHistory(ID)}`]: () => value(past),
      [`GET ${staff.pastWritings(ID)}`]: () => value([]),
      [`GET ${staff.entryRevision(ID, 1)}`]: () => value(revision(1, { summary: '最早写的。' })),
      [`GET ${staff.entryRevision(ID, 3)}`]: () => value(revision(3, { summary: '后来写的。' })),
      [`GET ${staff.entry(ID)}`]: () => value(promiseDetail({ state: 'draft' })),
      ...wire,
    },
  });
  return open;
};
afterEach(() => open?.close());

test('every revision says who, when, what changed and what happened to it', async () => {
  desk();
  const row = page.getByRole('row', { name: /^第 3 稿/ });
  await expect.element(row).toHaveTextContent('改了 2 项：名称、一句话说明');
  await expect.element(row).toHaveTextContent('屏幕上的');
  await expect.element(row).toHaveTextContent('恢复自第 1 稿。');
  await expect.element(row).toHaveTextContent('写全称');
  await expect.element(row).toHaveTextContent('发布（第 12 版）');
  await expect.element(page.getByRole('row', { name: /^第 1 稿/ })).toHaveTextContent('导入');
});

test('two revisions stand beside each other at an address that can be sent', async () => {
  desk();
  const link = page.getByRole('link', { name: '和前一稿比：第 3 稿和第 1 稿' });
  await expect.element(link).toHaveAttribute('href', `/staff/content/${promise.id}/history?from=1&to=3`);
  open?.close();
  const it = desk({}, '1', '3');
  const change = page.getByRole('row', { name: /一句话说明/ });
  await expect.element(change).toHaveTextContent('最早写的。');
  await expect.element(change).toHaveTextContent('后来写的。');
  await page.getByLabelText('拿哪一稿比').selectOptions('');
  expect(it.href()).toBe(`/staff/content/${promise.id}/history?to=3`);
  await expect.element(page.getByText('后来写的。')).toBeVisible();
  await expect.element(page.getByText('最早写的。')).not.toBeInTheDocument();
});

test('English that changed is named in the list and stands beside the old', async () => {
  const english = (n: number, en: object) => ({
    [`GET ${staff.entryRevision(ID, n)}`]: () => value(revision(n, { en })),
  });
  const rows = past.rows.map((row) => (row.revision === 3 ? { ...row, changed: ['en'] } : row));
  const listed = { [`GET ${staff.entryHistory(ID)}`]: () => value({ ...past, rows }) };
  desk(listed);
  await expect.element(page.getByRole('row', { name: /^第 3 稿/ })).toHaveTextContent('改了 1 项：英文');
  open?.close();
  desk(
    { ...listed, ...english(1, { 服务承诺: 'Our promise' }), ...english(3, { 服务承诺: 'What we promise' }) },
    '1',
    '3',
  );
  await expect
    .element(page.getByRole('row', { name: /^英文：服务承诺/ }))
    .toHaveTextContent('英文：服务承诺Our promiseWhat we promise');
});

test('restoring says what follows and who is writing, and leads to the new draft', async () => {
  const it = desk(
    {
      [`GET ${staff.writing(ID)}`]: () =>
        value({ mine: null, others: [{ by: shenhe, savedAt: '2026-11-24T01:30:00.000Z' }] }),
      [`POST ${staff.entryRestoration(ID)}`]: () => value(promiseDetail({ revision: 5, state: 'draft' })),
    },
    '',
    '1',
  );
  await page.getByRole('button', { name: '恢复第 1 稿' }).click();
  await expect.element(page.getByText(/要重新送审、发布，屏幕才变/)).toBeVisible();
  await expect.element(page.getByText(/李国强（示例）（今天 09:30）正在写这一条/)).toBeVisible();
  await page.getByRole('button', { name: '恢复成新的一稿' }).click();
  await expect.poll(() => it.href()).toBe(`/staff/content/${promise.id}`);
  expect(it.sent('POST', staff.entryRestoration(ID))).toEqual([{ from: 1, basedOn: 4 }]);
});

test('a colleague who saved meanwhile is named, and nothing is restored', async () => {
  desk(
    {
      [`POST ${staff.entryRestoration(ID)}`]: () =>
        problem({ code: 'edited-meanwhile', by: shenhe.name, revision: 5 }),
    },
    '',
    '1',
  );
  await page.getByRole('button', { name: '恢复第 1 稿' }).click();
  await page.getByRole('button', { name: '恢复成新的一稿' }).click();
  await expect.element(page.getByText(/李国强（示例） 刚刚改过这一条/)).toBeVisible();
});

test('what does not fit today is named, and opens in the editor with its faults', async () => {
  const old = revision(1, { summary: '' }, [{ path: 'summary', say: '这里不能空着。' }]);
  const it = desk({ [`GET ${staff.entryRevision(ID, 1)}`]: () => value(old) }, '', '1');
  await expect.element(page.getByText('一句话说明：这里不能空着。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: '恢复第 1 稿' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: '放进编辑器里改' }).click();
  await expect.element(page.getByLabelText('一句话说明')).toHaveValue('');
  await expect.element(page.getByText(/有 1 处要改好才能存成一稿/)).toBeVisible();
  expect(it.desk.memory.take(`内容 ${promise.id}`)).toMatchObject({ basedOn: 4, mine: { summary: '' } });
});

test('what was typed and given up is gone on with, and what is being written is given up first', async () => {
  const row = { n: 7, savedAt: '2026-11-24T01:00:00.000Z', basedOn: 4, changed: ['summary'] };
  const it = desk({
    [`GET ${staff.pastWritings(ID)}`]: () => value([row]),
    [`GET ${staff.pastWriting(ID, 7)}`]: () =>
      value({ ...row, text: { ...promise, summary: '早上写的。' }, base: promise }),
  });
  await page.getByRole('button', { name: '找回今天 09:00写的' }).click();
  await expect.element(page.getByLabelText('一句话说明')).toHaveValue('早上写的。');
  expect(it.sent('DELETE', staff.writing(ID))).toHaveLength(1);
});

test('what cannot be put aside is not replaced', async () => {
  const row = { n: 7, savedAt: '2026-11-24T01:00:00.000Z', basedOn: 4, changed: ['summary'] };
  const it = desk({
    [`GET ${staff.pastWritings(ID)}`]: () => value([row]),
    [`GET ${staff.pastWriting(ID, 7)}`]: () => value({ ...row, text: promise, base: promise }),
    [`DELETE ${staff.writing(ID)}`]: () => 'silence',
  });
  await page.getByRole('button', { name: '找回今天 09:00写的' }).click();
  await expect.element(page.getByText('没有找回。')).toBeVisible();
  expect(it.href()).toBe(`/staff/content/${promise.id}/history`);
});

test('who only reads sees and compares, and brings nothing back', async () => {
  const it = desk({}, '', '1', ['reviewer']);
  await expect.element(page.getByText('最早写的。')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /恢复/ })).not.toBeInTheDocument();
  expect(it.sent('GET', staff.pastWritings(ID))).toEqual([]);
});
