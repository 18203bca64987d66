import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import { bianji, openTestDesk, quietDay, sessionOf, type TestDesk, value } from '../test-desk.tsx';
import { keptPractice } from './practice.ts';

let it: TestDesk;
afterEach(() => {
  it.close();
  sessionStorage.clear();
});

const PRACTISED_TODAY = `GET ${routes.practice}/today`;

const open = (): TestDesk => {
  it = openTestDesk({
    at: { page: 'publish' },
    session: sessionOf(bianji, ['editor', 'officer']),
    wire: {
      [PRACTISED_TODAY]: () => value({ ...quietDay, snapshot: 1 }),
      [`DELETE ${routes.practice}`]: () => value({}),
    },
  });
  return it;
};

const banner = () => page.getByRole('region', { name: '练习' });

test('practice is named on every page, plays one part at a time and asks nothing of the real desk', async () => {
  const desk = open();
  await page.getByRole('button', { name: '练习' }).click();
  await expect.element(banner()).toBeVisible();
  expect(desk.href()).toBe('/staff');
  // The parts have no business with what visitors filed.
  await expect.element(page.getByRole('link', { name: '收件' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: /^内容/ })).toBeVisible();
  const before = desk.asked.length;
  await page.getByLabelText('现在当').selectOptions('reviewer');
  await expect.element(page.getByRole('link', { name: '待我审核' })).toBeVisible();
  const asked = desk.asked.slice(before).map(({ path }) => path);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => path.startsWith('/api/staff/'))).toEqual([]);
});

test('is offered to who may read what it begins with', async () => {
  it = openTestDesk({ at: { page: 'publish' }, session: sessionOf(bianji, ['officer']) });
  await expect.element(page.getByRole('button', { name: '退出' })).toBeVisible();
  expect(page.getByRole('button', { name: '练习' }).elements()).toHaveLength(0);
});

test('its end gives back the real desk, and the practice hall is given up', async () => {
  const desk = open();
  await page.getByRole('button', { name: '练习' }).click();
  await page.getByRole('button', { name: '结束练习' }).click();
  await expect.element(banner()).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: '收件' })).toBeVisible();
  expect(desk.sent('DELETE', routes.practice)).toHaveLength(1);
});

test('what is typed and not saved stays: no other part until then', async () => {
  const desk = open();
  await page.getByRole('button', { name: '练习' }).click();
  await expect.element(banner()).toBeVisible();
  desk.desk.memory.keep('内容 page/about', {});
  await expect.element(page.getByText('有 1 处写了没保存。先保存或放弃，再换身份或结束练习。')).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: '结束练习' }))
    .toHaveAttribute('aria-disabled', 'true');
  desk.desk.practise(null);
  await expect.element(banner()).toBeVisible();
});

test('beginning anew goes back to the first part', async () => {
  const desk = open();
  await page.getByRole('button', { name: '练习' }).click();
  await page.getByLabelText('现在当').selectOptions('signer');
  await page.getByRole('button', { name: '从头再来' }).click();
  await expect.element(page.getByLabelText('现在当')).toHaveValue('editor');
  expect(desk.sent('DELETE', routes.practice)).toHaveLength(1);
});

test('leaving the desk ends the practice', async () => {
  const desk = open();
  desk.wire[`DELETE ${routes.staff.session}`] = () => value({});
  await page.getByRole('button', { name: '练习' }).click();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect.element(page.getByRole('button', { name: '登录' })).toBeVisible();
  expect(desk.sent('DELETE', routes.practice)).toHaveLength(1);
  expect(desk.desk.practice.value).toBeNull();
});

test('by keyboard alone', async () => {
  open();
  await expect.element(page.getByRole('button', { name: '练习' })).toBeVisible();
  page.getByRole('button', { name: '练习' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(banner()).toBeVisible();
});

test('a reload goes on practising; the tab’s end ends it', () => {
  open();
  keptPractice().value = 'reviewer';
  expect(keptPractice().value).toBe('reviewer');
  sessionStorage.setItem('practice', 'mayor');
  expect(keptPractice().value).toBeNull();
});
