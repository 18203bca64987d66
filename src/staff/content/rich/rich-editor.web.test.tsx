import { afterEach, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { routes } from '../../../contract/routes.ts';
import type { Block } from '../../../contract/text.ts';
import { bianji, openTestDesk, sessionOf, type TestDesk, value } from '../../test-desk.tsx';
import { promise, promiseDetail } from '../test-entry.ts';

const ID = promise.id;
const words = (text: string) => ({ type: 'text', text });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });

const pension = {
  id: 'guide/pension',
  kind: 'guide',
  title: '养老金领取',
  revision: 1,
  state: 'published',
  author: bianji,
  editedAt: '2026-11-20T02:00:00.000Z',
  publishedRevision: 1,
  indexNo: null,
};

let it: TestDesk;
afterEach(() => it.close());

const text = () => page.getByRole('textbox', { name: '正文' });
const tool = (name: string) => page.getByRole('button', { name, exact: true });

const open = async (body: readonly object[] = promise.body): Promise<void> => {
  const entry = { ...promise, body };
  it = openTestDesk({
    at: { page: 'entry', id: ID as never },
    session: sessionOf(bianji, ['editor']),
    wire: {
      [`GET ${routes.staff.entry(ID)}`]: () => value(promiseDetail({ entry, published: entry })),
      [`GET ${routes.staff.entries}`]: () => value([pension]),
    },
  });
  await userEvent.click(text());
  await userEvent.keyboard('{Control>}{End}{/Control}');
};

/** Typing is kept after a short rest. */
const SOON = { timeout: 10_000 };

/** The body as it was kept last; null when nothing was. */
const kept = (): readonly Block[] | null => {
  const last = it.sent('PUT', routes.staff.writing(ID)).at(-1) as { text: { body: Block[] } } | undefined;
  return last?.text.body ?? null;
};

const paste = (data: Readonly<Record<string, string>>): boolean => {
  const clipboardData = new DataTransfer();
  for (const [type, held] of Object.entries(data)) clipboardData.setData(type, held);
  return text()
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};

const TABLE =
  '<h2>面积</h2><table><tr><td>村</td><td>亩</td></tr><tr><td>嘎什根村</td><td>1200</td></tr></table>';

test('what is typed is kept as it looks: bold words, a heading, a list', async () => {
  await open();
  await userEvent.keyboard(
    '{Enter}带{Control>}b{/Control}身份证{Control>}b{/Control}来{Enter}一、办理{Enter}甲{Enter}乙',
  );
  await userEvent.selectOptions(page.getByLabelText('正文：这一行是什么'), '一条条列出');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await userEvent.selectOptions(page.getByLabelText('正文：这一行是什么'), '大标题');
  await expect
    .poll(kept, SOON)
    .toEqual([
      ...promise.body,
      paragraph(words('带'), { type: 'strong', text: '身份证' }, words('来')),
      { type: 'heading', level: 2, text: '一、办理' },
      paragraph(words('甲')),
      { type: 'list', ordered: false, items: [[words('乙')]] },
    ]);
});

test('words lead to an entry of the hall, found by its name', async () => {
  await open();
  await tool('链接').click();
  const dialog = page.getByRole('dialog', { name: '连到哪一条内容？' });
  await dialog.getByLabelText('找名称').fill('没有这样的');
  await expect.element(dialog.getByRole('status')).toHaveTextContent('没有找到。');
  await dialog.getByLabelText('找名称').fill('养老');
  await dialog.getByRole('button', { name: /^养老金领取/ }).click();
  await expect.element(text()).toHaveFocus();
  await expect
    .poll(kept, SOON)
    .toEqual([
      paragraph(words('先审核，后公开。'), { type: 'link', to: 'guide/pension', text: '养老金领取' }),
    ]);
  await userEvent.keyboard('。');
  await expect.poll(() => kept()?.[0], SOON).toMatchObject({ content: [{}, {}, words('。')] });
});

test('a table grows by its tools; Tab goes from cell to cell and out of the last one', async () => {
  await open();
  await tool('表格').click();
  await userEvent.keyboard('村{Tab}亩{Tab}嘎什根村{Tab}1200');
  await tool('右边加一列').click();
  await userEvent.keyboard('{Tab}旱田');
  const head = [[words('村')], [words('亩')], []];
  const filled = [[words('嘎什根村')], [words('1200')], [words('旱田')]];
  await expect.poll(() => kept()?.[1], SOON).toEqual({ type: 'table', head, rows: [filled, [[], [], []]] });
  await tool('删去这行').click();
  await expect.poll(() => kept()?.[1], SOON).toEqual({ type: 'table', head, rows: [[[], [], []]] });
  await userEvent.keyboard('{Tab}{Tab}{Tab}{Tab}{Tab}');
  await expect.element(text()).not.toHaveFocus();
});

test('a table from Word comes in whole, what was left behind is said, and it can be taken back', async () => {
  await open();
  expect(paste({ 'text/html': `${TABLE}<img src="file:///c:/a.png">`, 'text/plain': '词' })).toBe(false);
  await expect.element(page.getByText(/^粘贴了 2 块，其中表格 1 个。1 张图片没有带过来。/)).toBeVisible();
  await expect.poll(() => kept()?.map(({ type }) => type), SOON).toEqual(['paragraph', 'heading', 'table']);
  await tool('撤销粘贴').click();
  await expect.element(text()).toHaveTextContent(/^先审核，后公开。$/);
  paste({ 'text/html': TABLE });
  await expect.element(tool('撤销粘贴')).toBeVisible();
  await userEvent.keyboard('后来');
  await expect.element(tool('撤销粘贴')).not.toBeInTheDocument();
});

test('plain lines become paragraphs; a copy within the desk keeps links; hostile HTML is words', async () => {
  await open([paragraph({ type: 'link', to: 'guide/pension', text: '养老' })]);
  await userEvent.keyboard('{Control>}a{/Control}');
  // The browser tells of a selection a moment later; a key of a real copy waits for it.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const data = new DataTransfer();
  text()
    .element()
    .dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
  const held = Object.fromEntries(data.types.map((type) => [type, data.getData(type)]));
  await userEvent.keyboard('{ArrowRight}{Enter}');
  paste({ 'text/plain': '甲\r\n\r\n乙\u0007' });
  await userEvent.keyboard('{Enter}');
  paste(held);
  await expect.element(text()).toHaveTextContent('养老甲乙养老');
  await userEvent.keyboard('{Enter}');
  paste({
    'text/html':
      '<img src=x onerror="window.hacked=1"><p onclick="window.hacked=1">丙</p><script>window.hacked=1</script>',
  });
  await expect
    .poll(kept, SOON)
    .toEqual([
      paragraph({ type: 'link', to: 'guide/pension', text: '养老' }),
      paragraph(words('甲')),
      paragraph(words('乙')),
      paragraph({ type: 'link', to: 'guide/pension', text: '养老' }),
      paragraph(words('丙')),
    ]);
  expect('hacked' in window).toBe(false);
  // Somebody else's data under our own name is looked at as closely.
  paste({ 'application/x-bianminping-body': '{"content":[{"type":"script"}]}', 'text/plain': '丁' });
  await expect.poll(() => kept()?.at(-1), SOON).toEqual(paragraph(words('丙丁')));
});

test('half a syllable of an input method is never kept, and its keys change nothing', async () => {
  await open();
  const kept0 = it.sent('PUT', routes.staff.writing(ID)).length;
  const session = cdp();
  await session.send('Input.imeSetComposition', { text: 'ban li', selectionStart: 6, selectionEnd: 6 });
  await expect.element(text()).toHaveTextContent('ban li');
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    windowsVirtualKeyCode: 229,
  });
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(it.sent('PUT', routes.staff.writing(ID))).toHaveLength(kept0);
  await session.send('Input.insertText', { text: '办理' });
  await expect.poll(kept, SOON).toEqual([paragraph(words('先审核，后公开。办理'))]);
});

test('blocks go up and down by keyboard, as far as there is room', async () => {
  await open([paragraph(words('甲')), paragraph(words('乙')), { type: 'generated', part: 'office' }]);
  await userEvent.click(text().getByText('甲'));
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{ArrowDown}{/Alt}');
  await expect
    .poll(() => kept()?.map((block) => (block.type === 'paragraph' ? block.content[0] : block.type)), SOON)
    .toEqual([words('乙'), 'generated', words('甲')]);
});
