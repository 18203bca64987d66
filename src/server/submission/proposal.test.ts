import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SubmissionDetail, Today } from '../../contract/desk.ts';
import { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Envelope } from '../../contract/envelope.ts';
import { routes } from '../../contract/routes.ts';
import { Progress } from '../../contract/submission.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine, type TestMachine, upload } from '../test-machine.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** 报批: what an officer proposes changes nothing before a chief approves. */

const DAY_MS = 86_400_000;
const CODE = 'K7MWX2HP';

let hall: TestHall;
let machine: TestMachine;
let officer: string;
let chief: string;
let filed: Envelope;
beforeEach(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
  [officer, chief] = [await hall.logIn('bianji'), await hall.logIn('shenhe')];
  filed = await machine.seal({ code: CODE });
  await upload(hall, filed);
  await move({ move: 'start', from: 'received' });
});
afterEach(() => hall.close());

const move = (body: object, cookie = officer) =>
  hall.ask('POST', routes.staff.submissionMove(filed.submission), { body, cookie });
const extend = { move: 'extend', from: 'inHand', publicNote: '要问县档案馆，延期答复。' };
const refuse = { move: 'reply', from: 'inHand', reply: '属于内部事务，不予公开。', outcome: 'deny.internal' };
const detail = async () => {
  const answer = await hall.ask('GET', routes.staff.submission(filed.submission), { cookie: officer });
  return v.parse(SubmissionDetail, await answer.json());
};
const waiting = async (): Promise<number> => (await detail()).proposal?.n ?? 0;
const decide = (body: object, cookie = chief) =>
  hall.ask('POST', routes.staff.proposalDecision(filed.submission), { body, cookie });
const takeBack = (n: number, cookie = officer) =>
  hall.ask('POST', routes.staff.proposalTakeBack(filed.submission), { body: { n }, cookie });
const problemOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string; faults?: { path: string }[] } }).problem;
const codeOf = async (answer: Promise<Response>) => (await problemOf(await answer)).code;
const progress = async () => {
  const body = { receiptNo: filed.receiptNo, code: CODE };
  return v.parse(Progress, await (await hall.ask('POST', routes.progress, { body })).json());
};
const opened = async (cookie = chief) =>
  v.parse(
    OpenedSubmission,
    await (await hall.ask('POST', routes.staff.opening(filed.submission), { cookie })).json(),
  );
const acts = async () => {
  const rows = await hall.deps.store.db.selectFrom('audit').selectAll().orderBy('n').execute();
  return rows.filter(({ act }) => act.startsWith('submission.')).map(({ act }) => act.slice(11));
};

describe('an extension', () => {
  it('changes nothing for the visitor until it is approved, and then the term', async () => {
    const before = await progress();
    expect((await move(extend)).status).toBe(200);
    expect(await progress()).toEqual(before);
    expect(await detail()).toMatchObject({
      state: 'inHand',
      proposal: { move: 'extend', state: 'waiting', by: { name: '王晓梅（示例）' } },
    });
    expect((await decide({ act: 'approve', n: await waiting() })).status).toBe(200);
    const after = await progress();
    expect(after).toMatchObject({ state: 'extended', limits: { promised: null } });
    expect(after.steps.at(-1)?.note).toBe(extend.publicNote);
    // The officer still has it in hand: it is their move.
    expect(await detail()).toMatchObject({
      inHandsOf: { name: '王晓梅（示例）' },
      proposal: null,
      proposals: [{ state: 'approved', decided: { by: { name: '李国强（示例）' } } }],
    });
    expect(await acts()).toEqual(['move', 'propose', 'approve']);
  });

  it('is not approved by who proposed it, also where they are a chief, and not by an officer', async () => {
    await move(extend, chief);
    const n = await waiting();
    expect(await codeOf(decide({ act: 'approve', n }))).toBe('own-proposal');
    expect(await codeOf(decide({ act: 'return', n, reason: '不行' }))).toBe('own-proposal');
    expect(await codeOf(decide({ act: 'approve', n }, officer))).toBe('not-allowed');
    expect((await detail()).state).toBe('inHand');
  });

  it('comes back with a reason, and can be proposed anew', async () => {
    await move(extend);
    const n = await waiting();
    expect((await decide({ act: 'return', n, reason: ' ' })).status).toBe(400);
    expect((await decide({ act: 'return', n })).status).toBe(400);
    const numbered = await problemOf(await decide({ act: 'return', n, reason: '问 13800138000 本人' }));
    expect(numbered).toMatchObject({ code: 'bad-input', faults: [{ path: 'reason' }] });
    expect((await decide({ act: 'return', n, reason: '写明延到哪天' })).status).toBe(200);
    expect(await codeOf(decide({ act: 'approve', n }))).toBe('proposal-settled');
    expect((await detail()).proposal).toMatchObject({
      state: 'returned',
      decided: { reason: '写明延到哪天', by: { name: '李国强（示例）' } },
    });
    hall.turnClock(1_000);
    await move({ ...extend, publicNote: '延到 1 月 20 日前答复。' });
    expect(await detail()).toMatchObject({
      proposal: { state: 'waiting' },
      proposals: [{ state: 'returned' }, { state: 'waiting' }],
    });
  });

  it('cannot be approved once the last day is past, and can be returned', async () => {
    await move(extend);
    const n = await waiting();
    hall.turnClock(29 * DAY_MS);
    [officer, chief] = [await hall.logIn('bianji'), await hall.logIn('shenhe')];
    expect(await problemOf(await decide({ act: 'approve', n }))).toEqual({
      code: 'move-too-late',
      on: '2026-12-22',
    });
    expect((await decide({ act: 'return', n, reason: '过期了，马上答复' })).status).toBe(200);
  });
});

describe('a refusal', () => {
  it('is sealed while it waits, read by who opens, and a reply once it is approved', async () => {
    expect((await move(refuse)).status).toBe(200);
    expect(hall.databaseBytes().includes(refuse.reply)).toBe(false);
    const n = await waiting();
    expect(await opened()).toMatchObject({ replies: [], proposed: [{ n, text: refuse.reply }] });
    expect(await progress()).toMatchObject({ state: 'inHand', repliedOn: null });
    hall.turnClock(DAY_MS);
    [officer, chief] = [await hall.logIn('bianji'), await hall.logIn('shenhe')];
    await decide({ act: 'approve', n });
    // It was a reply from the day on which it was approved.
    expect(await progress()).toMatchObject({ state: 'replied', repliedOn: '2026-11-25' });
    expect(await detail()).toMatchObject({ outcome: 'deny.internal' });
    expect(await opened()).toMatchObject({ replies: [{ text: refuse.reply }], proposed: [] });
  });

  it.each([
    ['granted', true],
    ['partial', false],
    ['unable.notHeld', false],
    ['other.other', false],
  ])('%s is replied without a chief: %s', async (outcome, isDone) => {
    await move({ ...refuse, outcome });
    expect(await detail()).toMatchObject(
      isDone ? { state: 'replied', outcome } : { state: 'inHand', outcome: null },
    );
  });

  it('can be approved late: a late reply is better than none', async () => {
    await move(refuse);
    hall.turnClock(29 * DAY_MS);
    chief = await hall.logIn('shenhe');
    officer = await hall.logIn('bianji');
    expect((await decide({ act: 'approve', n: await waiting() })).status).toBe(200);
  });
});

describe('while it waits', () => {
  it('nothing else is done, unless the officer takes it back', async () => {
    await move(refuse);
    const n = await waiting();
    expect(await codeOf(move({ ...refuse, outcome: 'granted' }))).toBe('proposal-waits');
    expect(await codeOf(move(extend, chief))).toBe('proposal-waits');
    expect((await takeBack(n)).status).toBe(200);
    expect(await codeOf(takeBack(n))).toBe('proposal-settled');
    expect((await move({ ...refuse, outcome: 'granted' })).status).toBe(200);
    expect((await detail()).proposals).toMatchObject([{ state: 'taken-back' }]);
  });

  it('the applicant may withdraw, which ends it and is counted', async () => {
    await move(extend);
    const n = await waiting();
    expect((await move({ move: 'withdraw', from: 'inHand' })).status).toBe(200);
    expect(await codeOf(decide({ act: 'approve', n }))).toBe('proposal-settled');
    expect(await detail()).toMatchObject({
      state: 'withdrawn',
      outcome: 'other.other',
      proposals: [{ state: 'ended' }],
    });
  });

  it('two that come at once are one', async () => {
    const answers = await Promise.all([move(refuse), move(extend), move(refuse, chief)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await detail()).proposals).toHaveLength(1);
  });

  it('two chiefs decide once', async () => {
    await move(extend);
    const n = await waiting();
    const answers = await Promise.all([
      decide({ act: 'approve', n }),
      decide({ act: 'return', n, reason: '不延' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('the day’s page of chief and officer has it', async () => {
    await move(extend);
    const today = async (cookie: string) =>
      v.parse(Today, await (await hall.ask('GET', routes.staff.today, { cookie })).json());
    for (const cookie of [officer, chief])
      expect((await today(cookie)).open).toMatchObject([{ proposal: { state: 'waiting' } }]);
  });
});

it('a complaint has no outcome and no chief', async () => {
  const complaint = await machine.seal();
  await upload(hall, complaint);
  await hall.deps.store.db
    .updateTable('submission')
    .set({ purpose: 'complaint', form_digest: 'gone' as never })
    .where('id', '=', complaint.submission)
    .execute();
  filed = complaint;
  await move({ move: 'start', from: 'received' });
  const reply = { move: 'reply', from: 'inHand', reply: '已改正。', publicNote: '已改正。' };
  expect(await problemOf(await move({ ...reply, outcome: 'granted' }))).toMatchObject({
    faults: [{ path: 'outcome' }],
  });
  expect((await move(reply)).status).toBe(200);
  expect(await detail()).toMatchObject({ state: 'replied', outcome: null, proposals: [] });
});
