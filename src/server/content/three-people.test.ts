import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EntryId } from '../../contract/id.ts';
import {
  mayMakeMove,
  type ReviewMove,
  type ReviewState,
  reviewMoveIds,
  reviewMoveRule,
  reviewMoves,
  reviewStates,
} from '../../contract/review.ts';
import { routes } from '../../contract/routes.ts';
import { changeEntry } from '../store/entry.ts';
import { changeReviewWay } from './review-way.ts';
import { type Name, openTestContent, people, type TestContent } from './test-content.ts';

/** 三审: 复审, 保密审查, 签发, each by another person; the exception of a tiny hall is off but where a test turns it on. */

let content: TestContent;
const id = 'page/about' as EntryId;
const turn = (isOn: boolean) => changeReviewWay(content.deps, people.officer, isOn);
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;

beforeEach(async () => {
  content = await openTestContent();
  await turn(false);
});
afterEach(() => content.close());

const proof: Partial<Record<ReviewMove, object>> = {
  review: { aspects: ['lawful', 'accurate', 'disclosable'] },
  clear: { aspects: ['secret'], secrecyChecked: true },
  sign: { aspects: ['disclosable'] },
  approve: { secrecyChecked: true },
  return: { note: '请改' },
  schedule: { publishAt: '2026-11-25T01:00:00.000Z' },
  urgent: { secrecyChecked: true, note: '汛情' },
  'review-after': { aspects: ['lawful', 'accurate', 'disclosable'] },
  'clear-after': { aspects: ['secret'], secrecyChecked: true },
  withdraw: { note: '不再有效' },
};
const move = (as: Name, name: ReviewMove): Promise<Response> => content.move(as, id, name, proof[name]);
const save = async (as: Name, title: string): Promise<void> => {
  const { revision, entry } = await content.detail(id);
  await content.send(as, 'PUT', routes.staff.entry(id), { basedOn: revision, entry: { ...entry, title } });
};
const write = async (as: 'editor' | 'second' | 'both'): Promise<void> => {
  await save(as, `题目 ${as}`);
  await move(as, 'submit');
};

test('every state × every move × every role, by the table', { timeout: 60_000 }, async () => {
  const wrong: string[] = [];
  for (const state of reviewStates) {
    for (const name of reviewMoveIds) {
      for (const as of ['editor', 'head', 'secrecy', 'signer', 'officer'] as const) {
        await content.deps.store.transaction(async (trx) => {
          await changeEntry(trx, id, { state, published_revision: 1, urgent_revision: null });
          await trx.deleteFrom('review_act').where('entry_id', '=', id).execute();
        });
        const { status } = await move(as, name);
        const from = reviewMoves[name].from as readonly ReviewState[];
        const isOwed = reviewMoveRule(name).whileUrgent === true;
        const isLegal =
          reviewMoveRule(name).bringsText !== true && name !== 'approve' && !isOwed && from.includes(state);
        const wanted = mayMakeMove(people[as].roles, name) ? (isLegal ? 200 : 409) : 403;
        if (status !== wanted) wrong.push(`${state} ${name} ${as}: ${status}, not ${wanted}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('three people sign one after the other, and each signature says what was looked at', async () => {
  await write('editor');
  const states: ReviewState[] = [];
  for (const [as, name] of [
    ['head', 'review'],
    ['secrecy', 'clear'],
    ['signer', 'sign'],
  ] as const) {
    expect((await move(as, name)).status).toBe(200);
    states.push((await content.detail(id)).state);
  }
  expect(states).toEqual(['reviewed', 'cleared', 'approved']);
  const { history, mayOneSign } = await content.detail(id);
  expect(mayOneSign).toBe(false);
  expect(
    history
      .slice(0, 3)
      .map(({ move: made, by, aspects, isException }) => [made, by.name, aspects, isException]),
  ).toEqual([
    ['sign', '分管领导', ['disclosable'], false],
    ['clear', '保密审查员', ['secret'], false],
    ['review', '科室负责人', ['lawful', 'accurate', 'disclosable'], false],
  ]);
  expect((await move('signer', 'publish')).status).toBe(200);
});

test('the publication names who signed for it', async () => {
  await write('editor');
  await move('head', 'review');
  await move('secrecy', 'clear');
  await move('signer', 'sign');
  const answer = await content.get(routes.staff.publication, 'signer');
  const { changes } = (await answer.json()) as { changes: { approvedBy: { name: string } }[] };
  expect(changes.map((each) => each.approvedBy.name)).toEqual(['分管领导']);
});

describe('nobody signs two of author, 复审 and 终审', () => {
  test('an author signs at no stage, whatever their roles', async () => {
    await write('both');
    expect(await problemOf(await move('both', 'review'))).toBe('same-person-signs-twice');
    await move('head', 'review');
    expect(await problemOf(await move('both', 'clear'))).toBe('same-person-signs-twice');
    await move('secrecy', 'clear');
    expect(await problemOf(await move('both', 'sign'))).toBe('same-person-signs-twice');
    expect((await move('signer', 'sign')).status).toBe(200);
  });

  test('who reviewed does the secrecy check if it is theirs, but does not sign', async () => {
    await write('editor');
    expect((await move('reviewer', 'review')).status).toBe(200);
    expect((await move('reviewer', 'clear')).status).toBe(200);
    const answer = await move('reviewer', 'sign');
    expect([answer.status, await problemOf(answer)]).toEqual([403, 'signed-before']);
  });

  test('a return and a new way through the same draft change nothing about it', async () => {
    await write('editor');
    await move('reviewer', 'review');
    await move('head', 'return');
    await move('editor', 'submit');
    await move('head', 'review');
    await move('secrecy', 'clear');
    expect(await problemOf(await move('reviewer', 'sign'))).toBe('signed-before');
  });
});

test('all at once is not legal without the exception', async () => {
  await write('editor');
  expect(await problemOf(await move('reviewer', 'approve'))).toBe('move-not-legal');
});

test('with the exception one other person may, and the record says so', async () => {
  await turn(true);
  await write('both');
  expect(await problemOf(await move('both', 'approve'))).toBe('same-person-signs-twice');
  expect((await move('head', 'approve')).status).toBe(403);
  expect((await move('reviewer', 'approve')).status).toBe(200);
  expect((await content.detail(id)).history[0]).toMatchObject({ move: 'approve', isException: true });
  const rows = await content.deps.store.db.selectFrom('audit').selectAll().orderBy('n', 'desc').execute();
  expect(JSON.parse(rows[0]?.detail ?? '')).toMatchObject({ exception: true });
});

test('with the exception two of three signatures by one are recorded as such, the others not', async () => {
  await turn(true);
  await write('editor');
  for (const name of ['review', 'clear', 'sign'] as const)
    expect((await move('reviewer', name)).status).toBe(200);
  const { history } = await content.detail(id);
  expect(history.slice(0, 3).map((act) => act.isException)).toEqual([true, false, false]);
});

test.each(['review', 'clear', 'sign'] as const)('%s needs all of its aspects', async (name) => {
  await write('editor');
  await content.deps.store.transaction((trx) => changeEntry(trx, id, { state: reviewMoves[name].from[0] }));
  for (const missing of reviewMoveRule(name).aspects ?? []) {
    const some = reviewMoveRule(name).aspects?.filter((each) => each !== missing) ?? [];
    const answer = await content.move('reviewer', id, name, { ...proof[name], aspects: some });
    expect(await problemOf(answer)).toBe('aspects-missing');
  }
  if (name === 'clear')
    expect(await problemOf(await content.move('reviewer', id, name, { aspects: ['secret'] }))).toBe(
      'secrecy-check-missing',
    );
});

test('an edit voids every signature: the next draft starts from the first stage', async () => {
  await write('editor');
  await move('head', 'review');
  await move('secrecy', 'clear');
  await save('second', '又改了');
  expect((await content.detail(id)).state).toBe('draft');
  await move('second', 'submit');
  expect(await problemOf(await move('signer', 'sign'))).toBe('move-not-legal');
  expect(await problemOf(await move('secrecy', 'clear'))).toBe('move-not-legal');
});

test('each stage sends back with a reason', async () => {
  const stages = [
    ['head', null],
    ['secrecy', 'review'],
    ['signer', 'clear'],
  ] as const;
  for (const [as, before] of stages) {
    await save('editor', `给 ${as}`);
    await move('editor', 'submit');
    if (before !== null) await move('head', 'review');
    if (before === 'clear') await move('secrecy', 'clear');
    expect(await problemOf(await content.move(as, id, 'return'))).toBe('reason-missing');
    expect((await move(as, 'return')).status).toBe(200);
    expect((await content.detail(id)).history[0]).toMatchObject({
      move: 'return',
      by: { name: people[as].name },
    });
  }
});

test('a change of how the hall reviews is audited', async () => {
  const { db } = content.deps.store;
  await turn(true);
  const last = await db.selectFrom('audit').selectAll().orderBy('n', 'desc').limit(1).executeTakeFirst();
  expect(last).toMatchObject({ act: 'review.way', actor: people.officer.id, detail: '{"oneSigns":true}' });
});
