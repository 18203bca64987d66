import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntryId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import { sayProblem } from '../../contract/problem.ts';
import { saveDraft } from './draft.ts';
import { moveEntry } from './review.ts';
import { openTestContent, people, smallHall, type TestContent } from './test-content.ts';

/** An editor of one department saves only its entries. */

let content: TestContent;
const id = 'item/first' as EntryId;
const one = 'departments: [{ id: dangzheng, name: 党政办公室 }]';
const two = 'departments: [{ id: dangzheng, name: 党政办公室 }, { id: minzheng, name: 民政办 }]';

beforeEach(async () => {
  const hall = smallHall['hall.yaml'] ?? '';
  expect(hall).toContain(one);
  content = await openTestContent({ ...smallHall, 'hall.yaml': hall.replace(one, two) });
});
afterEach(() => content.close());

const of = (department: string | null) => ({ ...people.editor, department });
const held = async (): Promise<Item> => (await content.detail(id)).entry as Item;
const save = async (department: string | null, change: Partial<Item> = { title: '改过的题目' }) =>
  saveDraft(content.deps, of(department), id, {
    basedOn: (await content.detail(id)).revision,
    entry: { ...(await held()), ...change },
  });
const codeOf = (result: Awaited<ReturnType<typeof save>>) => (result.ok ? 'saved' : result.problem.code);

test('one’s own is saved, another’s is refused in words and stays as it was', async () => {
  expect(codeOf(await save('dangzheng'))).toBe('saved');
  const refused = await save('minzheng', { title: '别人的题目' });
  expect(refused.ok ? '' : sayProblem(refused.problem)).toBe(
    '这一条归党政办公室管，您只能改民政办的内容，没有保存。请把要改的告诉党政办公室，或者请系统管理员调整您的科室。',
  );
  expect((await held()).title).toBe('改过的题目');
});

test('who writes for the whole hall saves every department’s', async () => {
  expect(codeOf(await save(null))).toBe('saved');
});

test('nothing is moved away from or into another department', async () => {
  const away = { department: 'minzheng' } as Partial<Item>;
  expect(codeOf(await save('dangzheng', away))).toBe('other-department');
  expect(codeOf(await save('minzheng', away))).toBe('other-department');
  expect(codeOf(await save(null, away))).toBe('saved');
  expect(codeOf(await save('minzheng', {}))).toBe('saved');
});

test('a new entry is its writer’s department’s; what belongs to none is everybody’s', async () => {
  const fresh = { ...(await held()), id: 'item/second' as EntryId };
  const begin = (department: string) =>
    saveDraft(content.deps, of(department), fresh.id, { basedOn: 0, entry: fresh });
  expect(codeOf(await begin('minzheng'))).toBe('other-department');
  expect(codeOf(await begin('dangzheng'))).toBe('saved');
  const page = await content.detail('page/about');
  const entry = { ...page.entry, title: '改过' };
  const saved = await saveDraft(content.deps, of('minzheng'), 'page/about' as EntryId, {
    basedOn: page.revision,
    entry,
  });
  expect(saved.ok).toBe(true);
});

test('nor is another’s sent to review', async () => {
  expect(codeOf(await save('dangzheng'))).toBe('saved');
  const { revision } = await content.detail(id);
  const submit = (department: string) =>
    moveEntry(content.deps, of(department), id, { move: 'submit', revision });
  expect(await submit('minzheng')).toMatchObject({ ok: false, problem: { code: 'other-department' } });
  expect((await submit('dangzheng')).ok).toBe(true);
});
