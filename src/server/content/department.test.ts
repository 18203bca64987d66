import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Role, roleIds } from '../../contract/account.ts';
import type { Entry } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import { sayProblem } from '../../contract/problem.ts';
import { type ReviewMove, reviewMoveIds } from '../../contract/review.ts';
import { routes } from '../../contract/routes.ts';
import { saveDraft } from './draft.ts';
import { moveEntry } from './review.ts';
import { demoHall, openTestContent, people, smallHall, type TestContent } from './test-content.ts';

/** An editor of one department saves only its entries; a reviewer of one reviews only them. */

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

test('a page or form that names a department is that department’s; the hall must know it', async () => {
  const page = await content.detail('page/about');
  const put = async (department: string, own: string | null) => {
    const { revision } = await content.detail('page/about');
    const entry = { ...page.entry, department };
    return saveDraft(content.deps, of(own), 'page/about' as EntryId, { basedOn: revision, entry });
  };
  expect(codeOf(await put('nobody', null))).toBe('bad-input');
  expect(codeOf(await put('minzheng', 'dangzheng'))).toBe('other-department');
  expect(codeOf(await put('minzheng', 'minzheng'))).toBe('saved');
  expect((await content.detail('page/about')).department).toBe('minzheng');
  expect(codeOf(await put('minzheng', 'dangzheng'))).toBe('other-department');
});

/** What a move asks of a department, written out by hand; what is not named is the office's own, hall-wide. */
const asks: Readonly<Partial<Record<ReviewMove, 'write' | 'review'>>> = {
  submit: 'write',
  edit: 'write',
  review: 'review',
  'review-after': 'review',
};
const holders: Readonly<Record<ReviewMove, readonly Role[]>> = {
  edit: ['editor'],
  submit: ['editor'],
  review: ['reviewer'],
  clear: ['secrecy'],
  mask: ['secrecy'],
  sign: ['signer'],
  approve: [],
  return: ['reviewer', 'secrecy', 'signer'],
  publish: ['signer'],
  schedule: ['signer'],
  unschedule: ['signer'],
  urgent: ['signer'],
  'review-after': ['reviewer'],
  'clear-after': ['secrecy'],
  withdraw: ['signer'],
};

test('every role of every department on entries of every kind: by role, then by department', async () => {
  await content.close();
  content = await openTestContent(demoHall());
  const [mine, others] = ['shebao', 'minzheng'];
  const its = new Map<string, string | null>([
    ['guide/pension-claim', mine],
    // A chart and a card belong to their guide.
    ['chart/pension-claim', mine],
    ['page/disclosure-guide', null],
    ['form/opinion', null],
    ['card/hall-contact', null],
  ]);
  const rows = (await (await content.get(routes.staff.entries, 'editor')).json()) as {
    id: string;
    department: string | null;
  }[];
  for (const [id, department] of its)
    expect([id, rows.find((row) => row.id === id)?.department]).toEqual([id, department]);
  const told: string[] = [];
  for (const [id, department] of its)
    for (const role of roleIds)
      for (const own of [null, mine, others])
        for (const move of reviewMoveIds) {
          const staff = { ...people.officer, roles: [role], department: own };
          // A revision that never is: who may gets no further than that.
          const done = await moveEntry(content.deps, staff, id as EntryId, { move, revision: 9_999 });
          const isBound = asks[move] ?? (move === 'return' && role === 'reviewer' ? 'review' : undefined);
          const isFree = own === null || own === department || (department === null && isBound === 'write');
          const wanted = !holders[move].includes(role)
            ? 'not-allowed'
            : isBound === undefined || isFree
              ? 'edited-meanwhile'
              : 'other-department';
          const code = done.ok ? 'done' : done.problem.code;
          if (code !== wanted)
            told.push(`${role} of ${own} ${move} ${id} of ${department}: ${code}, not ${wanted}`);
        }
  expect(told).toEqual([]);
});

test('a card or chart moves with its guide, and is not begun for another’s', async () => {
  await content.close();
  content = await openTestContent(demoHall());
  const guide = await content.detail('guide/pension-claim');
  const card = {
    ...((await content.detail('card/hall-contact')).entry as Entry & { kind: 'card' }),
    id: 'card/pension' as EntryId,
    guide: 'guide/pension-claim' as EntryId,
  };
  const begin = (department: string) =>
    saveDraft(content.deps, of(department), card.id, { basedOn: 0, entry: card });
  expect(codeOf(await begin('minzheng'))).toBe('other-department');
  expect(codeOf(await begin('shebao'))).toBe('saved');
  const entry = guide.entry as Entry & { kind: 'guide' };
  const moved = { ...entry, handler: { ...entry.handler, department: 'minzheng' } };
  await saveDraft(content.deps, of(null), entry.id, { basedOn: guide.revision, entry: moved });
  expect((await content.detail('card/pension')).department).toBe('minzheng');
  expect((await content.detail('chart/pension-claim')).department).toBe('minzheng');
});

test('the first page asks a reviewer for their department’s alone', async () => {
  const submit = async (entry: string) => {
    const { revision, entry: text } = await content.detail(entry);
    const saved = { ...text, title: '改过' };
    await saveDraft(content.deps, of(null), entry as EntryId, { basedOn: revision, entry: saved });
    expect((await content.move('editor', entry, 'submit')).status).toBe(200);
  };
  await submit('item/first');
  await submit('page/about');
  const asked = async (department: string | null) => {
    const { today } = await import('../submission/today.ts');
    const staff = { ...people.head, department };
    const definitions = async () => null;
    return (await today({ ...content.deps, definitions }, staff)).toReview.map((row) => row.id).sort();
  };
  expect(await asked(null)).toEqual(['item/first', 'page/about']);
  expect(await asked('dangzheng')).toEqual(['item/first']);
  expect(await asked('minzheng')).toEqual([]);
});
