import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { promise, promiseDetail } from '../content/test-entry.ts';
import { rulesOf } from '../route/route.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../test-desk.tsx';

const regulation = {
  id: 'page/regulation',
  kind: 'page',
  title: '政府信息公开条例（摘选）',
  revision: 1,
  state: 'published',
  author: null,
  editedAt: '2026-11-23T02:00:00.000Z',
  publishedRevision: 1,
  indexNo: null,
};

let open: TestDesk | undefined;
afterEach(() => open?.close());

test('beside a field its rule opens in place by keyboard, with its article, and closes again', async () => {
  open = openTestDesk({
    at: { page: 'entry', id: promise.id as never },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(promise.id)}`]: () => value(promiseDetail()),
      [`GET ${routes.staff.entries}`]: () => value([regulation]),
    },
  });
  const mark = page.getByRole('button', { name: /依据.*更新日期/ });
  await expect.element(mark).toHaveAttribute('aria-expanded', 'false');
  // The field keeps its own name.
  await expect.element(page.getByLabelText('更新日期', { exact: true })).toBeVisible();
  (mark.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(mark).toHaveAttribute('aria-expanded', 'true');
  await expect.element(page.getByText(/不及时更新，要追究责任/)).toBeVisible();
  const article = page.getByRole('link', { name: /条例第五十三条第二项，原文/ });
  await expect.element(article).toHaveAttribute('href', '/page/regulation');
  await userEvent.keyboard('{Escape}');
  await expect.element(mark).toHaveAttribute('aria-expanded', 'false');
  await expect.element(mark).toHaveFocus();
});

test('all rules are on one page, and what is asked stands in the address', async () => {
  open = openTestDesk({ at: rulesOf('step'), session: sessionOf(bianji, ['officer']) });
  await page.getByLabelText('找规定').fill('补正 7 个工作日');
  await expect.element(page.getByRole('rowheader')).toHaveTextContent('一次告知补什么');
  await page.getByLabelText('出自').selectOptions('政府信息公开条例');
  expect(open.href()).toBe(
    `/staff/rules?${new URLSearchParams({ at: 'step', law: 'disclosure', q: '补正 7 个工作日' })}`,
  );
  await page.getByLabelText('出自').selectOptions('个人信息保护法');
  await expect.element(page.getByText('没有符合的。换个词试试。')).toBeVisible();
});
