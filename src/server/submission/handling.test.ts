import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SubmissionDetail, SubmissionRow, Today } from '../../contract/desk.ts';
import { OpenedSubmission } from '../../contract/desk-submission.ts';
import type { Envelope, SealedContent } from '../../contract/envelope.ts';
import { routes } from '../../contract/routes.ts';
import {
  isLegalSubmissionMove,
  submissionMoveIds,
  submissionMoveRule,
  submissionStates,
} from '../../contract/submission.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine, type TestMachine, upload } from '../test-machine.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DAY_MS = 86_400_000;

let hall: TestHall;
let machine: TestMachine;
let officer: string;
beforeEach(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
  officer = await hall.logIn('bianji');
});
afterEach(() => hall.close());

const file = async (answers?: SealedContent['answers']): Promise<Envelope> => {
  const envelope = await machine.seal(answers ? { answers } : {});
  expect((await upload(hall, envelope)).status).toBe(201);
  return envelope;
};
const move = (id: string, body: object, cookie = officer) =>
  hall.ask('POST', routes.staff.submissionMove(id), { body, cookie });
const open = (id: string) => hall.ask('POST', routes.staff.opening(id), { cookie: officer });
const list = async () =>
  v.parse(
    v.array(SubmissionRow),
    await (await hall.ask('GET', routes.staff.submissions, { cookie: officer })).json(),
  );
const dues = async () => {
  const [row] = await list();
  return [row?.limits.promised?.due, row?.limits.statutory?.due];
};
const problemOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string; faults?: { path: string; say: string }[] } }).problem;
const askForNumber = {
  move: 'askSupplement',
  from: 'registered',
  publicNote: '请补充文号。',
  supplementBy: '2026-12-10',
};
const acts = async () => {
  const rows = await hall.deps.store.db.selectFrom('audit').selectAll().orderBy('n').execute();
  return rows.filter(({ act }) => act.startsWith('submission.'));
};

describe('the list', () => {
  it('shows what waits, with due days', async () => {
    const envelope = await file();
    expect(await list()).toEqual([
      {
        id: envelope.submission,
        receiptNo: envelope.receiptNo,
        formTitle: '政府信息公开申请',
        purpose: 'disclosure-request',
        state: 'received',
        filedOn: '2026-11-24',
        receivedAt: '2026-11-24T02:00:00.000Z',
        limits: {
          promised: {
            lasts: { n: 7, unit: 'workday' },
            due: { is: 'day', on: '2026-12-03', left: 7 },
            does: null,
          },
          statutory: {
            lasts: { n: 20, unit: 'workday' },
            due: { is: 'day', on: '2026-12-22', left: 20 },
            basis: '条例第三十三条',
          },
          supplement: { lasts: { n: 7, unit: 'workday' }, due: { is: 'day', on: '2026-12-03', left: 7 } },
        },
        supplementBy: null,
        machine: 'A2',
        inHandsOf: null,
        proposal: null,
      },
    ]);
    hall.turnClock(10 * DAY_MS);
    officer = await hall.logIn('bianji');
    expect(await list()).toMatchObject([{ limits: { promised: { due: { left: -1 } } } }]);
  });

  it('says in whose hands each is: whoever made the last move, nobody before and after', async () => {
    const { submission } = await file();
    const signer = await hall.logIn('shenhe');
    const holder = async () => (await list())[0]?.inHandsOf?.name ?? null;
    expect(await holder()).toBeNull();
    await move(submission, { move: 'register', from: 'received' });
    const first = await holder();
    await move(submission, { move: 'start', from: 'registered' }, signer);
    expect([first, await holder()]).toEqual(['王晓梅（示例）', '李国强（示例）']);
    const page = await hall.ask('GET', routes.staff.submission(submission), { cookie: officer });
    expect(v.parse(SubmissionDetail, await page.json()).inHandsOf?.name).toBe('李国强（示例）');
    await move(submission, { move: 'withdraw', from: 'inHand' });
    expect(await holder()).toBeNull();
  });

  it('puts the oldest that waits first, and what is done last', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.push((await file()).submission);
      hall.turnClock(1_000);
    }
    await move(ids[0]!, { move: 'withdraw', from: 'received' });
    expect((await list()).map((row) => row.id)).toEqual([ids[1], ids[2], ids[0]]);
  });

  it('names the year whose calendar is missing', async () => {
    hall.turnClock(28 * DAY_MS);
    officer = await hall.logIn('bianji');
    await file();
    expect(await dues()).toEqual([
      { is: 'day', on: '2026-12-31', left: 7 },
      { is: 'calendar-missing', year: 2027 },
    ]);
  });
});

describe('an opening', () => {
  it('shows the answers beside the form that was seen, and is in the chain', async () => {
    const answers = { name: '张三（示例）', what: '土地承包台账' };
    const envelope = await file(answers);
    const answer = await open(envelope.submission);
    expect(answer.status).toBe(200);
    const opened = v.parse(OpenedSubmission, await answer.json());
    expect(opened).toEqual({
      form: hall.form,
      answers,
      noticeVersion: '2026-11-20',
      replies: [],
      proposed: [],
    });
    expect(await acts()).toMatchObject([{ act: 'submission.open', object: envelope.submission }]);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('is recorded before the key is used: also when what was sealed does not open', async () => {
    const { submission } = await file();
    const other = await machine.seal();
    // As if the sealed part had been changed on the disk.
    const torn = JSON.stringify({ ...other, submission });
    await hall.deps.store.db
      .updateTable('submission')
      .set({ envelope: torn })
      .where('id', '=', submission)
      .execute();
    const answer = await open(submission);
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, 'cannot-open']);
    expect(await acts()).toMatchObject([{ act: 'submission.open', object: submission }]);
  });

  it('refuses what is no filed form inside', async () => {
    const envelope = await file({ nested: { evil: true } } as unknown as SealedContent['answers']);
    expect((await open(envelope.submission)).status).toBe(422);
  });

  it('of nothing is refused, and not recorded', async () => {
    for (const id of ['x', '01234567-89ab-7def-8123-456789abcdef']) expect((await open(id)).status).toBe(404);
    expect(await acts()).toEqual([]);
  });
});

describe('a move', () => {
  it('changes the state once, for the officer who saw the right one', async () => {
    const { submission } = await file();
    const answer = await move(submission, { move: 'register', from: 'received' });
    expect(answer.status).toBe(200);
    const detail = v.parse(SubmissionDetail, await answer.json());
    expect(detail.state).toBe('registered');
    expect(detail.history.map((step) => [step.state, step.by?.name ?? null])).toEqual([
      ['received', null],
      ['registered', '王晓梅（示例）'],
    ]);
    const late = await move(submission, { move: 'register', from: 'received' });
    expect([late.status, (await problemOf(late)).code]).toEqual([409, 'move-not-legal']);
  });

  it('is made once when two officers make it at the same time', async () => {
    const { submission } = await file();
    const other = await hall.logIn('shenhe');
    const answers = await Promise.all(
      [officer, other, officer, other].map((cookie) =>
        move(submission, { move: 'register', from: 'received' }, cookie),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
    expect(await acts()).toHaveLength(1);
  });

  it('follows the table from every state', async () => {
    const { submission } = await file();
    const { db } = hall.deps.store;
    for (const from of submissionStates) {
      for (const id of submissionMoveIds) {
        // Some moves are made once in a life: each state begins a new one.
        await db.deleteFrom('submission_event').execute();
        await db.deleteFrom('submission_proposal').execute();
        await db
          .updateTable('submission')
          .set({ state: from, supplement_by: null })
          .where('id', '=', submission)
          .execute();
        const rule = submissionMoveRule(id);
        const body = {
          move: id,
          from,
          ...(rule.publicNote === 'required' ? { publicNote: '请到 1 号窗口。' } : {}),
          ...(rule.reply ? { reply: '同意公开。', outcome: 'granted' } : {}),
          ...(rule.supplementBy ? { supplementBy: '2026-12-10' } : {}),
        };
        const isLegal = isLegalSubmissionMove({ state: from, purpose: 'disclosure-request' }, id);
        const { status } = await move(submission, body);
        const row = await db.selectFrom('submission').select('state').executeTakeFirstOrThrow();
        expect([from, id, status, row.state]).toEqual([
          from,
          id,
          isLegal ? 200 : 409,
          // An extension waits for a chief.
          isLegal && rule.approval !== 'always' ? rule.to : from,
        ]);
      }
    }
  });

  it('keeps a reply sealed, and shows it to who opens', async () => {
    const { submission } = await file();
    await move(submission, { move: 'register', from: 'received' });
    const reply = '您申请的信息已制作完成，请凭证件到一号窗口领取。';
    const granted = { move: 'reply', from: 'registered', reply, outcome: 'granted' };
    expect((await move(submission, granted)).status).toBe(200);
    expect(hall.databaseBytes().includes(reply)).toBe(false);
    const opened = v.parse(OpenedSubmission, await (await open(submission)).json());
    expect(opened.replies.map((each) => [each.text, each.by?.name])).toEqual([[reply, '王晓梅（示例）']]);
  });

  it('lets no reply be moved to another submission', async () => {
    const [first, second] = [await file(), await file()];
    for (const each of [first, second]) {
      await move(each.submission, { move: 'start', from: 'received' });
      const reply = `答复 ${each.receiptNo}`;
      await move(each.submission, { move: 'reply', from: 'inHand', reply, outcome: 'granted' });
    }
    await hall.deps.store.db
      .updateTable('submission_reply')
      .set({ submission_id: second.submission })
      .where('submission_id', '=', first.submission)
      .execute();
    expect((await open(second.submission)).status).toBe(422);
  });

  it.each([
    [{ move: 'askSupplement', from: 'registered', supplementBy: '2026-12-10' }, 'publicNote'],
    [{ move: 'askSupplement', from: 'registered', publicNote: '请补充文号。' }, 'supplementBy'],
    [
      { move: 'askSupplement', from: 'registered', publicNote: '请补充。', supplementBy: '2026-11-24' },
      'supplementBy',
    ],
    [{ move: 'start', from: 'registered', supplementBy: '2026-12-10' }, 'supplementBy'],
    [{ move: 'reply', from: 'registered', outcome: 'granted' }, 'reply'],
    [{ move: 'reply', from: 'registered', reply: '同意公开。' }, 'outcome'],
    [{ move: 'start', from: 'registered', outcome: 'granted' }, 'outcome'],
    [{ move: 'start', from: 'registered', publicNote: '多余' }, 'publicNote'],
    [{ move: 'start', from: 'registered', reply: '多余' }, 'reply'],
    [{ move: 'transfer', from: 'registered', publicNote: '张三 220821199001010014 已转县局' }, 'publicNote'],
    [{ move: 'transfer', from: 'registered', publicNote: '请打 138 0013 8000' }, 'publicNote'],
    [{ move: 'transfer', from: 'registered', publicNote: '退款卡 4111111111111111' }, 'publicNote'],
  ])('%j is refused with a sentence at %s', async (body, path) => {
    const { submission } = await file();
    await move(submission, { move: 'register', from: 'received' });
    const problem = await problemOf(await move(submission, body));
    expect(problem.code).toBe('bad-input');
    expect(problem.faults?.map((fault) => fault.path)).toEqual([path]);
    expect(JSON.stringify(problem)).not.toMatch(/220821199001010014|13800138000|4111/);
    expect((await list())[0]?.state).toBe('registered');
  });

  it('starts the clocks anew with a supplement, and lengthens the law’s with an extension', async () => {
    const { submission } = await file();
    await move(submission, { move: 'register', from: 'received' });
    await move(submission, askForNumber);
    expect(await list()).toMatchObject([{ supplementBy: '2026-12-10', limits: { supplement: null } }]);
    expect(await dues()).toEqual([{ is: 'paused' }, { is: 'paused' }]);
    hall.turnClock(DAY_MS);
    officer = await hall.logIn('bianji');
    await move(submission, { move: 'start', from: 'supplementAsked' });
    expect(await dues()).toMatchObject([{ on: '2026-12-04' }, { on: '2026-12-23' }]);
    expect(await list()).toMatchObject([{ filedOn: '2026-11-24' }]);
    await move(submission, { move: 'extend', from: 'inHand', publicNote: '情况复杂，延期答复。' });
    const n = (await list())[0]?.proposal?.n;
    const cookie = await hall.logIn('shenhe');
    const path = routes.staff.proposalDecision(submission);
    await hall.ask('POST', path, { body: { act: 'approve', n }, cookie });
    expect(await list()).toMatchObject([{ state: 'extended' }]);
    expect(await dues()).toEqual([undefined, { is: 'calendar-missing', year: 2027 }]);
  });

  it('asks for a supplement once, and not after seven working days', async () => {
    const { submission } = await file();
    await move(submission, { move: 'register', from: 'received' });
    await move(submission, askForNumber);
    await move(submission, { move: 'start', from: 'supplementAsked' });
    const again = await move(submission, { ...askForNumber, from: 'inHand' });
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'move-made-before']);
    const late = await file();
    await move(late.submission, { move: 'register', from: 'received' });
    hall.turnClock(10 * DAY_MS);
    officer = await hall.logIn('bianji');
    expect((await problemOf(await move(late.submission, askForNumber))).code).toBe('move-too-late');
  });

  it('ends a request that was not supplemented, not before the day is over', async () => {
    const { submission } = await file();
    await move(submission, { move: 'register', from: 'received' });
    await move(submission, askForNumber);
    const abandon = { move: 'abandon', from: 'supplementAsked' };
    hall.turnClock(16 * DAY_MS);
    officer = await hall.logIn('bianji');
    expect((await problemOf(await move(submission, abandon))).code).toBe('move-too-early');
    hall.turnClock(DAY_MS);
    officer = await hall.logIn('bianji');
    expect((await move(submission, abandon)).status).toBe(200);
    expect(await list()).toMatchObject([{ state: 'abandoned', supplementBy: null }]);
  });
});

describe('today', () => {
  const today = async (login: 'bianji' | 'shenhe') => {
    const cookie = await hall.logIn(login);
    return v.parse(Today, await (await hall.ask('GET', routes.staff.today, { cookie })).json());
  };

  it('shows what waits, what is late, and the screens', async () => {
    const envelope = await file();
    await enrolMachine(hall, 'phone');
    hall.turnClock(10 * DAY_MS);
    await file();
    const seen = await today('bianji');
    expect(seen.open.map((row) => row.id)).toContain(envelope.submission);
    expect([seen.open.length, seen.late, seen.snapshot]).toEqual([2, 1, 1]);
    expect(seen.machines.map((each) => [each.prefix, each.lastSeenAt])).toEqual([
      ['A2', '2026-12-04T02:00:00.000Z'],
    ]);
    expect(await today('shenhe')).toEqual(seen);
  });

  it('counts as late what is past, also after a New Year without calendar', async () => {
    hall.turnClock(23 * DAY_MS);
    officer = await hall.logIn('bianji');
    await file();
    hall.turnClock(20 * DAY_MS);
    officer = await hall.logIn('bianji');
    expect(await dues()).toEqual([
      { is: 'day', on: '2026-12-28', left: null },
      { is: 'calendar-missing', year: 2027 },
    ]);
    expect((await today('bianji')).late).toBe(1);
  });
});

describe('what a visitor filed', () => {
  it('stands nowhere in clear: not in the database, not in its log, not in ours', async () => {
    const canary = '镇赉金丝雀';
    const envelope = await file({ name: canary, what: `${canary}第二` });
    const opened = await open(envelope.submission);
    expect(await opened.text()).toContain(canary);
    await move(envelope.submission, { move: 'start', from: 'received' });
    const reply = { move: 'reply', from: 'inHand', reply: `${canary}答复` };
    await move(envelope.submission, { ...reply, outcome: 'deny.internal' });
    const n = (await list())[0]?.proposal?.n;
    const takeBack = routes.staff.proposalTakeBack(envelope.submission);
    await hall.ask('POST', takeBack, { body: { n }, cookie: officer });
    await move(envelope.submission, { ...reply, outcome: 'granted' });
    const held = hall.databaseBytes();
    for (const encoding of ['utf8', 'utf16le'] as const) {
      expect(held.includes(Buffer.from(canary, encoding))).toBe(false);
    }
    expect(held.includes(Buffer.from(canary).toString('base64').slice(0, -2))).toBe(false);
    expect(hall.logged.join('\n')).not.toContain(canary);
    expect(hall.logged.join('\n')).not.toContain(envelope.receiptNo);
    // The search itself works: what may stand in clear is found.
    expect(held.includes(envelope.receiptNo)).toBe(true);
  });
});
