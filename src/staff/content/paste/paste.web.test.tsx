import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bianji, openTestDesk, sessionOf, type TestDesk } from '../../test-desk.tsx';

const NOTICE = new URL('../../../../tests/fixtures/notice.docx', import.meta.url);

let it: TestDesk;
afterEach(() => it.close());

const openNew = (kind: 'item' | 'guide'): TestDesk => {
  it = openTestDesk({ at: { page: 'new', kind }, session: sessionOf(bianji, ['editor']) });
  return it;
};
const noticeFile = async (name = '关于补贴.docx'): Promise<File> =>
  new File([await (await fetch(NOTICE)).arrayBuffer()], name);

test('an item begins from a Word file', async () => {
  const desk = openNew('item');
  await userEvent.upload(page.getByLabelText('从 Word 文件开始'), await noticeFile());
  await expect.element(page.getByText(/^读出了 10 块，其中表格 1 个、列表 1 个。/)).toBeVisible();
  await expect.element(page.getByLabelText('名称')).toHaveValue('关于2026年耕地地力保护补贴面积的公示');
  await page.getByLabelText('英文短名').fill('subsidy-2026');
  await page.getByRole('button', { name: '开始写' }).click();
  expect(desk.href()).toBe('/staff/content/item/subsidy-2026');
  await expect.element(page.getByLabelText('文号')).toHaveValue('嘎政发〔2026〕12号');
});

test('a file that cannot be read says what to do; nothing is taken from it', async () => {
  openNew('item');
  const old = new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])], '旧.doc');
  await userEvent.upload(page.getByLabelText('从 Word 文件开始'), old);
  await expect.element(page.getByRole('alert')).toHaveTextContent('这是旧格式（.doc）或加了密码的文件。');
  await expect.element(page.getByLabelText('名称')).toHaveValue('');
});

test('a guide says which sections found no field', async () => {
  openNew('guide');
  await userEvent.upload(page.getByLabelText('从 Word 文件开始'), await noticeFile());
  await expect.element(page.getByText(/请自己抄到合适的地方：面积。/)).toBeVisible();
});
