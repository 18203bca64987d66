import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Role } from '../../contract/account.ts';
import { routes } from '../../contract/routes.ts';
import { peopleOf, type Route } from '../route/route.ts';
import { openTestDesk, problem, sessionOf, shenhe, type TestDesk, value, type Wire } from '../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const { staff } = routes;
const me = {
  id: shenhe.id,
  login: 'shenhe',
  name: shenhe.name,
  roles: ['admin'],
  department: null,
  state: 'active',
  createdAt: '2026-11-20T02:00:00.000Z',
  invitedUntil: null,
  sessions: 1,
};
const wang = { ...me, id: 's-wangfang', login: 'wangfang', name: '王芳', roles: ['editor'], sessions: 0 };
const UNTIL = '2026-11-27T02:00:00.000Z';
const invited = { ...wang, state: 'invited', invitedUntil: UNTIL };
const CODE = 'k7mw-x2hp-tq9d-vr4c';

const open = (wire: Wire, at: Route = peopleOf(), roles: readonly Role[] = ['admin']) => {
  it = openTestDesk({
    at,
    session: sessionOf(shenhe, roles),
    wire: { [`GET ${staff.people}`]: () => value([me, wang]), ...wire },
  });
  return it;
};
const row = (name: string | RegExp) => page.getByRole('row', { name });

test('a list of people that an address narrows', async () => {
  const desk = open({
    [`GET ${staff.people}`]: () =>
      value([me, wang, { ...wang, id: 's-lihua000', name: '李华', state: 'disabled' }]),
  });
  await expect.element(row(/王芳/)).toHaveTextContent('信息员全大厅在用');
  await expect.element(row(/李国强/)).toHaveTextContent('您自己');
  await expect.element(row(/李国强/).getByRole('button')).not.toBeInTheDocument();
  await page.getByRole('combobox', { name: '状态' }).selectOptions('已停用');
  await expect.element(page.getByText('1 人，共 3 人')).toBeVisible();
  expect(desk.href()).toBe('/staff/people?state=disabled');
  await expect.element(row(/李华/).getByRole('button', { name: '恢复李华的账号' })).toBeVisible();
  await page.getByRole('combobox', { name: '岗位' }).selectOptions('审计员');
  await expect.element(page.getByText(/^没有符合的/)).toBeVisible();
});

test('an invitation asks for what is missing, and its code is shown once', async () => {
  const desk = open({ [`POST ${staff.people}`]: () => problem({ code: 'login-taken' }) });
  await page.getByRole('button', { name: '请一位同事' }).click();
  const dialog = page.getByRole('dialog', { name: '请一位同事' });
  await expect.element(dialog.getByLabelText('姓名')).toHaveFocus();
  await dialog.getByRole('button', { name: '生成邀请码' }).click();
  for (const fault of ['请写姓名。', '至少选一个岗位。', /^账号用 2 到 40 个/])
    await expect.element(dialog.getByText(fault)).toBeVisible();
  expect(desk.sent('POST', staff.people)).toEqual([]);
  // On a phone the first of them may be out of sight of the button.
  await expect.element(dialog.getByLabelText('姓名')).toHaveFocus();
  await dialog.getByLabelText('姓名').fill('王芳');
  await dialog.getByLabelText('账号').fill(' WangFang');
  await dialog.getByLabelText('信息员').click();
  await dialog.getByLabelText('审计员').click();
  await expect.element(dialog.getByText(/^审计员最好不兼别的岗位/)).toBeVisible();
  await dialog.getByLabelText('审计员').click();
  await dialog.getByRole('button', { name: '生成邀请码' }).click();
  await expect.element(dialog.getByText('这个账号已经有人用了。请换一个。')).toBeVisible();
  desk.wire[`POST ${staff.people}`] = () => value({ person: invited, code: CODE, until: UNTIL });
  await userEvent.type(dialog.getByLabelText('账号'), '{Enter}');
  const code = page.getByRole('dialog', { name: '王芳的邀请码' });
  await expect.element(code.getByText(CODE)).toBeVisible();
  await expect.element(code).toHaveTextContent('/staff/welcome');
  await code.getByRole('button', { name: '记下了' }).click();
  await expect.element(page.getByText(CODE)).not.toBeInTheDocument();
  await expect.element(row(/王芳/)).toHaveTextContent('等本人设密码');
  const body = { login: 'wangfang', name: '王芳', roles: ['editor'], department: null };
  expect(desk.sent('POST', staff.people)).toEqual([body, body]);
});

test('disabling says what follows, and a refusal stays in the dialog', async () => {
  const path = staff.personDisabling(wang.id);
  const desk = open({ [`POST ${path}`]: () => problem({ code: 'last-admin' }) });
  await page.getByRole('button', { name: '停用王芳的账号' }).click();
  const dialog = page.getByRole('dialog', { name: '停用王芳的账号？' });
  await expect.element(dialog).toHaveTextContent('马上退出，不能再登录');
  await dialog.getByRole('button', { name: '停用' }).click();
  await expect.element(dialog.getByText(/^这样就没有能用的系统管理员了/)).toBeVisible();
  desk.wire[`POST ${path}`] = () => value({ ...wang, state: 'disabled' });
  await dialog.getByRole('button', { name: '停用' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(row(/王芳/)).toHaveTextContent('已停用');
});

test('roles and a new code', async () => {
  const desk = open({
    [`PUT ${staff.person(wang.id)}`]: (body) => value({ ...wang, ...(body as object) }),
    [`POST ${staff.personInvitation(wang.id)}`]: () => value({ person: invited, code: CODE, until: UNTIL }),
  });
  await page.getByRole('button', { name: '改王芳的岗位和科室' }).click();
  const dialog = page.getByRole('dialog', { name: '王芳的岗位和科室' });
  await dialog.getByLabelText('保密审查员').click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect.element(row(/王芳/)).toHaveTextContent('信息员、保密审查员');
  const change = { name: '王芳', roles: ['editor', 'secrecy'], department: null };
  expect(desk.sent('PUT', staff.person(wang.id))).toEqual([change]);
  await page.getByRole('button', { name: '给王芳新的邀请码' }).click();
  await expect.element(page.getByText(/现在的密码马上作废/)).toBeVisible();
  await page.getByRole('button', { name: '生成邀请码' }).click();
  await expect.element(page.getByText(CODE)).toBeVisible();
});

test('who keeps no accounts is told who does', async () => {
  open({}, peopleOf(), ['editor']);
  await expect.element(page.getByText('这里由系统管理员处理。需要时请找系统管理员。')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '账号', exact: true })).not.toBeInTheDocument();
});

test('who was invited sets a password at the first door and is in', async () => {
  it = openTestDesk({
    at: { page: 'welcome' },
    session: null,
    wire: { [`POST ${staff.welcome}`]: () => problem({ code: 'wrong-invitation' }) },
  });
  await page.getByRole('button', { name: '设好密码并登录' }).click();
  for (const fault of ['请填账号。', '请填邀请码。', /^密码太短/])
    await expect.element(page.getByText(fault)).toBeVisible();
  expect(it.sent('POST', staff.welcome)).toEqual([]);
  const password = '雨后的湿地里有三只白鹤在散步';
  await page.getByLabelText('账号').fill('wangfang');
  await page.getByLabelText('邀请码').fill(CODE);
  await page.getByLabelText('新密码', { exact: true }).fill(`${password}啊`);
  await page.getByLabelText('再填一次新密码').fill(`${password}啊`);
  await page.getByRole('button', { name: '设好密码并登录' }).click();
  await expect.element(page.getByText(/^账号或邀请码不对/)).toBeVisible();
  await expect.element(page.getByLabelText('邀请码')).toHaveValue(CODE);
  it.wire[`POST ${staff.welcome}`] = () => value(sessionOf({ id: 's-wangfang', name: '王芳' }, ['editor']));
  await page.getByRole('button', { name: '设好密码并登录' }).click();
  await expect.element(page.getByRole('heading', { name: '今天' })).toBeVisible();
  expect(it.href()).toBe('/staff');
});

test('an invitation in a colleague’s browser asks to log out first', async () => {
  open({}, { page: 'welcome' }, ['editor']);
  await expect.element(page.getByText(/已经登录了。$/)).toBeVisible();
  await page.getByRole('button', { name: '退出，再用邀请码' }).click();
  await expect.element(page.getByLabelText('邀请码')).toBeVisible();
});
