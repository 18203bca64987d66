import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../../contract/account.ts';
import { routes } from '../../../contract/routes.ts';
import { headingIds } from '../../../contract/standard-catalogue.ts';
import { type Route, timelinessOf } from '../../route/route.ts';
import {
  bianji,
  openTestDesk,
  problem,
  sessionOf,
  type TestDesk,
  value,
  type Wire,
} from '../../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const row = {
  show: 'late',
  of: { kind: 'due-item', id: 'd-aaaaaa', by: bianji },
  title: '三季度低保名单',
  department: 'minzheng',
  formedOn: '2026-10-20',
  publishedOn: null,
  on: '2026-11-17',
  days: 5,
  missingYear: null,
  why: null,
};
const board = {
  today: '2026-11-24',
  rows: [
    row,
    {
      ...row,
      show: 'soon',
      of: { kind: 'item', id: 'item/plan', state: 'submitted' },
      title: '防汛预案',
      department: 'yingji',
      on: '2026-11-27',
      days: 3,
    },
  ],
  headings: headingIds.map((id) => ({
    id,
    thisYear: id === '20-7' ? 1 : 0,
    lastOn: id === '20-12' ? '2025-06-01' : null,
  })),
};

const open = (at: Route, roles: readonly Role[], wire: Wire = {}) => {
  it = openTestDesk({
    at,
    session: sessionOf(bianji, roles),
    wire: { [`GET ${routes.staff.timeliness}`]: () => value(board), ...wire },
  });
  return it;
};

test('each number leads to its list, and the list is an address', async () => {
  const desk = open(timelinessOf(), ['auditor']);
  const late = page.getByRole('link', { name: 'minzheng，已超期 1 条' });
  await expect.element(late).toHaveAttribute('href', '/staff/timeliness?show=late&department=minzheng');
  await page.getByLabelText('情况').selectOptions('快到期');
  expect(desk.href()).toBe('/staff/timeliness?show=soon');
  const rows = page.getByRole('table', { name: '逐条看' }).getByRole('row');
  await expect.element(rows.nth(1)).toHaveTextContent('防汛预案');
  await expect.element(rows.nth(1)).toHaveTextContent('还有 3 个工作日');
  expect(rows.elements()).toHaveLength(2);
  await expect.element(page.getByRole('button', { name: '登记要公开的事' })).not.toBeInTheDocument();
});

test('headings without anything this year are named, with the last day there was something', async () => {
  open(timelinessOf(), ['editor']);
  const clause = page.getByRole('region', { name: '条例第二十条' });
  await expect.element(clause).toHaveTextContent('14 项里，13 项 2026 年还没有。');
  await expect.element(clause).not.toHaveTextContent('财政预算');
  await expect.element(clause).toHaveTextContent('应急预案、预警信息和应对情况上次 2025年6月1日');
});

test('what is to be disclosed is announced; what is missing is said at its field', async () => {
  const desk = open(timelinessOf(), ['editor'], {
    [`POST ${routes.staff.dueItems}`]: () =>
      problem({
        code: 'bad-input',
        faults: [{ path: 'formedOn', say: '形成日期还没有到。形成以后再登记。' }],
      }),
  });
  await page.getByRole('button', { name: '登记要公开的事' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect.element(dialog).toHaveTextContent('请选一个科室。');
  expect(desk.sent('POST', routes.staff.dueItems)).toEqual([]);
  await dialog.getByLabelText('要公开什么').fill('四季度名单');
  (dialog.getByLabelText('哪个科室').element() as HTMLSelectElement).append(new Option('民政办', 'minzheng'));
  await dialog.getByLabelText('哪个科室').selectOptions('minzheng');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect.element(dialog).toHaveTextContent('形成日期还没有到。');
  expect(desk.sent('POST', routes.staff.dueItems)).toEqual([
    { title: '四季度名单', heading: null, department: 'minzheng', formedOn: '2026-11-24', limitWorkdays: 20 },
  ]);
});

test('its own person settles it, with a reason or an item; the list is counted anew', async () => {
  const desk = open(timelinessOf('late'), ['editor'], {
    [`POST ${routes.staff.dueItemSettlement('d-aaaaaa')}`]: () =>
      value({
        id: 'd-aaaaaa',
        title: row.title,
        heading: null,
        department: 'minzheng',
        formedOn: '2026-10-20',
        limitWorkdays: 20,
        by: bianji,
        at: '2026-11-20T02:00:00.000Z',
        settled: { by: bianji, at: '2026-11-24T02:00:00.000Z', item: null, reason: '重复登记' },
      }),
  });
  await page.getByRole('button', { name: '了结：三季度低保名单' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '不用公开' }).click();
  await dialog.getByRole('button', { name: '记下来' }).click();
  await expect.element(dialog).toHaveTextContent('请写明理由。');
  desk.wire[`GET ${routes.staff.timeliness}`] = () => value({ ...board, rows: [] });
  await dialog.getByLabelText('为什么不用公开').fill('重复登记');
  await dialog.getByRole('button', { name: '记下来' }).click();
  await expect.element(page.getByText('没有到期、超期或快满的。都按时公开了。')).toBeVisible();
  expect(desk.sent('POST', routes.staff.dueItemSettlement('d-aaaaaa'))).toEqual([
    { how: 'closed', reason: '重复登记' },
  ]);
});

test('another editor cannot settle it', async () => {
  const others = { ...row, of: { ...row.of, by: { id: 's-someone', name: '别人' } } };
  open(timelinessOf(), ['editor'], {
    [`GET ${routes.staff.timeliness}`]: () => value({ ...board, rows: [others] }),
  });
  await expect.element(page.getByRole('link', { name: '写：三季度低保名单' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^了结/ })).not.toBeInTheDocument();
});

test('counts have a total, a rate and the span in the address', async () => {
  const counts = { announced: 2, entered: 4, inTime: 3, late: 1, unknown: 0, overdue: 1, returned: 2 };
  const desk = open({ page: 'accountability', year: 2026, quarter: 4 }, ['chief'], {
    [`GET ${routes.staff.accountability('2026-10-01', '2026-12-31')}`]: () =>
      value({
        from: '2026-10-01',
        until: '2026-12-31',
        rows: [
          { department: 'minzheng', ...counts },
          { department: 'yingji', ...counts, inTime: 1 },
        ],
      }),
  });
  const total = page.getByRole('row', { name: /^合计/ });
  await expect.element(total).toHaveTextContent('合计4842024');
  await expect.element(total).toHaveTextContent('66%');
  await page.getByLabelText('哪一季').selectOptions('全年');
  expect(desk.href()).toBe('/staff/accountability?year=2026');
});
