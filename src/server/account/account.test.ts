import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session } from '../../contract/desk.ts';
import { routes } from '../../contract/routes.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { mayOneSign } from '../store/setting.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { createFirstAccounts } from './first-run.ts';
import { addPeople, resetPassword } from './person.ts';
import { ABSOLUTE_MS, IDLE_MS } from './session.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SESSION = routes.staff.session;
const MINUTE = 60_000;

let hall: TestHall;
beforeEach(async () => {
  hall = await openTestHall();
});
afterEach(() => hall.close());

const tryLogIn = (login: string, password: string, address = '203.0.113.9') =>
  hall.ask('POST', SESSION, { body: { login, password }, address });
const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const whoAmI = (cookie?: string) => hall.ask('GET', SESSION, { cookie });

describe('first accounts', () => {
  it('are two people with readable passwords, made once', async () => {
    expect(Object.keys(hall.passwords).sort()).toEqual(['bianji', 'shenhe']);
    for (const password of Object.values(hall.passwords))
      expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(hall.passwords.bianji).not.toBe(hall.passwords.shenhe);
    expect(await createFirstAccounts(hall.deps)).toEqual([]);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
    // With two people, one other than the author makes all signatures.
    expect(await mayOneSign(hall.deps.store.db)).toBe(true);
  });

  it('keep their passwords nowhere in clear', () => {
    const held = hall.databaseBytes();
    for (const password of Object.values(hall.passwords)) {
      expect(held.includes(password)).toBe(false);
      expect(hall.logged.join('\n')).not.toContain(password);
    }
    expect(held.includes('$argon2id$v=19$m=19456,t=2,p=1$')).toBe(true);
  });
});

describe('log in', () => {
  it('opens a session that says who one is', async () => {
    const answer = await tryLogIn('bianji', hall.passwords.bianji!);
    expect(answer.status).toBe(200);
    const session = v.parse(Session, await answer.json());
    expect(session.staff.name).toBe('王晓梅（示例）');
    expect(session.roles).toEqual(['editor', 'officer', 'complaints']);
    expect(answer.headers.get('set-cookie')).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    expect(v.parse(Session, await (await whoAmI(cookie)).json())).toEqual(session);
  });

  it('binds the cookie to the host behind https, and believes no other there', async () => {
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://hall.test' };
    const body = { login: 'bianji', password: hall.passwords.bianji };
    const answer = await hall.ask('POST', SESSION, { body, headers });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    const token = cookie.slice('__Host-desk='.length).split(';')[0];
    expect((await hall.ask('GET', SESSION, { headers, cookie: `__Host-desk=${token}` })).status).toBe(200);
    expect((await hall.ask('GET', SESSION, { headers, cookie: `desk=${token}` })).status).toBe(401);
  });

  it('does not mind case, width or spaces of the name', async () => {
    expect((await tryLogIn(' ＢianJi ', hall.passwords.bianji!)).status).toBe(200);
  });

  it('says the same of a wrong password and of a name that nobody has', async () => {
    const [wrong, nobody] = [await tryLogIn('bianji', 'x'), await tryLogIn('nobody', 'x')];
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await nobody.text());
  });

  it('gives the browser a new token and drops the one from before', async () => {
    const first = await hall.logIn('bianji');
    const body = { login: 'shenhe', password: hall.passwords.shenhe };
    const answer = await hall.ask('POST', SESSION, { body, cookie: first });
    expect(answer.headers.get('set-cookie')).not.toContain(first);
    expect((await whoAmI(first)).status).toBe(401);
  });

  it('lets nobody in whose account is disabled, nor keeps their session', async () => {
    const cookie = await hall.logIn('bianji');
    await hall.deps.store.db
      .updateTable('staff')
      .set({ disabled_at: '2026-11-24T02:00:00.000Z' as never })
      .where('login', '=', 'bianji')
      .execute();
    expect((await whoAmI(cookie)).status).toBe(401);
    expect((await tryLogIn('bianji', hall.passwords.bianji!)).status).toBe(401);
  });

  it.each([
    ['another site', { origin: 'https://evil.test' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a link from elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['a sub-domain', { 'sec-fetch-site': 'same-site' }],
  ])('refuses what comes from %s', async (_, headers) => {
    const body = { login: 'bianji', password: hall.passwords.bianji };
    const answer = await hall.ask('POST', SESSION, { body, headers });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe('wrong-origin');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('takes no form post', async () => {
    const text = `login=bianji&password=${hall.passwords.bianji}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await hall.ask('POST', SESSION, { text, headers })).status).toBe(415);
  });
});

describe('guessing', () => {
  it('waits longer after each wrong try from one place', async () => {
    const seconds: (string | null)[] = [];
    for (let round = 0; round < 3; round += 1) await tryLogIn('bianji', 'x');
    for (let round = 0; round < 3; round += 1) {
      const refused = await tryLogIn('bianji', 'x');
      expect(refused.status).toBe(429);
      seconds.push(refused.headers.get('retry-after'));
      hall.turnClock(Number(seconds.at(-1)) * 1_000);
      expect((await tryLogIn('bianji', 'x')).status).toBe(401);
    }
    expect(seconds).toEqual(['1', '2', '4']);
  });

  it('allows ten tries a minute from one address, whatever the names', async () => {
    for (let round = 0; round < 10; round += 1)
      expect((await tryLogIn(`name-${round}`, 'x')).status).toBe(401);
    const refused = await tryLogIn('name-11', 'x');
    expect(refused.status).toBe(429);
    hall.turnClock(MINUTE);
    expect((await tryLogIn('name-11', 'x')).status).toBe(401);
  });

  it('keeps no colleague out: who logged in from a place may go on, whatever strangers try', async () => {
    expect((await tryLogIn('bianji', hall.passwords.bianji!, '198.51.100.7')).status).toBe(200);
    for (let round = 0; round < 12; round += 1) await tryLogIn('bianji', 'x', `203.0.113.${round}`);
    expect((await tryLogIn('bianji', 'x', '203.0.113.99')).status).toBe(429);
    expect((await tryLogIn('bianji', hall.passwords.bianji!, '198.51.100.7')).status).toBe(200);
  });

  it('slows a name down by half a minute at most', async () => {
    for (let round = 0; round < 40; round += 1) {
      await tryLogIn('bianji', 'x', `203.0.113.${round}`);
      hall.turnClock(30_000);
    }
    await tryLogIn('bianji', 'x', '203.0.113.98');
    const refused = await tryLogIn('bianji', hall.passwords.bianji!, '203.0.113.99');
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(30);
    hall.turnClock(30_000);
    expect((await tryLogIn('bianji', hall.passwords.bianji!, '203.0.113.99')).status).toBe(200);
  });
});

describe('a session', () => {
  it('ends after half an hour without a request', async () => {
    const cookie = await hall.logIn('bianji');
    hall.turnClock(IDLE_MS - 1);
    expect((await whoAmI(cookie)).status).toBe(200);
    hall.turnClock(IDLE_MS - 1);
    expect((await whoAmI(cookie)).status).toBe(200);
    hall.turnClock(IDLE_MS);
    const late = await whoAmI(cookie);
    expect([late.status, await codeOf(late)]).toEqual([401, 'not-logged-in']);
  });

  it('ends twelve hours after log-in, however busy', async () => {
    const cookie = await hall.logIn('bianji');
    const step = 20 * MINUTE;
    for (let at = step; at < ABSOLUTE_MS; at += step) {
      hall.turnClock(step);
      const session = v.parse(Session, await (await whoAmI(cookie)).json());
      expect(Date.parse(session.expiresAt) - hall.deps.clock()).toBeLessThanOrEqual(IDLE_MS);
    }
    hall.turnClock(step);
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  it('ends at log-out, without touching what the screen of the same origin stores', async () => {
    const cookie = await hall.logIn('bianji');
    const answer = await hall.ask('DELETE', SESSION, { cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^desk=; .*Max-Age=0$/);
    expect(answer.headers.get('clear-site-data')).not.toContain('storage');
    expect((await whoAmI(cookie)).status).toBe(401);
  });

  it('is not ended by a forged log-out', async () => {
    const cookie = await hall.logIn('bianji');
    const forged = await hall.ask('DELETE', SESSION, { cookie, headers: { origin: 'https://evil.test' } });
    expect(forged.status).toBe(403);
    expect((await whoAmI(cookie)).status).toBe(200);
  });

  it('cannot be made from what the database holds', async () => {
    const cookie = await hall.logIn('bianji');
    const row = await hall.deps.store.db.selectFrom('session').select('token_hash').executeTakeFirstOrThrow();
    expect(hall.databaseBytes().includes(cookie.slice('desk='.length))).toBe(false);
    expect((await whoAmI(`desk=${row.token_hash}`)).status).toBe(401);
  });

  it.each(['', 'desk=', 'desk=short', `desk=${'A'.repeat(43)}`, 'other=1; desk=%00', 'desk'])(
    'is not opened by the cookie %j',
    async (cookie) => {
      expect((await whoAmI(cookie)).status).toBe(401);
    },
  );

  it('is not opened by two cookies of one name', async () => {
    const cookie = await hall.logIn('bianji');
    expect((await whoAmI(`${cookie}; desk=${'B'.repeat(43)}`)).status).toBe(401);
  });

  it('is swept away by the next log-in once it has ended', async () => {
    await hall.logIn('bianji');
    hall.turnClock(IDLE_MS);
    await hall.logIn('shenhe');
    expect(await hall.deps.store.db.selectFrom('session').selectAll().execute()).toHaveLength(1);
  });
});

describe('the audit of the door', () => {
  const acts = async () =>
    (
      await hall.deps.store.db
        .selectFrom('audit')
        .select(['actor', 'act', 'object', 'detail'])
        .where('act', 'like', 'session.%')
        .orderBy('n')
        .execute()
    ).map(({ actor, act, object, detail }) => `${actor} ${act} ${object} ${detail}`);

  it('has a row for log-in, log-out, and the session that a new one replaces', async () => {
    const { staff } = v.parse(Session, await (await whoAmI(await hall.logIn('bianji'))).json());
    const cookie = await hall.logIn('bianji');
    await hall.ask('POST', SESSION, { body: { login: 'bianji', password: hall.passwords.bianji }, cookie });
    await hall.ask('DELETE', SESSION, { cookie });
    const [start, end] = ['start', 'end'].map((act) => `${staff.id} session.${act} ${staff.id} {}`);
    expect(await acts()).toEqual([start, start, end, start]);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('has a row for each refused log-in, without the password and without a name that nobody has', async () => {
    await tryLogIn('bianji', 'guessed-secret');
    await tryLogIn('my-own-password', 'x');
    const { id } = await hall.deps.store.db
      .selectFrom('staff')
      .select('id')
      .where('login', '=', 'bianji')
      .executeTakeFirstOrThrow();
    expect(await acts()).toEqual([`system session.refuse ${id} {}`, 'system session.refuse unknown {}']);
    for (const text of ['guessed-secret', 'my-own-password']) {
      expect(hall.databaseBytes().includes(text)).toBe(false);
      expect(hall.logged.join('\n')).not.toContain(text);
    }
  });
});

describe('changing one’s own password', () => {
  const NEXT = '雨后的湿地里有三只白鹤在散步吃鱼';
  const change = (cookie: string | undefined, present: string, next: string, headers = {}) =>
    hall.ask('POST', routes.staff.password, { body: { present, next }, cookie, headers });

  it('ends every other session, keeps this one, and is audited without either password', async () => {
    const [here, elsewhere, colleague] = [
      await hall.logIn('bianji'),
      await hall.logIn('bianji'),
      await hall.logIn('shenhe'),
    ];
    expect((await change(here, hall.passwords.bianji!, NEXT)).status).toBe(200);
    const seen = await Promise.all(
      [here, elsewhere, colleague].map(async (each) => (await whoAmI(each)).status),
    );
    expect(seen).toEqual([200, 401, 200]);
    expect((await tryLogIn('bianji', hall.passwords.bianji!)).status).toBe(401);
    expect((await tryLogIn('bianji', NEXT)).status).toBe(200);
    const row = await hall.deps.store.db
      .selectFrom('audit')
      .select(['actor', 'object', 'detail'])
      .where('act', '=', 'account.password')
      .executeTakeFirstOrThrow();
    expect([row.actor, row.detail]).toEqual([row.object, '{}']);
    expect(hall.databaseBytes().includes(NEXT)).toBe(false);
  });

  it('asks for the present one, five times in a quarter of an hour', async () => {
    const cookie = await hall.logIn('bianji');
    for (let round = 0; round < 5; round += 1) {
      const refused = await change(cookie, 'x', NEXT);
      expect([refused.status, await codeOf(refused)]).toEqual([422, 'wrong-present-password']);
    }
    expect((await change(cookie, hall.passwords.bianji!, NEXT)).status).toBe(429);
    hall.turnClock(15 * MINUTE);
    expect((await change(cookie, hall.passwords.bianji!, NEXT)).status).toBe(200);
  });

  it('takes none that is short or easily guessed', async () => {
    const cookie = await hall.logIn('bianji');
    for (const weak of [
      '只有十四个字符的密码在这里了',
      'bianji bianji bianji',
      '王晓梅（示例）王晓梅（示例）',
    ]) {
      const refused = await change(cookie, hall.passwords.bianji!, weak);
      expect([refused.status, await codeOf(refused)]).toEqual([422, 'password-too-weak']);
    }
  });

  it('is for who has logged in, from our own page', async () => {
    expect((await change(undefined, 'x', NEXT)).status).toBe(401);
    const cookie = await hall.logIn('bianji');
    const forged = await change(cookie, hall.passwords.bianji!, NEXT, { origin: 'https://evil.test' });
    expect(await codeOf(forged)).toBe('wrong-origin');
  });
});

describe('accounts made on the server’s machine', () => {
  it('are let in with the password that is shown once', async () => {
    const person = { login: 'WangFang', name: '王芳', roles: ['reviewer'] as const };
    const [made] = (await addPeople(hall.deps, [person])) ?? [];
    const answer = await tryLogIn('wangfang', made!.password);
    expect(v.parse(Session, await answer.json())).toMatchObject({ roles: ['reviewer'] });
    expect(
      await addPeople(hall.deps, [{ login: 'zhaoli', name: '赵丽', roles: ['editor'] }, person]),
    ).toBeNull();
    expect((await tryLogIn('zhaoli', 'x')).status).toBe(401);
    expect(await hall.deps.store.db.selectFrom('staff').selectAll().execute()).toHaveLength(3);
  });

  it('come back with a new password; what was open is closed', async () => {
    const cookie = await hall.logIn('shenhe');
    const reset = await resetPassword(hall.deps, ' ShenHe');
    expect(reset?.name).toBe('李国强（示例）');
    expect((await whoAmI(cookie)).status).toBe(401);
    expect((await tryLogIn('shenhe', hall.passwords.shenhe!)).status).toBe(401);
    expect((await tryLogIn('shenhe', reset!.password)).status).toBe(200);
    expect(await resetPassword(hall.deps, 'nobody')).toBeNull();
  });
});
