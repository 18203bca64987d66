import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import {
  bianji,
  openTestDesk,
  problem,
  sessionOf,
  shenhe,
  type TestDesk,
  value,
  type Wire,
} from '../test-desk.tsx';
import { promiseDetail as detail, promise } from './test-entry.ts';

const ID = promise.id;
const entryPath = routes.staff.entry(ID);

const editor = sessionOf(bianji, ['editor']);
let open: TestDesk | undefined;
const desk = (wire: Wire, session = editor, isSameBrowser = false): TestDesk => {
  open = openTestDesk({
    isSameBrowser,
    at: { page: 'entry', id: ID as never },
    session,
    wire: { [`GET ${entryPath}`]: () => value(detail()), ...wire },
  });
  return open;
};
afterEach(() => open?.close());

const summary = () => page.getByLabelText('一句话说明');
const save = () => page.getByRole('button', { name: '存成一稿', exact: true });

test('a save names the revision that the writing began from, and says what has not happened yet', async () => {
  const it = desk({
    [`PUT ${entryPath}`]: (body) =>
      value(detail({ revision: 5, state: 'draft', entry: (body as { entry: unknown }).entry })),
  });
  await summary().fill('我们答应您的事，一件一件写在这里。');
  expect(it.desk.memory.keys.value).toEqual([`内容 ${ID}`]);
  await save().click();
  await expect.element(page.getByText('已存成第 5 稿。还没有送审，屏幕上不会变。')).toBeVisible();
  expect(it.sent('PUT', entryPath)).toEqual([
    { basedOn: 4, entry: { ...promise, summary: '我们答应您的事，一件一件写在这里。' } },
  ]);
  expect(it.desk.memory.keys.value).toEqual([]);
  await expect.element(save()).toHaveAttribute('aria-disabled', 'true');
  await expect.element(save()).toHaveFocus();
});

test('who edits what is to go out by itself reads it before saving, and after', async () => {
  const publishAt = '2026-11-25T01:30:00.000Z';
  desk({
    [`GET ${entryPath}`]: () => value(detail({ state: 'scheduled', publishAt })),
    [`PUT ${entryPath}`]: () => value(detail({ revision: 5, state: 'draft', publishAt: null })),
  });
  await expect.element(page.getByText('这一稿定在 2026年11月25日（周三）09:30 自动发布。')).toBeVisible();
  await summary().fill('新的说明');
  // While one types it stays: the line above says something else by then.
  await expect.element(page.getByText(/存成新的一稿，定时就取消/)).toBeVisible();
  await save().click();
  await expect
    .element(page.getByText(/^已存成第 5 稿。2026年11月25日（周三）09:30 的定时发布取消了，签过的作废/))
    .toBeVisible();
  await expect.element(page.getByText(/这一稿定在/)).not.toBeInTheDocument();
});

test('Ctrl+S saves, but not while an input method composes', async () => {
  const it = desk({ [`PUT ${entryPath}`]: () => value(detail({ revision: 5, state: 'draft' })) });
  await summary().fill('新的说明');
  const press = (isComposing: boolean) =>
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, isComposing, bubbles: true }));
  press(true);
  expect(it.sent('PUT', entryPath)).toEqual([]);
  press(false);
  await expect.poll(() => it.sent('PUT', entryPath).length).toBe(1);
});

test('what stands in the way is listed, and each line leads to its field', async () => {
  const it = desk({});
  await summary().fill('');
  await expect.element(page.getByText('还没有填。')).toBeVisible();
  await save().click();
  expect(it.sent('PUT', entryPath)).toEqual([]);
  await expect.element(page.getByRole('region', { name: '有 1 处要改好才能存成一稿' })).toHaveFocus();
  await page.getByRole('button', { name: '一句话说明：还没有填。' }).click();
  await expect.element(summary()).toHaveFocus();
  await userEvent.keyboard('又有了');
  await expect.element(page.getByText('有 1 处要改好才能存成一稿')).not.toBeInTheDocument();
  // The next fault takes nobody's focus away while typing.
  await summary().fill('');
  await expect.element(summary()).toHaveFocus();
});

test('a colleague’s save in between: both texts are kept and the person chooses', async () => {
  const theirs = detail({
    revision: 5,
    state: 'draft',
    author: shenhe,
    entry: { ...promise, title: '服务承诺书', summary: '同事写的说明。' },
  });
  let saves = 0;
  const it = desk({
    [`PUT ${entryPath}`]: () => {
      saves += 1;
      return saves === 1
        ? problem({ code: 'edited-meanwhile', by: shenhe.name, revision: 5 })
        : value(detail({ revision: 6, state: 'draft' }));
    },
  });
  await summary().fill('我写的说明。');
  it.wire[`GET ${entryPath}`] = () => value(theirs);
  await save().click();
  await expect.element(page.getByRole('heading', { name: '李国强（示例）刚刚改过这一条' })).toHaveFocus();
  await expect.element(page.getByText(/保存了第 5 稿，您是从第 4 稿开始写的/)).toBeVisible();
  await expect.element(page.getByText('只有李国强（示例）改了：名称。会保留。')).toBeVisible();
  const goOn = page.getByRole('button', { name: '用选好的接着写' });
  await expect.element(goOn).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('radio', { name: '用我的' }).click();
  await goOn.click();
  await expect.element(page.getByLabelText('名称', { exact: true })).toHaveValue('服务承诺书');
  await expect.element(summary()).toHaveValue('我写的说明。');
  await save().click();
  await expect
    .poll(() => it.sent('PUT', entryPath)[1])
    .toEqual({
      basedOn: 5,
      entry: { ...promise, title: '服务承诺书', summary: '我写的说明。' },
    });
});

test('what silence kept away comes by itself once the server is heard again', async () => {
  const it = desk({ [`GET ${entryPath}`]: () => 'silence' });
  await expect.element(page.getByText('没有取到。')).toBeVisible();
  // Nobody knows yet whether it was ever saved.
  await expect.element(page.getByText('还没有保存过')).not.toBeInTheDocument();
  it.wire[`GET ${entryPath}`] = () => value(detail());
  await it.desk.refresh();
  await expect.element(summary()).toBeVisible();
  await expect.element(page.getByText('没有取到。')).not.toBeInTheDocument();
});

test('a lost connection and an expired session lose nothing that was typed', async () => {
  const it = desk({ [`PUT ${entryPath}`]: () => 'silence' });
  await summary().fill('断网时写的。');
  await save().click();
  await expect.element(page.getByText('没有连上服务器，写的内容还在。', { exact: false })).toBeVisible();
  await expect.element(summary()).toHaveValue('断网时写的。');

  it.wire[`PUT ${entryPath}`] = () => problem({ code: 'not-logged-in' });
  await save().click();
  await expect.element(page.getByText('登录已过期。')).toBeVisible();
  await expect.element(page.getByText(/您写的内容还在/)).toBeVisible();
  it.wire[`POST ${routes.staff.session}`] = () => value(editor);
  await page.getByLabelText('账号').fill('bianji');
  await page.getByLabelText('密码').fill('一句好记的话');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(summary()).toHaveValue('断网时写的。');
});

test('another person at the same computer finds nothing of the first one’s', async () => {
  const it = desk({ [`POST ${routes.staff.session}`]: () => value(sessionOf(shenhe, ['editor'])) });
  await summary().fill('王晓梅写的。');
  it.desk.expire();
  await page.getByLabelText('账号').fill('shenhe');
  await page.getByLabelText('密码').fill('另一句好记的话');
  await page.getByRole('button', { name: '登录' }).click();
  await expect.element(summary()).toHaveValue('我们答应您的事。');
});

test('saving and sending for review are one step; what follows is said', async () => {
  const it = desk({
    [`PUT ${entryPath}`]: () => value(detail({ revision: 5, state: 'draft' })),
    [`POST ${routes.staff.entryMove(ID)}`]: () => value(detail({ revision: 5, state: 'submitted' })),
  });
  await summary().fill('新的说明。');
  await page.getByRole('button', { name: '存成一稿并送审' }).click();
  await expect.element(page.getByText(/已送审。审核的同事/)).toBeVisible();
  expect(it.sent('POST', routes.staff.entryMove(ID))).toEqual([{ move: 'submit', revision: 5 }]);
  await expect
    .element(page.getByRole('button', { name: '送审', exact: true }))
    .toHaveAttribute('aria-disabled', 'true');
});

test('who may not edit reads, and is told who may', async () => {
  desk({}, sessionOf(shenhe, ['reviewer']));
  await expect.element(page.getByText('由信息员修改。您的岗位可以看。')).toBeVisible();
  await expect.element(page.getByText('先审核，后公开。')).toBeVisible();
  // Only the word to a colleague can be written.
  expect(page.getByRole('textbox').elements()).toEqual([page.getByLabelText('说一句').element()]);
});

test('before it is taken from the screens, what leads to it is named', async () => {
  desk(
    {
      [`GET ${routes.staff.entryNamedBy(ID)}`]: () =>
        value([
          { id: 'item/rule', title: '首问负责制' },
          { id: 'page/guide', title: '公开指南' },
        ]),
    },
    sessionOf(shenhe, ['signer']),
  );
  await page.getByRole('button', { name: '从屏幕上撤下' }).click();
  const naming = page.getByRole('region', { name: '指向它的' });
  await expect.element(naming.getByText('2 条内容指向它。')).toBeVisible();
  await expect
    .element(naming.getByRole('link', { name: '首问负责制' }))
    .toHaveAttribute('href', '/staff/content/item/rule');
});

test('links to what was withdrawn and addresses that no browser opens are pointed out while one writes', async () => {
  const to = (id: string, text: string) => ({ type: 'link', to: id, text });
  const body = [
    { type: 'paragraph', content: [to('guide/gone', '领养老金'), to('guide/there', '申请低保')] },
    { type: 'paragraph', content: [{ type: 'text', text: '网上看 http//www.jl.gov.cn' }] },
  ];
  const row = (id: string, title: string, state: string) => ({
    ...{ id, title, state, kind: 'guide', revision: 1, author: bianji, indexNo: null },
    ...{ editedAt: '2026-11-23T02:00:00.000Z', publishedRevision: state === 'published' ? 1 : null },
  });
  desk({
    [`GET ${entryPath}`]: () => value(detail({ entry: { ...promise, body } })),
    [`GET ${routes.staff.entries}`]: () =>
      value([row('guide/gone', '领取养老金', 'withdrawn'), row('guide/there', '申请低保', 'published')]),
  });
  const advice = page.getByRole('region', { name: '可以写得更好' });
  await expect.element(advice.getByText(/连到的“领取养老金”已经撤下/)).toBeVisible();
  await expect.element(advice.getByText(/网址“http\/\/www.jl.gov.cn”打不开/)).toBeVisible();
  await expect.poll(() => advice.getByRole('listitem').elements().length).toBe(2);
});
