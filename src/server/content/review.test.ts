import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Item } from '../../contract/item.ts';
import {
  type ReviewMove,
  type ReviewState,
  reviewMoveIds,
  reviewMoveRule,
  reviewMoves,
  reviewStates,
} from '../../contract/review.ts';
import { routes } from '../../contract/routes.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { changeEntry } from '../store/entry.ts';
import { openTestContent, people, type TestContent } from './test-content.ts';

let content: TestContent;
const id = 'page/about' as EntryId;
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const changed = async (title: string): Promise<Entry> =>
  ({ ...(await content.detail(id)).entry, title }) as Entry;
const save = async (as: 'editor' | 'second' | 'both', title: string): Promise<Response> =>
  content.send(as, 'PUT', routes.staff.entry(id), {
    basedOn: (await content.detail(id)).revision,
    entry: await changed(title),
  });

beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

/** What a move needs besides the right state. */
const enough: Record<ReviewMove, object> = {
  edit: {},
  submit: {},
  review: { aspects: ['lawful', 'accurate', 'disclosable'] },
  clear: { aspects: ['secret'], secrecyChecked: true },
  mask: {},
  sign: { aspects: ['disclosable'] },
  approve: { secrecyChecked: true },
  return: { note: '请改' },
  publish: {},
  schedule: { publishAt: '2026-11-25T01:00:00.000Z' },
  unschedule: {},
  urgent: { secrecyChecked: true, note: '汛情' },
  'review-after': { aspects: ['lawful', 'accurate', 'disclosable'] },
  'clear-after': { aspects: ['secret'], secrecyChecked: true },
  withdraw: { note: '不再有效' },
};

const writes = (move: ReviewMove): boolean => reviewMoveRule(move).needs.includes('content.edit');

test('the table, cell by cell: every state × every move', { timeout: 30_000 }, async () => {
  for (const state of reviewStates) {
    for (const move of reviewMoveIds) {
      await content.deps.store.transaction((trx) =>
        changeEntry(trx, id, { state, published_revision: 1, urgent_revision: null }),
      );
      const as = writes(move) ? 'editor' : 'reviewer';
      const answer = await content.move(as, id, move, enough[move]);
      const isOwed = reviewMoveRule(move).whileUrgent === true;
      const isLegal =
        reviewMoveRule(move).bringsText !== true &&
        !isOwed &&
        (reviewMoves[move].from as readonly ReviewState[]).includes(state);
      expect(`${state} ${move} ${answer.status}`).toBe(`${state} ${move} ${isLegal ? 200 : 409}`);
      const staysDraft = move === 'withdraw' && state !== 'published';
      if (isLegal) expect((await content.detail(id)).state).toBe(staysDraft ? state : reviewMoves[move].to);
      else expect(await problemOf(answer)).toBe('move-not-legal');
    }
  }
});

test('each move only by whom the table names', { timeout: 30_000 }, async () => {
  for (const move of reviewMoveIds) {
    for (const as of ['editor', 'reviewer', 'officer'] as const) {
      await content.deps.store.transaction((trx) =>
        changeEntry(trx, id, { state: reviewMoves[move].from[0], published_revision: 1 }),
      );
      const answer = await content.send(as, 'POST', routes.staff.entryMove(id), {
        move,
        revision: 1,
        ...enough[move],
      });
      const may = as === (writes(move) ? 'editor' : 'reviewer');
      expect(`${as} ${move} ${answer.status === 403}`).toBe(`${as} ${move} ${!may}`);
    }
  }
});

describe('who signs', () => {
  test('the author does not approve', async () => {
    await save('both', '新题目');
    await content.move('both', id, 'submit');
    const answer = await content.move('both', id, 'approve', { secrecyChecked: true });
    expect([answer.status, await problemOf(answer)]).toEqual([403, 'same-person-signs-twice']);
  });

  test('nor does who wrote an earlier draft that is not published yet', async () => {
    await save('both', '新题目');
    await save('editor', '新题目二');
    await content.move('editor', id, 'submit');
    const answer = await content.move('both', id, 'approve', { secrecyChecked: true });
    expect(await problemOf(answer)).toBe('same-person-signs-twice');
    expect((await content.move('reviewer', id, 'approve', { secrecyChecked: true })).status).toBe(200);
  });

  test('the secrecy check is required and recorded', async () => {
    await save('editor', '新题目');
    await content.move('editor', id, 'submit');
    for (const more of [{}, { secrecyChecked: false }]) {
      expect(await problemOf(await content.move('reviewer', id, 'approve', more))).toBe(
        'secrecy-check-missing',
      );
    }
    await content.move('reviewer', id, 'approve', { secrecyChecked: true });
    const acts = await content.deps.store.db
      .selectFrom('review_act')
      .selectAll()
      .orderBy('n', 'desc')
      .execute();
    expect(acts[0]).toMatchObject({
      move: 'approve',
      by_id: people.reviewer.id,
      secrecy_checked: 1,
      revision: 2,
    });
  });

  test('a return and a withdrawal need a reason', async () => {
    expect(await problemOf(await content.move('reviewer', id, 'withdraw'))).toBe('reason-missing');
    await save('editor', '新题目');
    await content.move('editor', id, 'submit');
    expect(await problemOf(await content.move('reviewer', id, 'return'))).toBe('reason-missing');
    expect((await content.move('reviewer', id, 'return', { note: '日期不对' })).status).toBe(200);
    expect((await content.detail(id)).history[0]).toMatchObject({ move: 'return', note: '日期不对' });
  });

  test('a signature is for what was read: another edit in between refuses it', async () => {
    await save('editor', '新题目');
    await content.move('editor', id, 'submit');
    await save('second', '又改了');
    const answer = await content.send('reviewer', 'POST', routes.staff.entryMove(id), {
      move: 'approve',
      revision: 2,
      secrecyChecked: true,
    });
    const body = (await answer.json()) as { problem: object };
    expect(body.problem).toEqual({ code: 'edited-meanwhile', by: people.second.name, revision: 3 });
  });

  test('an edit voids the approval', async () => {
    await content.approve(await changed('新题目'));
    expect((await content.detail(id)).state).toBe('approved');
    await save('second', '又改了');
    expect((await content.detail(id)).state).toBe('draft');
    expect(await problemOf(await content.send('reviewer', 'POST', routes.staff.publication, {}))).toBe(
      'nothing-to-publish',
    );
  });
});

test('two editors: the second is told whose edit came first, and nothing is overwritten', async () => {
  const entry = await changed('甲的题目');
  const first = await content.send('editor', 'PUT', routes.staff.entry(id), { basedOn: 1, entry });
  expect(first.status).toBe(200);
  const second = await content.send('second', 'PUT', routes.staff.entry(id), {
    basedOn: 1,
    entry: { ...entry, title: '乙的题目' },
  });
  expect(second.status).toBe(409);
  expect(((await second.json()) as { problem: object }).problem).toEqual({
    code: 'edited-meanwhile',
    by: people.editor.name,
    revision: 2,
  });
  expect((await content.detail(id)).entry.title).toBe('甲的题目');
});

test('of ten editors who save the same draft at once, one wins', async () => {
  const entry = await changed('题目');
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      content.send('editor', 'PUT', routes.staff.entry(id), {
        basedOn: 1,
        entry: { ...entry, title: `题目${n}` },
      }),
    ),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([
    200,
    ...Array.from({ length: 9 }, () => 409),
  ]);
  expect((await content.detail(id)).revision).toBe(2);
});

describe('what is saved', () => {
  test('faults are named by path', async () => {
    const entry = { ...(await changed('')), body: [{ type: 'heading', level: 9, text: '题' }], extra: 1 };
    const answer = await content.send('editor', 'PUT', routes.staff.entry(id), { basedOn: 1, entry });
    expect(answer.status).toBe(400);
    const { problem } = (await answer.json()) as { problem: { faults: { path: string; say: string }[] } };
    expect(problem.faults.map((fault) => fault.path).sort()).toEqual(['body.0.level', 'extra', 'title']);
  });

  test('words are the hall’s own, and nobody’s identity number is saved for publication', async () => {
    const item = (await content.detail('item/first')).entry as Item;
    const body = [{ type: 'paragraph', content: [{ type: 'text', text: '证号 220821199001010014' }] }];
    const entry = { ...item, department: 'nobody', body };
    const answer = await content.send('editor', 'PUT', routes.staff.entry('item/first'), {
      basedOn: 1,
      entry,
    });
    const { problem } = (await answer.json()) as { problem: { faults: { path: string; say: string }[] } };
    expect(problem.faults.map((fault) => fault.path)).toEqual(['department', 'body.0']);
  });

  test('an entry lives at its own address only', async () => {
    const entry = await changed('题目');
    const answer = await content.send('editor', 'PUT', routes.staff.entry('page/other'), {
      basedOn: 0,
      entry,
    });
    expect(await problemOf(answer)).toBe('bad-input');
  });

  test('a new entry starts from nothing, once', async () => {
    const entry = { ...(await changed('新页面')), id: 'page/new' };
    const put = (basedOn: number) =>
      content.send('editor', 'PUT', routes.staff.entry('page/new'), { basedOn, entry });
    expect((await put(3)).status).toBe(404);
    expect((await put(0)).status).toBe(200);
    expect((await put(0)).status).toBe(409);
    expect(await content.detail('page/new')).toMatchObject({ revision: 1, state: 'draft', published: null });
  });
});

test('what is disclosed on request, or to some only, is neither approved nor published', async () => {
  const item = (await content.detail('item/first')).entry as Item;
  for (const part of [{ disclosureWay: '依申请公开' }, { scope: '特定群体' }] as const) {
    const { revision } = await content.detail('item/first');
    const entry = { ...item, ...part };
    await content.send('editor', 'PUT', routes.staff.entry('item/first'), { basedOn: revision, entry });
    await content.move('editor', 'item/first', 'submit');
    const signed = await content.move('reviewer', 'item/first', 'approve', { secrecyChecked: true });
    const { problem } = (await signed.json()) as { problem: { faults: { path: string; say: string }[] } };
    expect(problem.faults).toEqual([
      { path: Object.keys(part)[0], say: expect.stringContaining('“第一件”') },
    ]);
    await content.deps.store.transaction((trx) => changeEntry(trx, item.id, { state: 'approved' }));
    expect((await content.send('reviewer', 'POST', routes.staff.publication, {})).status).toBe(400);
    expect((await content.detail('item/first')).published).toMatchObject({ disclosureWay: '主动公开' });
  }
});

test('what was done is in the audit chain, and the chain holds', async () => {
  await content.approve(await changed('新题目'));
  await content.send('reviewer', 'POST', routes.staff.publication, {});
  const rows = await content.deps.store.db
    .selectFrom('audit')
    .selectAll()
    .orderBy('n', 'desc')
    .limit(4)
    .execute();
  expect(rows.map((row) => [row.act, row.actor])).toEqual([
    ['content.publish', people.reviewer.id],
    ['content.approve', people.reviewer.id],
    ['content.submit', people.editor.id],
    ['content.edit', people.editor.id],
  ]);
  expect(await firstBrokenRow(content.deps.store.db)).toBeNull();
});
