import { afterEach, beforeEach, expect, test } from 'vitest';
import { routes } from '../../contract/routes.ts';
import type { WritingDetail } from '../../contract/writing.ts';
import { type Name, openTestContent, type TestContent } from './test-content.ts';

let content: TestContent;
const id = 'page/about';
const [office, home] = ['office00', 'home0000'];

beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

interface Keep {
  readonly text: object;
  readonly after?: number;
  readonly hand?: string;
  readonly basedOn?: number;
}
const keep = (as: Name, { text, after = 0, hand = office, basedOn = 1 }: Keep, at = id) =>
  content.send(as, 'PUT', routes.staff.writing(at), { text, basedOn, after, hand });
const detailOf = async (as: Name, at = id): Promise<WritingDetail> =>
  (await (await content.get(routes.staff.writing(at), as)).json()) as WritingDetail;
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const auditRows = () => content.deps.store.db.selectFrom('audit').selectAll().execute();

test('what is half typed is kept with what it began from, and is no act', async () => {
  const before = await auditRows();
  const answer = await keep('editor', { text: { title: '', body: [] } });
  expect(await answer.json()).toEqual({
    n: 1,
    savedAt: '2026-11-24T02:00:00.000Z',
    revision: 1,
    by: '导入',
  });
  const { mine } = await detailOf('editor');
  expect(mine).toMatchObject({ n: 1, basedOn: 1, text: { title: '', body: [] } });
  expect(mine?.base).toEqual((await content.detail(id)).entry);
  expect((await content.detail(id)).revision).toBe(1);
  expect(await auditRows()).toEqual(before);
});

test('an entry that does not exist yet is kept too, from nothing', async () => {
  await keep('editor', { text: { title: '新的' }, basedOn: 0 }, 'page/new');
  expect((await detailOf('editor', 'page/new')).mine).toMatchObject({ basedOn: 0, base: {} });
  const list = await (await content.get(routes.staff.writings, 'editor')).json();
  expect(list).toEqual([{ id: 'page/new', title: '新的', basedOn: 0, savedAt: '2026-11-24T02:00:00.000Z' }]);
});

test('a colleague sees who is writing, and not what', async () => {
  await keep('editor', { text: { title: '秘密' } });
  const seen = await detailOf('second');
  expect(seen).toEqual({
    mine: null,
    past: 0,
    others: [{ by: { id: 's-editor00', name: '编辑' }, savedAt: '2026-11-24T02:00:00.000Z' }],
  });
  expect(await (await content.get(routes.staff.writings, 'second')).json()).toEqual([]);
});

test('one person at two computers: the second is told, and nothing is overwritten', async () => {
  await keep('editor', { text: { title: '办公室写的' } });
  const refused = await keep('editor', { text: { title: '家里写的' }, hand: home });
  expect([refused.status, await problemOf(refused)]).toEqual([409, 'written-elsewhere']);
  expect((await detailOf('editor')).mine?.text).toEqual({ title: '办公室写的' });
  expect((await keep('editor', { text: { title: '两边的' }, hand: home, after: 1 })).status).toBe(200);
});

test('a page whose answer was lost goes on from its own copy, and the same text is no conflict', async () => {
  await keep('editor', { text: { title: '一' } });
  expect((await keep('editor', { text: { title: '二' } })).status).toBe(200);
  expect((await keep('editor', { text: { title: '二' }, hand: home })).status).toBe(200);
});

test('a copy that became a revision, or was given up, is not raised again by a late page', async () => {
  const { entry } = await content.detail(id);
  await keep('editor', { text: { ...entry, title: '写好了' } });
  await keep('second', { text: { ...entry, title: '同事的' } });
  await content.send('editor', 'PUT', routes.staff.entry(id), {
    basedOn: 1,
    entry: { ...entry, title: '写好了' },
  });
  expect((await detailOf('editor')).mine).toBeNull();
  const late = await keep('editor', { text: { title: '晚到的' }, after: 1 });
  expect(await problemOf(late)).toBe('written-elsewhere');
  // The colleague's own text stays, and its next keeping says that a newer revision is there.
  const kept = await keep('second', { text: { ...entry, title: '同事的二' }, after: 1 });
  expect(await kept.json()).toMatchObject({ n: 2, revision: 2, by: '编辑' });
});

test('given up, it is gone, and only one’s own', async () => {
  await keep('editor', { text: { title: '一' } });
  await keep('second', { text: { title: '二' } });
  const headers = { 'x-test-staff': 'editor', 'sec-fetch-site': 'same-origin' };
  await content.app.request(routes.staff.writing(id), { method: 'DELETE', headers });
  expect((await detailOf('editor')).mine).toBeNull();
  expect((await detailOf('second')).mine?.text).toEqual({ title: '二' });
});

test('what is too large, too deep or too much is refused in words', async () => {
  const large = await keep('editor', { text: { title: '字'.repeat(1_500_000) } });
  expect([large.status, await problemOf(large)]).toEqual([413, 'too-large']);
  const answer = await content.app.request(routes.staff.writing(id), {
    method: 'PUT',
    headers: {
      'x-test-staff': 'editor',
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
    },
    body: `{"text":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}},"basedOn":1,"after":0,"hand":"${office}"}`,
  });
  expect([answer.status, await problemOf(answer)]).toEqual([400, 'bad-input']);
  for (let at = 0; at < 200; at += 1)
    expect((await keep('editor', { text: {}, basedOn: 0 }, `page/p${at}`)).status).toBe(200);
  expect(await problemOf(await keep('editor', { text: {}, basedOn: 0 }, 'page/more'))).toBe(
    'too-many-writings',
  );
});
