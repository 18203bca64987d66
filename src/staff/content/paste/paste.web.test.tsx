import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';
import { promise, promiseDetail } from '../test-entry.ts';

const NOTICE = new URL('../../../../tests/fixtures/notice.docx', import.meta.url);

const ID = promise.id;
/** Two paragraphs, to paste between. */
const body = [...promise.body, { type: 'paragraph', content: [{ type: 'text', text: '首问负责。' }] }];
const twoParagraphs = { ...promise, body };

let it: TestDesk;
afterEach(() => it.close());

const openPage = (): TestDesk => {
  it = openTestDesk({
    at: { page: 'entry', id: ID as never },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(ID)}`]: () =>
        value(promiseDetail({ entry: twoParagraphs, published: twoParagraphs })),
    },
  });
  return it;
};

const block = (at: number) => page.getByLabelText(`第 ${at} 块，段落`);

const paste = (at: number, html: string): boolean => {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', '词');
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  return block(at).element().dispatchEvent(event);
};

const TABLE =
  '<h2>面积</h2><table><tr><td>村</td><td>亩</td></tr><tr><td>嘎什根村</td><td>1200</td></tr></table>';

test('a table from Word comes in after the block where the cursor is, and can be taken back', async () => {
  openPage();
  await expect.element(block(2)).toHaveValue('首问负责。');
  expect(paste(1, TABLE)).toBe(false);
  await expect
    .element(page.getByText('粘贴了 2 块，其中表格 1 个。字体和颜色不带，屏幕上是统一的样子。'))
    .toBeVisible();
  await expect.element(page.getByLabelText('第 2 块，标题', { exact: true })).toHaveValue('面积');
  await expect.element(block(4)).toHaveValue('首问负责。');
  await page.getByRole('button', { name: '撤销粘贴' }).click();
  await expect.element(block(2)).toHaveValue('首问负责。');
  expect(page.getByLabelText('第 2 块，标题').elements()).toHaveLength(0);
});

test('it takes the place of an empty block', async () => {
  openPage();
  await page.getByRole('button', { name: '段落', exact: true }).click();
  await expect.element(block(3)).toHaveValue('');
  paste(3, TABLE);
  await expect.element(page.getByLabelText('第 3 块，标题', { exact: true })).toHaveValue('面积');
  expect(page.getByText(/^第 5 块/).elements()).toHaveLength(0);
});

test('after another change there is nothing to take back any more', async () => {
  openPage();
  await expect.element(block(1)).toBeVisible();
  paste(1, TABLE);
  await expect.element(page.getByRole('button', { name: '撤销粘贴' })).toBeVisible();
  await block(1).fill('改过了。');
  await expect.element(page.getByRole('button', { name: '撤销粘贴' })).not.toBeInTheDocument();
});

test('a few words go where the cursor is', async () => {
  openPage();
  await expect.element(block(1)).toBeVisible();
  expect(paste(1, '<p style="color:red">几个字</p>')).toBe(true);
});

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
