import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';
import { promise, promiseDetail } from '../test-entry.ts';

const entryPath = routes.staff.entry(promise.id);
const en = { [promise.title]: 'What we promise', 没有了的话: 'A sentence that has gone' };

let open: TestDesk | undefined;
afterEach(() => open?.close());

const openEnglish = async (): Promise<TestDesk> => {
  const detail = promiseDetail({ entry: { ...promise, en } });
  open = openTestDesk({
    at: { page: 'entry', id: promise.id as never },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${entryPath}`]: () => value(detail),
      [`PUT ${entryPath}`]: (body) =>
        value(promiseDetail({ revision: 5, state: 'draft', entry: (body as { entry: unknown }).entry })),
    },
  });
  await page.getByRole('button', { name: '看、改英文' }).click();
  return open;
};
const save = () => page.getByRole('button', { name: '存成一稿', exact: true }).click();
const englishOf = (chinese: string) => page.getByRole('textbox', { name: `英文：${chinese}`, exact: true });
const sentEnglish = (it: TestDesk) =>
  it.sent('PUT', entryPath).map((body) => (body as { entry: { en?: unknown } }).entry.en);

test('Chinese stands beside its English, which is saved with the rest', async () => {
  const it = await openEnglish();
  await expect.element(page.getByText(/^共 \d+ 句，1 句有英文。没有英文的/)).toBeVisible();
  await expect.element(englishOf(promise.title)).toHaveValue('What we promise');
  await expect.element(englishOf(promise.title)).toHaveAttribute('lang', 'en');
  await englishOf(promise.summary).fill('What the hall promises you.');
  await page.getByRole('button', { name: '删去英文：没有了的话' }).click();
  await save();
  await expect
    .poll(() => sentEnglish(it))
    .toEqual([{ [promise.title]: 'What we promise', [promise.summary]: 'What the hall promises you.' }]);
});

test('where the Chinese is changed its English is to be looked at, and may be right as it is', async () => {
  const it = await openEnglish();
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('办事承诺');
  await expect.element(page.getByText(/中文 11月24日 改过/)).toBeVisible();
  await expect.element(page.getByText(/其中 1 句的中文后来改过，英文要看看/)).toBeVisible();
  await expect.element(englishOf('办事承诺')).toHaveValue('What we promise');
  await page.getByRole('button', { name: '英文还合适，不用改：办事承诺' }).click();
  await expect.element(page.getByText(/改过/)).not.toBeInTheDocument();
  await save();
  await expect
    .poll(() => sentEnglish(it))
    .toEqual([{ 办事承诺: 'What we promise', 没有了的话: 'A sentence that has gone' }]);
});

test('what is to be done can be listed alone, and a row stays while it is written', async () => {
  await openEnglish();
  await page.getByRole('checkbox', { name: '只列没有写的、要看看的' }).click();
  await expect.element(englishOf(promise.title)).not.toBeInTheDocument();
  await englishOf(promise.summary).fill('W');
  await expect.element(englishOf(promise.summary)).toHaveValue('W');
});

test('taking the last English away leaves none', async () => {
  const it = await openEnglish();
  await englishOf(promise.title).fill('');
  await page.getByRole('button', { name: '删去英文：没有了的话' }).click();
  await save();
  await expect.poll(() => sentEnglish(it)).toEqual([undefined]);
});
