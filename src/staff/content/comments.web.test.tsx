import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, shenhe, type TestDesk, value } from '../test-desk.tsx';
import { promise, promiseDetail } from './test-entry.ts';

/** What reviewers say stands beside the fields while the author works. */

const ID = promise.id as never;
const at = '2026-11-24T01:30:00.000Z';
const asked = { n: 3, by: shenhe, at, revision: 4, text: '电话再核对一下', answers: null, done: null };
const answer = { n: 4, by: bianji, at, revision: 4, text: '核对过了', answers: 3, done: null };
const returned = {
  move: 'return',
  by: shenhe,
  at,
  note: '写全称',
  revision: 4,
  isException: false,
  aspects: [],
  findings: 0,
};
const detail = (part: object = {}) =>
  promiseDetail({ state: 'returned', history: [returned], comments: [asked], ...part });

let open: TestDesk | undefined;
const desk = (first: object, wire = {}) => {
  open = openTestDesk({
    at: { page: 'entry', id: ID },
    session: sessionOf(bianji, ['editor']),
    wire: { [`GET ${routes.staff.entry(promise.id)}`]: () => value(first), ...wire },
  });
  return open;
};
afterEach(() => open?.close());

test('the reason of a return stands above the fields until it is sent again', async () => {
  desk(detail());
  await expect.element(page.getByText('李国强（示例） 今天 09:30 退回了第 4 稿：')).toBeVisible();
  await expect.element(page.getByText('写全称').first()).toBeVisible();
  await page.getByRole('link', { name: '1 条商量没办完' }).click();
  await expect.element(page.getByRole('heading', { name: '商量' })).toHaveFocus();
  open?.close();
  const submitted = { ...returned, move: 'submit', by: bianji, note: null };
  desk(detail({ state: 'submitted', history: [submitted, returned], comments: [] }));
  await expect.element(page.getByLabelText('一句话说明')).toBeVisible();
  await expect.element(page.getByText(/退回了第 4 稿/)).not.toBeInTheDocument();
});

test('a comment is answered and done while what is typed stays', async () => {
  const it = desk(detail(), {
    [`POST ${routes.staff.entryComment(promise.id)}`]: () => value(detail({ comments: [answer, asked] })),
    [`PUT ${routes.staff.commentDone(promise.id, 3)}`]: () =>
      value(detail({ comments: [answer, { ...asked, done: { by: bianji, at } }] })),
  });
  await page.getByLabelText('一句话说明').fill('改到一半。');
  await page.getByRole('button', { name: '回复李国强（示例）：电话再核对一下' }).click();
  await expect.element(page.getByLabelText('回复李国强（示例）', { exact: true })).toHaveFocus();
  await page.getByLabelText('回复李国强（示例）', { exact: true }).fill('核对过了');
  await page.getByRole('button', { name: '发给同事' }).first().click();
  await expect.element(page.getByText('核对过了')).toBeVisible();
  expect(it.sent('POST', routes.staff.entryComment(promise.id))).toEqual([{ text: '核对过了', answers: 3 }]);
  await page.getByRole('button', { name: '办好了：电话再核对一下' }).click();
  await expect.element(page.getByText('提的都办好了。')).toBeVisible();
  await expect.element(page.getByText('办好的 1 条')).toBeVisible();
  expect(it.sent('PUT', routes.staff.commentDone(promise.id, 3))).toEqual([{ isDone: true }]);
  await expect.element(page.getByLabelText('一句话说明')).toHaveValue('改到一半。');
});
