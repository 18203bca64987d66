import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { bianji, openTestDesk, problem, sessionOf, type TestDesk, value } from '../test-desk.tsx';

let it: TestDesk | undefined;
afterEach(() => it?.close());

const NEW = '雨后的湿地里有三只白鹤在散步';
const fill = async (present: string, next: string, again = next) => {
  await page.getByLabelText('现在的密码').fill(present);
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
  await expect.element(page.getByLabelText('现在的密码')).toHaveValue('');
  expect(it.sent('POST', path).at(-1)).toEqual({ present: '旧密码', next: `${NEW}啊` });
});
