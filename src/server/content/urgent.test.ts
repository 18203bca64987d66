import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Today } from '../../contract/desk.ts';
import type { Digest } from '../../contract/desk-timeliness.ts';
import { routes } from '../../contract/routes.ts';
import { changeReviewWay } from './review-way.ts';
import { type Name, openTestContent, people, type TestContent } from './test-content.ts';

/** What cannot wait goes out on 终审 alone; 复审 and 保密审查 follow, and until then the desk's first page asks for them. */

let content: TestContent;
const id = 'page/about';
const problemOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const save = async (as: Name, title: string): Promise<void> => {
  const { revision, entry } = await content.detail(id);
  await content.send(as, 'PUT', routes.staff.entry(id), { basedOn: revision, entry: { ...entry, title } });
};
const owed = async (): Promise<string[]> => {
  const answer = await content.get(routes.staff.today, 'head');
  return ((await answer.json()) as Today).urgent.map((row) => row.id);
};
const urgent = (as: Name = 'signer') =>
  content.move(as, id, 'urgent', { secrecyChecked: true, note: '汛情，来不及' });
const after = (as: Name, move: 'review-after' | 'clear-after') =>
  content.move(as, id, move, {
    aspects: ['lawful', 'accurate', 'disclosable', 'secret'],
    secrecyChecked: true,
  });

beforeEach(async () => {
  content = await openTestContent();
  await changeReviewWay(content.deps, people.officer, false);
  await save('editor', '汛情通知');
});
afterEach(() => content.close());

test('the signer alone publishes, with a reason, and it is recorded as urgent until both have signed', async () => {
  expect(await problemOf(await content.move('signer', id, 'urgent', { secrecyChecked: true }))).toBe(
    'reason-missing',
  );
  expect((await urgent()).status).toBe(200);
  const detail = await content.detail(id);
  expect(detail).toMatchObject({
    state: 'published',
    published: { title: '汛情通知' },
    urgentRevision: 2,
    urgent: { by: { name: '分管领导' }, reason: '汛情，来不及', isReviewed: false, isCleared: false },
  });
  expect(detail.history.slice(0, 2).map((act) => act.move)).toEqual(['urgent', 'publish']);
  expect(await owed()).toEqual([id]);

  const onPaper = async () =>
    ((await (await content.get(routes.staff.digest('2026-11-16'), 'head')).json()) as Digest).urgent;
  expect(await onPaper()).toEqual([
    { id, title: '汛情通知', department: '', on: '2026-11-24', note: '汛情，来不及' },
  ]);

  expect((await after('head', 'review-after')).status).toBe(200);
  expect((await content.detail(id)).urgent).toMatchObject({ isReviewed: true, isCleared: false });
  expect(await owed()).toEqual([id]);
  expect(await problemOf(await after('head', 'review-after'))).toBe('move-made-before');

  expect((await after('secrecy', 'clear-after')).status).toBe(200);
  expect(await content.detail(id)).toMatchObject({ state: 'published', urgent: null, urgentRevision: null });
  expect(await owed()).toEqual([]);
  expect(await onPaper()).toEqual([]);
});

test('neither who wrote it nor who let it out signs afterwards', async () => {
  await save('both', '汛情通知二');
  expect(await problemOf(await urgent('both'))).toBe('same-person-signs-twice');
  expect((await urgent('reviewer')).status).toBe(200);
  expect(await problemOf(await after('both', 'review-after'))).toBe('same-person-signs-twice');
  expect(await problemOf(await after('reviewer', 'review-after'))).toBe('signed-before');
  expect((await after('head', 'review-after')).status).toBe(200);
});

test('a newer draft does not hinder the signatures for what is shown, nor count as it', async () => {
  await urgent();
  await save('both', '下一稿');
  expect((await content.detail(id)).state).toBe('draft');
  // Wrote the newer draft, not what is shown.
  expect((await after('both', 'review-after')).status).toBe(200);
  expect((await after('secrecy', 'clear-after')).status).toBe(200);
  expect(await content.detail(id)).toMatchObject({ state: 'draft', urgent: null });
  const signed = (await content.detail(id)).history.filter((act) => act.move.endsWith('-after'));
  expect(signed.map((act) => act.revision)).toEqual([2, 2]);
});

test('what was withdrawn owes nothing any more', async () => {
  await urgent();
  await content.move('signer', id, 'withdraw', { note: '汛情过了' });
  expect(await owed()).toEqual([]);
  expect(await problemOf(await after('head', 'review-after'))).toBe('move-not-legal');
});

test('nobody but the signer, and nothing that is not urgent, is signed afterwards', async () => {
  for (const as of ['editor', 'head', 'secrecy'] as const) expect((await urgent(as)).status).toBe(403);
  expect(await problemOf(await after('head', 'review-after'))).toBe('move-not-legal');
});
