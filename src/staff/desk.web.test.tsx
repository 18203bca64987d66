import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../contract/routes.ts';
import { bianji, openTestDesk, problem, quietDay, sessionOf, type TestDesk, value } from './test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());
const everybody = sessionOf(bianji, ['editor', 'reviewer', 'signer', 'officer', 'admin']);

test('nobody sees anything before the door', async () => {
  it = openTestDesk({ at: { page: 'inbox', state: 'open', q: '' }, session: null });
  await expect.element(page.getByRole('heading', { name: '登录工作台' })).toBeVisible();
  expect(it.asked.map((each) => each.path)).toEqual([routes.staff.session]);
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByText('请填账号。')).toBeVisible();
  expect(it.sent('POST', routes.staff.session)).toEqual([]);
});

test('a wrong password is said and gone; the right one leads to where one wanted to be', async () => {
  it = openTestDesk({
    at: { page: 'screens' },
    session: null,
    wire: {
      [`POST ${routes.staff.session}`]: (body) =>
        (body as { password: string }).password === '对的密码'
          ? value(everybody)
          : problem({ code: 'wrong-login' }),
      [`GET ${routes.staff.machines}`]: () => value([]),
    },
  });
  await page.getByLabelText('账号').fill('bianji');
  await page.getByLabelText('密码').fill('错的密码');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByText('账号或密码不对。请核对后再试。')).toBeVisible();
  await expect.element(page.getByLabelText('密码')).toHaveValue('');
  await page.getByLabelText('密码').fill('对的密码');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(page.getByRole('heading', { name: '屏幕', exact: true })).toBeVisible();
});

test('the first page says what is due, and when the server is out of reach keeps saying it', async () => {
  it = openTestDesk({
    at: { page: 'today' },
    session: everybody,
    wire: { [`GET ${routes.staff.today}`]: () => value({ ...quietDay, toPublish: 2 }) },
  });
  await expect.element(page.getByText('2 条审核通过、等待发布')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '去发布：2 条审核通过、等待发布' })).toBeVisible();
  await expect.element(page.getByText('没有待办的收件。新的到了会出现在这里。')).toBeVisible();
  // Log-in and the page itself have both asked; an answer still on its way would be the network's last word.
  await expect.poll(() => it?.asked.filter((each) => each.path === routes.head).length).toBe(2);
  await it.desk.refresh();
  it.wire[`GET ${routes.staff.today}`] = () => 'silence';
  await it.desk.refresh();
  await expect.element(page.getByText(/没有连上服务器，写的内容还在/)).toBeVisible();
  await expect.element(page.getByText(/条审核通过、等待发布/)).toBeVisible();
  it.wire[`GET ${routes.staff.today}`] = () => value(quietDay);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.element(page.getByText(/没有连上服务器/)).not.toBeInTheDocument();
});

test('a list that could not be fetched offers to try again', async () => {
  it = openTestDesk({
    at: { page: 'content', kind: '', state: '', q: '' },
    session: everybody,
    wire: { [`GET ${routes.staff.entries}`]: () => problem({ code: 'unexpected' }) },
  });
  await expect.element(page.getByText(/出了意外/)).toBeVisible();
  it.wire[`GET ${routes.staff.entries}`] = () => value([]);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect.element(page.getByText('还没有内容。可以新建，或者用内容文件导入。')).toBeVisible();
});

test('a page that is not for one’s role says whose it is', async () => {
  it = openTestDesk({ at: { page: 'review' }, session: sessionOf(bianji, ['editor']) });
  await expect.element(page.getByText('您的岗位看不到这一页。')).toBeVisible();
  await expect
    .element(page.getByText(/这里由科室负责人（复审）、保密审查员、分管领导（签发）处理/))
    .toBeVisible();
  await expect.element(page.getByRole('link', { name: '待我审核' })).not.toBeInTheDocument();
});

test('a page’s title takes the focus and names the tab', async () => {
  it = openTestDesk({ at: { page: 'publish' }, session: everybody });
  await expect.element(page.getByRole('heading', { name: '发布', exact: true })).toHaveFocus();
  expect(document.title).toBe('发布 · 工作台');
});

test('leaving ends the session and forgets what was typed', async () => {
  it = openTestDesk({
    at: { page: 'today' },
    session: everybody,
    wire: { [`DELETE ${routes.staff.session}`]: () => value(null) },
  });
  it.desk.memory.keep('收件 A7-000119-2 reply', { reply: '写了一半' });
  await page.getByRole('button', { name: '退出' }).click();
  await expect.element(page.getByRole('heading', { name: '登录工作台' })).toBeVisible();
  expect(it.sent('DELETE', routes.staff.session).length).toBe(1);
  expect(it.desk.memory.keys.value).toEqual([]);
});
