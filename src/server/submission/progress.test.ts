import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Envelope } from '../../contract/envelope.ts';
import { routes } from '../../contract/routes.ts';
import { Progress } from '../../contract/submission.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine, type TestMachine, upload } from '../test-machine.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const CODE = 'K7MWX2HP';
const HOUR_MS = 3_600_000;

let hall: TestHall;
let machine: TestMachine;
let envelope: Envelope;
beforeEach(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
  envelope = await machine.seal({ code: CODE });
  await upload(hall, envelope);
});
afterEach(() => hall.close());

const ask = (receiptNo: string, code: string, address?: string) =>
  hall.ask('POST', routes.progress, { body: { receiptNo, code }, ...(address ? { address } : {}) });

describe('progress', () => {
  it('shows words and dates for number and code, and nothing of the visitor', async () => {
    const officer = await hall.logIn('bianji');
    const note = '请到 1 号窗口补充材料。';
    const path = routes.staff.submissionMove(envelope.submission);
    await hall.ask('POST', path, { body: { move: 'register', from: 'received' }, cookie: officer });
    const body = { move: 'transfer', from: 'registered', publicNote: note };
    await hall.ask('POST', path, { body, cookie: officer });
    const answer = await ask(envelope.receiptNo, CODE);
    expect(answer.status).toBe(200);
    expect(v.parse(Progress, await answer.json())).toEqual({
      receiptNo: envelope.receiptNo,
      formTitle: '政府信息公开申请',
      purpose: 'disclosure-request',
      filedOn: '2026-11-24',
      state: 'transferred',
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
      repliedOn: null,
      steps: [
        { state: 'received', on: '2026-11-24' },
        { state: 'registered', on: '2026-11-24' },
        { state: 'transferred', on: '2026-11-24', note },
      ],
    });
  });

  it('takes number and code as people type them', async () => {
    const typed = envelope.receiptNo.replaceAll('-', '').toLowerCase();
    expect((await ask(typed, ' k7mw x2hp ')).status).toBe(200);
    expect((await ask(`Ａ２－０００００１－${envelope.receiptNo.at(-1)}`, 'Ｋ７ＭＷＸ２ＨＰ')).status).toBe(
      200,
    );
  });

  it('says the same of a wrong code, a number that is not there, and a number that cannot be', async () => {
    const wrongCode = await ask(envelope.receiptNo, 'K7MWX2HQ');
    const noNumber = await ask((await machine.seal()).receiptNo, CODE);
    const noSense = await ask('nonsense', 'x');
    expect(wrongCode.status).toBe(404);
    const text = await wrongCode.text();
    expect(text).toContain('wrong-number-or-code');
    for (const answer of [noNumber, noSense]) {
      expect([answer.status, await answer.text()]).toEqual([404, text]);
      expect([...answer.headers]).toEqual([...wrongCode.headers]);
    }
  });

  it('does the same work for a number that is not there', async () => {
    const { receiptNo } = await machine.seal();
    const time = async (number: string, address: string) => {
      const startedAt = performance.now();
      await ask(number, 'K7MWX2HQ', address);
      return performance.now() - startedAt;
    };
    const times = { there: [] as number[], not: [] as number[] };
    for (let round = 0; round < 4; round += 1) {
      times.there.push(await time(envelope.receiptNo, `10.0.0.${round}`));
      times.not.push(await time(receiptNo, `10.0.0.${round}`));
    }
    // Without the work it would be a hundredth, on any machine.
    expect(Math.min(...times.not)).toBeGreaterThan(Math.min(...times.there) / 3);
  });

  it('gives five tries an hour for a number, from wherever', async () => {
    for (let round = 0; round < 5; round += 1) {
      expect((await ask(envelope.receiptNo, 'K7MWX2HQ', `10.0.0.${round}`)).status).toBe(404);
    }
    const refused = await ask(envelope.receiptNo, CODE, '10.0.0.9');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(3_600);
    hall.turnClock(HOUR_MS);
    expect((await ask(envelope.receiptNo, CODE, '10.0.0.9')).status).toBe(200);
  });

  it('gives twenty tries an hour from an address, whatever the numbers', async () => {
    const codes = await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`A2-00010${n}-1`, CODE)));
    expect(codes.every((answer) => answer.status === 404)).toBe(true);
    expect((await ask(envelope.receiptNo, CODE)).status).toBe(429);
    expect((await ask(envelope.receiptNo, CODE, '10.9.9.9')).status).toBe(200);
  });

  it('counts an enrolled screen for itself, not with the telephones of its network', async () => {
    for (let round = 0; round < 20; round += 1) await ask(`A2-00010${round}-1`, CODE);
    expect((await ask(envelope.receiptNo, CODE)).status).toBe(429);
    const atScreen = { receiptNo: envelope.receiptNo, code: CODE, machine: machine.enrolled.machine };
    expect((await hall.ask('POST', routes.progress, { body: atScreen })).status).toBe(200);
    const unknown = { ...atScreen, machine: 'm-000000000000000x' };
    expect((await hall.ask('POST', routes.progress, { body: unknown })).status).toBe(429);
  });

  it('does not count those who get it right: a screen serves many visitors', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(envelope.receiptNo, CODE)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect((await ask(envelope.receiptNo, CODE)).status).toBe(200);
  });

  it('keeps neither the code nor what the screen made of it as a key to it', async () => {
    await ask(envelope.receiptNo, CODE);
    expect(hall.databaseBytes().includes(CODE)).toBe(false);
    expect(hall.logged.join('\n')).not.toMatch(/K7MWX2HP|A2-000001/);
    const row = await hall.deps.store.db
      .selectFrom('submission')
      .select('code_check')
      .executeTakeFirstOrThrow();
    expect(row.code_check).not.toBe(envelope.codeCheck);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"receiptNo":1,"code":2}',
    '{"receiptNo":"x"}',
    `{"receiptNo":"${'9'.repeat(5_000)}"}`,
  ])('refuses %j in words', async (text) => {
    const answer = await hall.ask('POST', routes.progress, { text });
    expect([400, 413]).toContain(answer.status);
    expect(await answer.json()).toHaveProperty('say');
  });
});
