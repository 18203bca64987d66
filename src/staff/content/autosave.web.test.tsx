import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../contract/routes.ts';
import {
  bianji,
  openTestDesk,
  problem,
  sessionOf,
  shelved,
  shenhe,
  type TestDesk,
  value,
  type Wire,
} from '../test-desk.tsx';
import { promiseDetail as detail, promise } from './test-entry.ts';

const ID = promise.id;
const entryPath = routes.staff.entry(ID);
const writingPath = routes.staff.writing(ID);

const copy = (text: object, part: object = {}) => ({
  mine: { n: 7, basedOn: 4, savedAt: '2026-11-24T01:30:00.000Z', text, base: promise, ...part },
  others: [],
});

let open: TestDesk | undefined;
const desk = (wire: Wire, { isSameBrowser = false, staff = bianji } = {}): TestDesk => {
  open = openTestDesk({
    at: { page: 'entry', id: ID as never },
    session: sessionOf(staff, ['editor']),
    wire: { [`GET ${entryPath}`]: () => value(detail()), ...wire },
    isSameBrowser,
  });
  return open;
};
afterEach(() => open?.close());

/** Longer than hands rest before a text is sent. */
const PATIENT = { timeout: 5_000 };
const summary = () => page.getByLabelText('一句话说明');

test('what is typed goes into the browser, then to the server, and the bar says where it is', async () => {
  const it = desk({});
  await summary().fill('写到一半');
  await expect.element(page.getByText('已存在本机，正在存到服务器……')).toBeVisible();
  expect(shelved()).toEqual([
    expect.stringMatching(new RegExp(`^bianminping/desk/${bianji.id}/内容 ${ID} [a-z0-9]+$`)),
  ]);
  await expect.element(page.getByText('今天 10:00 已自动存到服务器，还没有存成一稿。')).toBeVisible();
  expect(it.sent('PUT', writingPath)).toMatchObject([
    { basedOn: 4, after: 0, text: { ...promise, summary: '写到一半' } },
  ]);
  // The server has it: nothing stays for the next person at this computer.
  expect(shelved()).toEqual([]);
  expect(it.sent('PUT', entryPath)).toEqual([]);
});

test('without the server it stays in the browser, outlives the page, and goes up by itself', async () => {
  desk({ [`PUT ${writingPath}`]: () => 'silence' });
  await summary().fill('断网写的');
  await expect.element(page.getByText('没有连上服务器。已存在本机，连上后再存到服务器。')).toBeVisible();
  open?.close();

  const again = desk({}, { isSameBrowser: true });
  await expect.element(summary()).toHaveValue('断网写的');
  await expect
    .poll(() => again.sent('PUT', writingPath), PATIENT)
    .toMatchObject([{ text: { summary: '断网写的' } }]);
  await expect.poll(shelved).toEqual([]);
});

test('the next person at this computer is shown nothing, and the first one’s text waits', async () => {
  desk({ [`PUT ${writingPath}`]: () => 'silence' });
  await summary().fill('王晓梅写的');
  await expect.poll(shelved).toHaveLength(1);
  open?.close();

  const other = desk({}, { isSameBrowser: true, staff: shenhe });
  await expect.element(summary()).toHaveValue('我们答应您的事。');
  expect(other.sent('PUT', writingPath)).toEqual([]);
  expect(shelved()).toHaveLength(1);
});

test('what was written at another computer is there', async () => {
  const it = desk({ [`GET ${writingPath}`]: () => value(copy({ ...promise, summary: '家里写的' })) });
  await expect.element(summary()).toHaveValue('家里写的');
  await expect.element(page.getByText('今天 09:30 已自动存到服务器，还没有存成一稿。')).toBeVisible();
  await summary().fill('家里写的，办公室接着写');
  await expect.poll(() => it.sent('PUT', writingPath), PATIENT).toMatchObject([{ after: 7 }]);
});

test('a copy that began from an older revision is shown beside the newer one before anything else', async () => {
  const newer = detail({ revision: 5, author: shenhe, entry: { ...promise, summary: '同事写的' } });
  desk({
    [`GET ${entryPath}`]: () => value(newer),
    [`GET ${writingPath}`]: () => value(copy({ ...promise, summary: '我写的' })),
  });
  await expect.element(page.getByRole('heading', { name: '李国强（示例）刚刚改过这一条' })).toBeVisible();
  await page.getByRole('radio', { name: '用我的' }).click();
  await page.getByRole('button', { name: '用选好的接着写' }).click();
  await expect.element(summary()).toHaveValue('我写的');
});

test('a colleague’s revision is told while one types', async () => {
  const it = desk({
    [`PUT ${writingPath}`]: () =>
      value({ n: 1, savedAt: '2026-11-24T02:00:00.000Z', revision: 5, by: shenhe.name }),
  });
  await summary().fill('我写的');
  await expect.element(page.getByText(/李国强（示例）刚存了第 5 稿。/)).toBeVisible();
  it.wire[`GET ${entryPath}`] = () =>
    value(detail({ revision: 5, author: shenhe, entry: { ...promise, title: '服务承诺书' } }));
  await page.getByRole('button', { name: '看看两边的差别' }).click();
  await expect.element(page.getByText('只有李国强（示例）改了：名称。会保留。')).toBeVisible();
});

test('written at two computers at once: both texts are kept and the person chooses', async () => {
  const it = desk({ [`PUT ${writingPath}`]: () => problem({ code: 'written-elsewhere' }) });
  await summary().fill('这里写的');
  await expect.element(page.getByText(/您在另一个窗口或另一台电脑上也改过这一条/)).toBeVisible();
  it.wire[`GET ${writingPath}`] = () => value(copy({ ...promise, summary: '别处写的' }));
  delete it.wire[`PUT ${writingPath}`];
  await page.getByRole('button', { name: '看看两边的差别' }).click();
  await expect.element(page.getByRole('heading', { name: '您在别处刚刚改过这一条' })).toBeVisible();
  await page.getByRole('radio', { name: '用我的' }).click();
  await page.getByRole('button', { name: '用选好的接着写' }).click();
  await expect.element(summary()).toHaveValue('这里写的');
  await expect
    .poll(() => it.sent('PUT', writingPath).at(-1), PATIENT)
    .toMatchObject({ after: 7, text: { summary: '这里写的' } });
});

test('a revision ends the copy; what was given up can be brought back', async () => {
  const it = desk({
    [`PUT ${entryPath}`]: (body) =>
      value(detail({ revision: 5, state: 'draft', entry: (body as { entry: unknown }).entry })),
  });
  await summary().fill('新的说明');
  await page.getByRole('button', { name: '不要这些改动' }).click();
  await expect.element(summary()).toHaveValue('我们答应您的事。');
  await page.getByRole('button', { name: '找回刚才去掉的改动' }).click();
  await expect.element(summary()).toHaveValue('新的说明');
  await page.getByRole('button', { name: '存成一稿', exact: true }).click();
  await expect.element(page.getByText('已存成第 5 稿。还没有送审，屏幕上不会变。')).toBeVisible();
  await expect.poll(shelved).toEqual([]);
  expect(it.desk.memory.keys.value).toEqual([]);
});

test('logging out waits for the server; what it would not take stays here for its owner', async () => {
  const it = desk({
    [`PUT ${writingPath}`]: () => 'silence',
    [`DELETE ${routes.staff.session}`]: () => value({}),
  });
  await summary().fill('还没上去的');
  await page.getByRole('button', { name: '退出' }).click();
  await expect.element(page.getByText('有写的内容还没存到服务器。')).toBeVisible();
  expect(shelved()).toHaveLength(1);
  open?.close();

  const next = desk({ [`DELETE ${routes.staff.session}`]: () => value({}) }, { isSameBrowser: true });
  await expect.element(summary()).toHaveValue('还没上去的');
  await page.getByRole('button', { name: '退出' }).click();
  await expect.element(page.getByRole('heading', { name: '登录工作台' })).toBeVisible();
  expect(next.sent('PUT', writingPath)).toHaveLength(1);
  expect(shelved()).toEqual([]);
  expect(page.getByText('有写的内容还没存到服务器。').query()).toBeNull();
  expect(it.sent('PUT', writingPath).length).toBeGreaterThan(0);
});

test('an input method at work is left alone: nothing half typed is kept', async () => {
  const it = desk({});
  await expect.element(summary()).toBeVisible();
  const field = summary().element() as HTMLTextAreaElement;
  field.focus();
  const compose = (kind: string, data: string) =>
    field.dispatchEvent(new CompositionEvent(kind, { data, bubbles: true }));
  const type = (text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  };
  compose('compositionstart', '');
  type('我们答应您的事。ban');
  expect(it.desk.memory.keys.value).toEqual([]);
  type('我们答应您的事。办');
  compose('compositionend', '办');
  await expect
    .poll(() => it.sent('PUT', writingPath), PATIENT)
    .toMatchObject([{ text: { summary: '我们答应您的事。办' } }]);
  expect(it.sent('PUT', writingPath)).toHaveLength(1);
});

test('two windows without a network do not overwrite each other, and the next one is offered both', async () => {
  desk({ [`PUT ${writingPath}`]: () => 'silence' });
  const first = open;
  await summary().fill('第一个窗口写的');
  await expect.poll(shelved).toHaveLength(1);
  // The window stays open, out of sight.
  first?.hide();
  desk({ [`PUT ${writingPath}`]: () => 'silence' }, { isSameBrowser: true });
  const second = open;
  await expect.element(summary()).toHaveValue('我们答应您的事。');
  await expect.element(page.getByText(/在另一个还开着的窗口里写的/)).toBeVisible();
  await summary().fill('第二个窗口写的');
  await expect.poll(shelved).toHaveLength(2);
  second?.close();
  first?.close();

  const third = desk({}, { isSameBrowser: true });
  await expect.element(summary()).toBeVisible();
  expect((summary().element() as HTMLTextAreaElement).value).toMatch(/第.个窗口写的/);
  await expect.element(page.getByText(/在一个已经关掉的窗口里写的/)).toBeVisible();
  await page.getByRole('button', { name: '看看两份的差别' }).click();
  await expect.element(page.getByText('第一个窗口写的', { exact: false }).first()).toBeVisible();
  await page.getByRole('radio', { name: '用我的' }).click();
  await page.getByRole('button', { name: '用选好的接着写' }).click();
  await expect.element(page.getByText('这台电脑上还有您写的另一份。')).not.toBeInTheDocument();
  await expect.poll(() => third.sent('PUT', writingPath).length, PATIENT).toBeGreaterThan(0);
  await expect.poll(shelved).toEqual([]);
});

test('what was given up before the server had it goes there first, so that it can be brought back', async () => {
  const it = desk({});
  await summary().fill('还没来得及存');
  await page.getByRole('button', { name: '不要这些改动' }).click();
  await expect.poll(() => it.sent('DELETE', writingPath), PATIENT).toHaveLength(1);
  expect(it.sent('PUT', writingPath)).toMatchObject([{ text: { summary: '还没来得及存' } }]);
});
