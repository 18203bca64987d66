import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Invitation, PersonRow } from '../../contract/people.ts';
import { routes } from '../../contract/routes.ts';
import type { NewSecret, RecoveryCodes } from '../../contract/second-step.ts';
import { STEP_MS, stepAt, totpCode } from '../../seal/totp.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { staff } = routes;
let hall: TestHall;
let cookie: string;
beforeEach(async () => {
  hall = await openTestHall();
  cookie = await hall.logIn('bianji');
});
afterEach(() => hall.close());

const ask = (path: string, body: unknown) => hall.ask('POST', path, { body, cookie });
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;
const codeOf = async (answer: Promise<Response>): Promise<string> =>
  (await json<{ problem: { code: string } }>(answer)).problem.code;
const password = () => hall.passwords.bianji!;
const enter = (code?: string, address = '203.0.113.50') => {
  const body = { login: 'bianji', password: password(), ...(code === undefined ? {} : { code }) };
  return hall.ask('POST', staff.session, { body, address });
};

/** As an app reads it. */
const bytesOf = (secret: string): Uint8Array => {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (each) => Number.parseInt(each, 2));
};
const appCode = (secret: string, steps = 0) => totpCode(bytesOf(secret), stepAt(hall.deps.clock()) + steps);

async function switchOn(): Promise<{ secret: string; codes: string[] }> {
  const { secret, uri } = await json<NewSecret>(ask(staff.secondStepSecret, { password: password() }));
  expect(uri).toContain(`secret=${secret}`);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const { codes } = await json<RecoveryCodes>(
    ask(staff.secondStepConfirmation, { code: await appCode(secret) }),
  );
  hall.turnClock(STEP_MS);
  return { secret, codes };
}

describe('the second step', () => {
  it('asks for the code after the password, and each code lets in once', async () => {
    const { secret } = await switchOn();
    expect(await codeOf(enter())).toBe('code-needed');
    expect(await codeOf(enter('000000'))).toBe('wrong-code');
    const code = await appCode(secret);
    expect((await enter(` ${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
    expect(await codeOf(enter(code))).toBe('wrong-code');
    // Nor one of before, which would still be in time.
    expect(await codeOf(enter(await appCode(secret, -1)))).toBe('wrong-code');
    hall.turnClock(STEP_MS);
    expect((await enter(await appCode(secret))).status).toBe(200);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('tells nothing of itself to who has no password', async () => {
    await switchOn();
    const body = { login: 'bianji', password: 'wrong' };
    expect(await codeOf(hall.ask('POST', staff.session, { body }))).toBe('wrong-login');
  });

  it('slows who guesses codes, from wherever', async () => {
    const { secret } = await switchOn();
    const codes: string[] = [];
    for (let n = 0; n < 7; n += 1) codes.push(await codeOf(enter('000000', `203.0.113.${60 + n}`)));
    expect(codes).toEqual([
      ...Array.from({ length: 5 }, () => 'wrong-code'),
      'too-many-tries',
      'too-many-tries',
    ]);
    expect(await codeOf(enter(await appCode(secret)))).toBe('too-many-tries');
    hall.turnClock(5 * 60_000);
    expect((await enter(await appCode(secret))).status).toBe(200);
  });

  it('takes each recovery code once', async () => {
    const { codes } = await switchOn();
    expect(codes).toHaveLength(8);
    expect((await enter(codes[0]!.toUpperCase())).status).toBe(200);
    expect(await codeOf(enter(codes[0]))).toBe('wrong-code');
    expect(await json(hall.ask('GET', staff.secondStep, { cookie }))).toEqual({ isOn: true, codesLeft: 7 });
  });

  it('holds only when it was confirmed, and asks for the password', async () => {
    expect(await codeOf(ask(staff.secondStepSecret, { password: 'wrong' }))).toBe('wrong-present-password');
    await ask(staff.secondStepSecret, { password: password() });
    expect(await codeOf(ask(staff.secondStepConfirmation, { code: '000000' }))).toBe('wrong-code');
    expect((await enter()).status).toBe(200);
    await switchOn();
    expect(await codeOf(ask(staff.secondStepSecret, { password: password() }))).toBe('second-step-is-on');
    expect(await codeOf(ask(staff.secondStepConfirmation, { code: '000000' }))).toBe('no-such-thing');
  });

  it('ends with the password only', async () => {
    await switchOn();
    expect(await codeOf(ask(staff.secondStepEnd, { password: 'wrong' }))).toBe('wrong-present-password');
    expect(await codeOf(enter())).toBe('code-needed');
    expect(await json(ask(staff.secondStepEnd, { password: password() }))).toEqual({
      isOn: false,
      codesLeft: 0,
    });
    expect((await enter()).status).toBe(200);
  });

  it('ends with a new invitation, for who lost telephone and paper', async () => {
    await switchOn();
    const admin = await hall.logIn('shenhe');
    const people = await json<PersonRow[]>(hall.ask('GET', staff.people, { cookie: admin }));
    const id = people.find((each) => each.login === 'bianji')!.id;
    const { code } = await json<Invitation>(hall.ask('POST', staff.personInvitation(id), { cookie: admin }));
    const own = '雨后的湿地里有三只白鹤在散步吃鱼';
    const welcome = { login: 'bianji', code, password: own };
    expect((await hall.ask('POST', staff.welcome, { body: welcome })).status).toBe(200);
    const body = { login: 'bianji', password: own };
    expect((await hall.ask('POST', staff.session, { body })).status).toBe(200);
  });

  it('rests encrypted, its recovery codes as digests', async () => {
    const { secret, codes } = await switchOn();
    const held = hall.databaseBytes();
    expect(held.includes(secret)).toBe(false);
    expect(held.includes(Buffer.from(bytesOf(secret)))).toBe(false);
    for (const code of codes)
      expect(held.includes(code) || held.includes(code.replaceAll('-', ''))).toBe(false);
  });
});
