import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { auditOf } from '../route/route.ts';
import { bianji, openTestDesk, problem, sessionOf, shenhe, type TestDesk, value } from '../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const { audit, auditCheck } = routes.staff;
const row = {
  n: 120,
  at: '2026-11-24T01:12:00.000Z',
  by: bianji,
  act: 'content.submit',
  object: 'guide/pension-claim',
  name: '领养老金',
  detail: { revision: 3, secrecyChecked: false },
};
const shown = {
  rows: [
    row,
    { ...row, n: 119, by: null, act: 'machine.enrol', object: 'm-a2a2a2a2', name: 'A2', detail: {} },
  ],
  total: 120,
  page: 1,
  pages: 3,
  people: [bianji, shenhe],
};

const open = (at = auditOf()) => {
  it = openTestDesk({
    at,
    session: sessionOf(shenhe, ['auditor']),
    wire: {
      [`GET ${audit}`]: () => value(shown),
      [`GET ${audit}?by=s-bianji`]: () => value({ ...shown, total: 60, pages: 2 }),
      [`GET ${audit}?by=s-bianji&act=content.submit`]: () =>
        value({ ...shown, rows: [], total: 0, pages: 1 }),
      [`GET ${audit}?page=2`]: () => value({ ...shown, rows: [{ ...row, n: 70 }], page: 2 }),
    },
  });
  return it;
};
const line = (name: string | RegExp) => page.getByRole('row', { name });

test('the record in words, narrowed by an address', async () => {
  const desk = open();
  await expect
    .element(line(/^120/))
    .toHaveTextContent('120今天 09:12王晓梅（示例）送审办事指南 领养老金第 3 稿');
  await expect.element(line(/^119/)).toHaveTextContent('系统自动屏幕登记机器 A2');
  await page.getByRole('combobox', { name: '谁' }).selectOptions('王晓梅（示例）');
  await expect.element(page.getByText('共 60 条')).toBeVisible();
  expect(desk.href()).toBe('/staff/audit?by=s-bianji');
  await page.getByRole('combobox', { name: '做了什么' }).selectOptions('送审');
  await expect.element(page.getByText(/^没有符合的记录/)).toBeVisible();
});

test('comes by pages, each with an address', async () => {
  open();
  const nav = page.getByRole('navigation', { name: '翻页' });
  await expect.element(nav).toHaveTextContent('第 1 页，共 3 页');
  await expect
    .element(nav.getByRole('link', { name: '较早的 ›', exact: true }))
    .toHaveAttribute('href', '/staff/audit?page=2');
  it?.close();
  open(auditOf({ number: 2 }));
  await expect.element(line(/^70/)).toBeVisible();
  await expect.element(nav.getByRole('link', { name: '‹ 较新的' })).toHaveAttribute('href', '/staff/audit');
});

test('the chain is verified on the spot, and what was found is said', async () => {
  const desk = open();
  desk.wire[`GET ${auditCheck}`] = () => problem({ code: 'unexpected' });
  const check = page.getByRole('button', { name: '核对记录是否完整' });
  await check.click();
  await expect.element(page.getByText('没有核对成。')).toBeVisible();
  desk.wire[`GET ${auditCheck}`] = () => value({ count: 120, firstBroken: null, head: 'h'.repeat(43) });
  await check.click();
  await expect.element(page.getByText('共 120 条，全部完整。')).toBeVisible();
  desk.wire[`GET ${auditCheck}`] = () => value({ count: 120, firstBroken: 17, head: null });
  await check.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('从第 17 条起不完整。');
});
