import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { bianji, openTestDesk, problem, sessionOf, type TestDesk, value } from '../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const here = {
  id: 'h'.repeat(43),
  startedAt: '2026-11-24T01:00:00.000Z',
  seenAt: '2026-11-24T02:00:00.000Z',
  isThis: true,
};
const there = { ...here, id: 't'.repeat(43), seenAt: '2026-11-24T01:40:00.000Z', isThis: false };

const NEW = '雨后的湿地里有三只白鹤在散步';
const fill = async (present: string, next: string, again = next) => {
  await page.getByLabelText('现在的密码').first().fill(present);
  await page.getByLabelText('新密码', { exact: true }).fill(next);
  await page.getByLabelText('再填一次新密码').fill(again);
  await page.getByRole('button', { name: '换密码' }).click();
};

test('one changes one’s own password, and is told beside each field what is wrong', async () => {
  const path = routes.staff.password;
  it = openTestDesk({
    at: { page: 'account' },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.secondStep}`]: () => value({ isOn: true, codesLeft: 8 }),
      [`GET ${routes.staff.sessions}`]: () => value([here]),
      [`POST ${path}`]: (body) =>
        (body as { present: string }).present === '旧密码'
          ? value({})
          : problem({ code: 'wrong-present-password' }),
    },
  });
  const link = page.getByRole('link', { name: '我的账号' });
  await expect.element(link).toHaveAttribute('href', '/staff/account');
  await expect.element(link).toHaveAttribute('aria-current', 'page');
  await expect.element(page.getByRole('heading', { name: '我的账号' })).toBeVisible();
  await fill('', 'short', 'other');
  await expect.element(page.getByText('请填现在的密码。')).toBeVisible();
  await expect.element(page.getByText('密码太短，或者太容易猜到。')).toBeVisible();
  await expect.element(page.getByText('两次填的不一样，请再填一次。')).toBeVisible();
  expect(it.sent('POST', path)).toEqual([]);
  await fill('不对的', `${NEW}啊`);
  await expect.element(page.getByText('现在的密码不对。请再输一次。')).toBeVisible();
  await fill('旧密码', `${NEW}啊`);
  await expect.element(page.getByText('密码换好了。')).toBeVisible();
  await expect.element(page.getByLabelText('现在的密码').first()).toHaveValue('');
  expect(it.sent('POST', path).at(-1)).toEqual({ present: '旧密码', next: `${NEW}啊` });
});

test('one sees where one is logged in and ends what is elsewhere', async () => {
  const path = routes.staff.sessionsEnd;
  it = openTestDesk({
    at: { page: 'account' },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.secondStep}`]: () => value({ isOn: true, codesLeft: 8 }),
      [`GET ${routes.staff.sessions}`]: () => value([here, there]),
      [`POST ${path}`]: () => problem({ code: 'unexpected' }),
    },
  });
  const rows = page.getByRole('table', { name: '登录在哪些地方' }).getByRole('row');
  await expect.element(rows.nth(1)).toHaveTextContent('今天 09:00刚刚就是这里');
  await expect.element(rows.nth(2)).toHaveTextContent('20 分钟前退出');
  await page.getByRole('button', { name: '退出今天 09:00登录的那一处' }).click();
  await expect.element(page.getByText('没有退出。')).toBeVisible();
  it.wire[`POST ${path}`] = () => value([here]);
  await page.getByRole('button', { name: '退出其他 1 处' }).click();
  await expect.element(page.getByText(/^没有在别处登录/)).toBeVisible();
  expect(it.sent('POST', path)).toEqual([{ id: there.id }, { id: null }]);
});

test('the second step is switched on with a code, its recovery codes are shown once, and off with the password', async () => {
  const { secondStep, secondStepSecret, secondStepConfirmation, secondStepEnd } = routes.staff;
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  it = openTestDesk({
    at: { page: 'account' },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.sessions}`]: () => value([here]),
      [`GET ${secondStep}`]: () => value({ isOn: false, codesLeft: 0 }),
      [`POST ${secondStepSecret}`]: () => value({ secret, uri: `otpauth://totp/x?secret=${secret}` }),
      [`POST ${secondStepConfirmation}`]: () => problem({ code: 'wrong-code' }),
      [`POST ${secondStepEnd}`]: () => value({ isOn: false, codesLeft: 0 }),
    },
  });
  await page.getByRole('button', { name: '开启两步验证' }).click();
  await expect.element(page.getByText('请填现在的密码。')).toBeVisible();
  await page.getByLabelText('现在的密码').last().fill('我的密码');
  await page.getByRole('button', { name: '开启两步验证' }).click();
  await expect.element(page.getByRole('img', { name: '验证器应用要扫的码' })).toBeVisible();
  await expect.element(page.getByText('JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP')).toBeVisible();
  await page.getByLabelText('验证码').fill('000000');
  await page.getByRole('button', { name: '确认开启' }).click();
  await expect.element(page.getByText(/^验证码不对/)).toBeVisible();
  it.wire[`POST ${secondStepConfirmation}`] = () =>
    value({ codes: ['aaaa-bbbb-cccc-dddd', 'eeee-ffff-gggg-hhhh'] });
  await page.getByRole('button', { name: '确认开启' }).click();
  await expect.element(page.getByRole('list', { name: '备用码' })).toHaveTextContent('aaaa-bbbb-cccc-dddd');
  await page.getByRole('button', { name: '抄好了' }).click();
  await expect.element(page.getByText(/^开着。备用码还剩 2 个/)).toBeVisible();
  await page.getByLabelText('现在的密码').last().fill('我的密码');
  await page.getByRole('button', { name: '关闭两步验证' }).click();
  await expect.element(page.getByRole('button', { name: '开启两步验证' })).toBeVisible();
  expect(it.sent('POST', secondStepEnd)).toEqual([{ password: '我的密码' }]);
});

test('the door asks for the code after the password, and keeps what was typed', async () => {
  const path = routes.staff.session;
  it = openTestDesk({
    at: { page: 'today' },
    session: null,
    wire: {
      [`POST ${path}`]: (body) =>
        problem({ code: 'code' in (body as object) ? 'wrong-code' : 'code-needed' }),
    },
  });
  await page.getByLabelText('账号').fill('bianji');
  await page.getByLabelText('密码').fill('我的密码');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByLabelText('验证码')).toHaveFocus();
  await page.getByLabelText('验证码').fill('000000');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByText(/^验证码不对/)).toBeVisible();
  it.wire[`POST ${path}`] = () => value(sessionOf(bianji, ['editor']));
  await page.getByLabelText('验证码').fill('123456');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByRole('heading', { name: '今天' })).toBeVisible();
  expect(it.sent('POST', path).at(-1)).toEqual({ login: 'bianji', password: '我的密码', code: '123456' });
});
