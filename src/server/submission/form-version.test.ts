import { afterAll, expect, test, vi } from 'vitest';
import type { EntryDetail } from '../../contract/desk.ts';
import type { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Form } from '../../contract/form.ts';
import { type EntryId, entryObjectId } from '../../contract/id.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { demoHall, openTestContent } from '../content/test-content.ts';
import { entryRecord } from '../store/entry.ts';
import { currentNumber, listAt } from '../store/snapshot.ts';
import type { TestHall } from '../test-hall.ts';
import { enrolMachine } from '../test-machine.ts';

// Keys and sealing are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A form is changed and published while answers to it are on their way: each stays with the questions that its visitor saw. */

const content = await openTestContent(demoHall());
afterAll(() => content.close());

const ID = 'form/opinion';
const { db } = content.deps.store;
const shownDigest = async (): Promise<string> =>
  (await listAt(db, await currentNumber(db))).get(entryObjectId(ID as EntryId)) ?? '';

/** The screen of `enrolMachine`, on this hall's app. */
const screenThatSaw = (form: Form, formDigest: string) =>
  enrolMachine({
    deps: content.deps,
    form,
    formDigest,
    ask: async (method: string, path: string, { body }: { body?: unknown } = {}) =>
      content.app.request(path, {
        method,
        headers: { 'content-type': MEDIA_TYPE, 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify(body),
      }),
  } as unknown as TestHall);

const filed = async (form: Form, answers: Record<string, string | string[]>): Promise<string> => {
  const envelope = await (await screenThatSaw(form, await shownDigest())).seal({ answers });
  const answer = await content.app.request(routes.submission(envelope.submission), {
    method: 'PUT',
    headers: { 'content-type': MEDIA_TYPE },
    body: JSON.stringify(envelope),
  });
  expect(answer.status).toBe(201);
  return envelope.submission;
};

const opened = async (id: string): Promise<OpenedSubmission> =>
  (await (
    await content.send('officer', 'POST', routes.staff.opening(id as never), {})
  ).json()) as OpenedSubmission;

test('answers filed before a change stay with the version that the visitor saw', async () => {
  const before = ((await content.detail(ID)) as EntryDetail).entry as Form;
  const firstDigest = await shownDigest();
  const early = await filed(before, { rating: 'satisfied', about: ['guide'], 'call-back': 'without' });

  const written: Form = {
    ...before,
    title: '给大厅打分',
    questions: before.questions.map((question) =>
      question.id === 'rating' ? { ...question, title: '打几分？' } : question,
    ),
  };
  await content.approve(written);
  expect((await content.send('reviewer', 'POST', routes.staff.publication, {})).status).toBe(200);
  expect((await entryRecord(db, ID as never))?.state).toBe('published');
  expect(await shownDigest()).not.toBe(firstDigest);

  // As it was saved: its English went with the Chinese.
  const after = ((await content.detail(ID)) as EntryDetail).entry as Form;
  expect([after.title, after.questions]).toEqual([written.title, written.questions]);
  const late = await filed(after, { rating: 'dissatisfied', about: ['guide'], 'call-back': 'without' });
  expect((await opened(early)).form).toEqual(before);
  expect((await opened(late)).form).toEqual(after);
  expect((await opened(early)).answers).toMatchObject({ rating: 'satisfied' });
});
