import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Role } from '../../contract/account.ts';
import { routes } from '../../contract/routes.ts';
import {
  bianji,
  openTestDesk,
  problem,
  quietDay,
  sessionOf,
  type TestDesk,
  value,
  type Wire,
} from '../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const screen = {
  id: 'm-a2a2a2a2',
  prefix: 'A2',
  kind: 'screen',
  place: null,
  enrolledAt: '2026-11-20T02:00:00.000Z',
  lastSeenAt: '2026-11-24T01:59:30.000Z',
  shows: 48,
  waiting: 0,
  refused: 0,
  confirmedAt: '2026-11-20T02:00:00.000Z',
  revocation: null,
};
const told = {
  id: 7,
  machine: { prefix: 'A2', kind: 'screen' },
  kind: 'upload-bad-input',
  detail: 'A2-000128-4',
  heardAt: '2026-11-24T01:12:00.000Z',
  times: 3,
  seen: null,
};

const open = (at: 'screens' | 'today', roles: readonly Role[], wire: Wire) => {
  it = openTestDesk({
    at: { page: at },
    session: sessionOf(bianji, roles),
    wire: { [`GET ${routes.staff.incidents}`]: () => value([]), ...wire },
  });
  return it;
};

test('a filing that was not taken is told on the first page, in words, until somebody marks it', async () => {
  const seen = { ...told, seen: { by: bianji, at: '2026-11-24T02:00:00.000Z' } };
  const desk = open('today', ['officer'], {
    [`GET ${routes.staff.today}`]: () => value({ ...quietDay, incidents: [told] }),
    [`POST ${routes.staff.incidentsSeen}`]: () => value([seen]),
  });
  const row = page.getByRole('row', { name: /屏幕 A2/ });
  await expect.element(row).toHaveTextContent('回执 A2-000128-4 的表没有被收下');
  await expect.element(row).toHaveTextContent('请在窗口帮他重新填一份');
  await expect.element(row).toHaveTextContent('共 3 次');
  await expect.element(page.getByTitle('1 件屏幕报告的事没看')).toBeVisible();
  desk.wire[`GET ${routes.staff.today}`] = () => value(quietDay);
  await page.getByRole('button', { name: /^看过了/ }).click();
  await expect.element(page.getByText('屏幕报告的事')).not.toBeInTheDocument();
  expect(desk.sent('POST', routes.staff.incidentsSeen)).toEqual([{ ids: [7] }]);
});

test('a screen that holds what was refused stays on the first page; who only reads marks nothing', async () => {
  open('today', ['editor'], {
    [`GET ${routes.staff.today}`]: () =>
      value({ ...quietDay, machines: [{ ...screen, refused: 2 }], incidents: [told] }),
  });
  await expect.element(page.getByRole('alert')).toHaveTextContent('屏幕 A2 里有 2 份没被收下的表。');
  await expect.element(page.getByText(/的表没有被收下/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^看过了/ })).not.toBeInTheDocument();
});

test('one tap says that a screen is the hall’s', async () => {
  const mine = { ...screen, confirmedAt: null };
  const desk = open('screens', ['admin'], {
    [`GET ${routes.staff.machines}`]: () => value([mine]),
    [`POST ${routes.staff.machineConfirmation(screen.id)}`]: () => value(screen),
  });
  await expect.element(page.getByText('还没有确认是大厅的，每小时最多收它 60 份表')).toBeVisible();
  await page.getByRole('button', { name: '确认屏幕 A2是大厅的' }).click();
  await expect.element(page.getByText(/还没有确认是大厅的/)).not.toBeInTheDocument();
  expect(desk.sent('POST', routes.staff.machineConfirmation(screen.id))).toEqual([{}]);
});

test('a stolen screen is revoked with a reason, after the words that say what follows', async () => {
  const path = routes.staff.machineRevocation(screen.id);
  const revoked = {
    ...screen,
    waiting: 3,
    revocation: { by: bianji, at: '2026-11-24T02:00:00.000Z', reason: '机器被盗' },
  };
  const desk = open('screens', ['admin'], {
    [`GET ${routes.staff.machines}`]: () => value([{ ...screen, waiting: 3 }]),
    [`POST ${path}`]: () => problem({ code: 'unexpected' }),
  });
  await page.getByRole('button', { name: '停用屏幕 A2' }).click();
  const dialog = page.getByRole('dialog', { name: '停用屏幕 A2？' });
  await expect.element(dialog).toHaveTextContent('停用不能撤销');
  await expect.element(dialog).toHaveTextContent('它里面还有 3 份没交上来的表。');
  await dialog.getByRole('button', { name: '停用屏幕 A2' }).click();
  await expect.element(dialog.getByText('请写明理由。')).toBeVisible();
  expect(desk.sent('POST', path)).toEqual([]);
  await dialog.getByLabelText('为什么停用').fill('机器被盗');
  await dialog.getByRole('button', { name: '停用屏幕 A2' }).click();
  await expect.element(dialog.getByText('没有停用。')).toBeVisible();
  desk.wire[`POST ${path}`] = () => value(revoked);
  desk.wire[`GET ${routes.staff.machines}`] = () => value([revoked]);
  await dialog.getByRole('button', { name: '停用屏幕 A2' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByRole('row', { name: /A2/ })).toHaveTextContent(/已停用.*机器被盗/);
  expect(desk.sent('POST', path)).toEqual([{ reason: '机器被盗' }, { reason: '机器被盗' }]);
});

test('who does not manage machines is offered nothing to do with them', async () => {
  open('screens', ['officer'], { [`GET ${routes.staff.machines}`]: () => value([screen]) });
  await expect.element(page.getByRole('row', { name: /A2/ })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /停用|是大厅的/ })).not.toBeInTheDocument();
});

const at = (change: object) => ({ ...screen, ...change });
const forty = [
  screen,
  at({
    id: 'm-b3b3b3b3',
    prefix: 'B3',
    place: '哈吐村便民服务站',
    lastSeenAt: '2026-11-20T02:00:00.000Z',
    shows: 46,
  }),
  at({ id: 'm-c4c4c4c4', prefix: 'C4', kind: 'phone' }),
];

test('screens are found by where they stand and by what is the matter; the address keeps it', async () => {
  const desk = open('screens', ['hall'], { [`GET ${routes.staff.machines}`]: () => value(forty) });
  await expect.element(page.getByText('2 块屏幕，一共 3 台机器')).toBeVisible();
  await page.getByLabelText('找编号、地点、回执编号').fill('哈吐');
  await expect.element(page.getByText('1 块屏幕，一共 1 台机器')).toBeVisible();
  await expect.element(page.getByRole('row', { name: /B3/ })).toHaveTextContent('哈吐村便民服务站');
  expect(desk.desk.place.route.value).toMatchObject({ page: 'screens', q: '哈吐' });
  await page.getByLabelText('找编号、地点、回执编号').fill('');
  await page.getByLabelText('哪些机器').selectOptions('没有联网的屏幕');
  await expect.element(page.getByRole('row', { name: /B3/ })).toBeVisible();
  await expect.element(page.getByRole('row', { name: /^A2/ })).not.toBeInTheDocument();
  await page.getByLabelText('找编号、地点、回执编号').fill('没有这样的');
  await expect.element(page.getByText('没有这样的机器。可以少写几个字，或者换成全部机器。')).toBeVisible();
});

test('where a screen stands is written by who manages it, and can be taken away again', async () => {
  const path = routes.staff.machinePlace(screen.id);
  const desk = open('screens', ['hall'], {
    [`GET ${routes.staff.machines}`]: () => value([screen]),
    [`PUT ${path}`]: (body: unknown) => value(at(body as object)),
  });
  await page.getByRole('button', { name: '写屏幕 A2在哪儿' }).click();
  await page.getByLabelText('在哪儿', { exact: true }).fill('大厅东侧');
  await page.getByRole('button', { name: '记下' }).click();
  await expect.element(page.getByRole('row', { name: /A2/ })).toHaveTextContent('大厅东侧');
  await page.getByRole('button', { name: '写屏幕 A2在哪儿' }).click();
  await page.getByLabelText('在哪儿', { exact: true }).fill(' ');
  await page.getByRole('button', { name: '记下' }).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(desk.sent('PUT', path)).toEqual([{ place: '大厅东侧' }, { place: null }]);
});
