import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '../../contract/account.ts';
import type { Invitation, PersonRow } from '../../contract/people.ts';
import { routes } from '../../contract/routes.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { staff } = routes;
const HOUR = 3_600_000;
const OWN = '雨后的湿地里有三只白鹤在散步吃鱼';

let hall: TestHall;
let admin: string;
beforeEach(async () => {
  hall = await openTestHall();
  admin = await hall.logIn('shenhe');
});
afterEach(() => hall.close());

const ask = (method: string, path: string, body?: unknown, cookie: string | undefined = admin) =>
  hall.ask(method, path, { ...(body === undefined ? {} : { body }), cookie });
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;
const codeOf = async (answer: Promise<Response>): Promise<string> =>
  (await json<{ problem: { code: string } }>(answer)).problem.code;
const invite = (roles: readonly Role[], login = 'wangfang', department: string | null = null) =>
  json<Invitation>(ask('POST', staff.people, { login, name: '王芳', roles, department }));
const enter = (code: string, login = 'wangfang', password = OWN, address = '203.0.113.7') =>
  hall.ask('POST', staff.welcome, { body: { login, code, password }, address });
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const people = () => json<PersonRow[]>(ask('GET', staff.people));
const shenhe = async () => (await people()).find((each) => each.login === 'shenhe')!;
const bianji = async () => (await people()).find((each) => each.login === 'bianji')!;

describe('an invitation', () => {
  it('lets one person in once, with a password of their own', async () => {
    const { person, code } = await invite(['editor']);
    expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(person).toMatchObject({ login: 'wangfang', state: 'invited', roles: ['editor'], sessions: 0 });
    const entered = await enter(` ${code.toUpperCase().replaceAll('-', ' ')} `, ' WangFang');
    expect(entered.status).toBe(200);
    expect(await entered.json()).toMatchObject({
      staff: { name: '王芳' },
      roles: ['editor'],
      department: null,
    });
    expect((await ask('GET', staff.session, undefined, cookieOf(entered))).status).toBe(200);
    expect(await codeOf(Promise.resolve(enter(code)))).toBe('wrong-invitation');
    const again = await hall.ask('POST', staff.session, { body: { login: 'wangfang', password: OWN } });
    expect(again.status).toBe(200);
    expect((await people()).at(-1)).toMatchObject({ state: 'active', invitedUntil: null, sessions: 2 });
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('stands nowhere in clear, and its code is no password', async () => {
    const { code } = await invite(['editor']);
    expect(hall.databaseBytes().includes(code)).toBe(false);
    expect(hall.databaseBytes().includes(code.replaceAll('-', ''))).toBe(false);
    expect(hall.logged.join('\n')).not.toContain(code);
    const asPassword = hall.ask('POST', staff.session, { body: { login: 'wangfang', password: code } });
    expect(await codeOf(asPassword)).toBe('wrong-login');
  });

  it('is over after 72 hours', async () => {
    const { code } = await invite(['editor']);
    hall.turnClock(72 * HOUR);
    expect(await codeOf(enter(code))).toBe('wrong-invitation');
  });

  it('says the same of a wrong code and of a name that nobody has, and slows who guesses', async () => {
    const { code } = await invite(['editor']);
    const [wrong, nobody] = [await enter('k7mw-x2hp-tq9d-vr4c'), await enter(code, 'nobody')];
    expect(await wrong.text()).toBe(await nobody.text());
    const codes: string[] = [];
    for (let n = 0; n < 12; n += 1) codes.push(await codeOf(enter(`k7mw-x2hp-tq9d-vr${n}`)));
    expect(codes).toContain('too-many-tries');
    // A stranger's guesses keep the invited person out only from the stranger's place.
    expect((await enter(code, 'wangfang', OWN, '203.0.113.200')).status).toBe(200);
  });

  it('takes no weak password, and is not spent by one', async () => {
    const { code } = await invite(['editor']);
    expect(await codeOf(enter(code, 'wangfang', 'wangfang-wangfang'))).toBe('password-too-weak');
    expect(await codeOf(enter(code, 'wangfang', '王芳王芳王芳王芳王芳王芳王芳王芳'))).toBe(
      'password-too-weak',
    );
    expect((await enter(code)).status).toBe(200);
  });

  it('is refused for a taken name, an unknown department, no role, and a name that is no name', async () => {
    const body = { login: 'bianji', name: '王芳', roles: ['editor'], department: null };
    expect(await codeOf(ask('POST', staff.people, body))).toBe('login-taken');
    const free = { ...body, login: 'wangfang' };
    expect(await codeOf(ask('POST', staff.people, { ...free, department: 'nobody' }))).toBe(
      'no-such-department',
    );
    expect(await codeOf(ask('POST', staff.people, { ...free, roles: [] }))).toBe('bad-input');
    expect(await codeOf(ask('POST', staff.people, { ...free, login: '王芳' }))).toBe('bad-input');
    expect(await people()).toHaveLength(2);
  });

  it('given again ends the old password and every session at once', async () => {
    const first = await invite(['editor']);
    const cookie = cookieOf(await enter(first.code));
    const second = await json<Invitation>(ask('POST', staff.personInvitation(first.person.id)));
    expect(second.person).toMatchObject({ state: 'invited', sessions: 0 });
    expect((await ask('GET', staff.session, undefined, cookie)).status).toBe(401);
    const old = hall.ask('POST', staff.session, { body: { login: 'wangfang', password: OWN } });
    expect(await codeOf(old)).toBe('wrong-login');
    expect((await enter(second.code, 'wangfang', `${OWN}。`)).status).toBe(200);
  });
});

describe('an account', () => {
  it('that is disabled is out at once, and comes back with its password', async () => {
    const { person, code } = await invite(['editor']);
    const cookie = cookieOf(await enter(code));
    const disabled = await json<PersonRow>(ask('POST', staff.personDisabling(person.id)));
    expect(disabled).toMatchObject({ state: 'disabled', sessions: 0 });
    expect((await ask('GET', staff.session, undefined, cookie)).status).toBe(401);
    const login = () => hall.ask('POST', staff.session, { body: { login: 'wangfang', password: OWN } });
    expect(await codeOf(login())).toBe('wrong-login');
    expect(await codeOf(ask('POST', staff.personInvitation(person.id)))).toBe('person-disabled');
    expect(await json(ask('POST', staff.personEnabling(person.id)))).toMatchObject({ state: 'active' });
    expect((await login()).status).toBe(200);
  });

  it('gets other roles, which hold from its next request on', async () => {
    const { person, code } = await invite(['editor']);
    const cookie = cookieOf(await enter(code));
    expect((await ask('GET', staff.people, undefined, cookie)).status).toBe(403);
    const change = { name: '王小芳', roles: ['admin'], department: null };
    expect(await json(ask('PUT', staff.person(person.id), change))).toMatchObject(change);
    expect((await ask('GET', staff.people, undefined, cookie)).status).toBe(200);
  });

  it('is never one’s own to disable, change or invite', async () => {
    const { id } = await shenhe();
    const change = { name: '李国强', roles: ['editor'], department: null };
    expect(await codeOf(ask('POST', staff.personDisabling(id)))).toBe('not-oneself');
    expect(await codeOf(ask('PUT', staff.person(id), change))).toBe('not-oneself');
    expect(await codeOf(ask('POST', staff.personInvitation(id)))).toBe('not-oneself');
  });

  it('of the last administrator stays, also when two act against each other', async () => {
    const { person, code } = await invite(['admin']);
    const first = await shenhe();
    // Invited is not there yet: without shenhe nobody could log in.
    const cookie = cookieOf(await enter(code));
    const both = await Promise.all([
      ask('POST', staff.personDisabling(person.id)),
      ask('POST', staff.personDisabling(first.id), undefined, cookie),
    ]);
    expect(both.map((each) => each.status).sort()).not.toEqual([200, 200]);
    const left = (await hall.deps.store.db.selectFrom('staff').selectAll().execute()).filter(
      (row) => row.disabled_at === null && row.roles.includes('admin'),
    );
    expect(left).toHaveLength(1);
  });

  it('that nobody has is not found', async () => {
    expect(await codeOf(ask('POST', staff.personDisabling('s-nobody00')))).toBe('no-such-thing');
  });

  it('leaves a row of the audit for each act, without a name or a code', async () => {
    const { id } = await bianji();
    const { code } = await invite(['editor', 'officer']);
    await enter(code);
    await ask('PUT', staff.person(id), { name: '王晓梅', roles: ['reviewer'], department: null });
    await ask('POST', staff.personDisabling(id));
    await ask('POST', staff.personEnabling(id));
    await ask('POST', staff.personInvitation(id));
    const rows = await hall.deps.store.db.selectFrom('audit').selectAll().orderBy('n').execute();
    const acts = rows.map((row) => row.act).filter((act) => act.startsWith('account.'));
    const begun = ['account.create', 'account.create'];
    const done = ['invite', 'welcome', 'change', 'disable', 'enable', 'reinvite'].map(
      (act) => `account.${act}`,
    );
    expect(acts).toEqual([...begun, ...done]);
    expect(JSON.stringify(rows)).not.toMatch(/王芳|王晓梅|wangfang/);
    expect(JSON.parse(rows.find((row) => row.act === 'account.change')?.detail ?? '')).toEqual({
      roles: 'reviewer',
      rolesBefore: 'editor officer complaints',
      department: null,
      departmentBefore: null,
      renamed: true,
    });
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });
});

describe('sessions', () => {
  interface Own {
    id: string;
    isThis: boolean;
    startedAt: string;
  }
  const own = (cookie: string) => json<Own[]>(ask('GET', staff.sessions, undefined, cookie));
  const isIn = async (cookie: string) => (await ask('GET', staff.session, undefined, cookie)).status === 200;
  const end = (id: string | null, cookie: string) => ask('POST', staff.sessionsEnd, { id }, cookie);

  it('of one’s own are listed, this one marked, and others ended', async () => {
    const [here, there, elsewhere] = [
      await hall.logIn('bianji'),
      await hall.logIn('bianji'),
      await hall.logIn('bianji'),
    ];
    const listed = await own(here);
    expect(listed).toHaveLength(3);
    expect(listed.filter((each) => each.isThis)).toHaveLength(1);
    const mine = (await own(there)).find((each) => each.isThis)!;
    expect(await json<Own[]>(end(mine.id, here))).toHaveLength(2);
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, true]);
    expect(await json<Own[]>(end(null, here))).toHaveLength(1);
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect(await codeOf(end((await own(here))[0]!.id, here))).toBe('no-such-thing');
  });

  it('of others are neither seen nor ended by who is no administrator', async () => {
    const bianji = await hall.logIn('bianji');
    const [theirs] = await own(admin);
    expect((await own(bianji)).some((each) => each.id === theirs!.id)).toBe(false);
    await end(theirs!.id, bianji);
    expect(await isIn(admin)).toBe(true);
  });

  it('hold neither the token nor an address', async () => {
    const text = JSON.stringify(await own(admin));
    expect(text).not.toContain(admin.replace('desk=', ''));
    expect(text).not.toContain('203.0.113');
  });

  it('of a person are all ended by an administrator, who leaves the password alone', async () => {
    const cookie = await hall.logIn('bianji');
    const { id } = await bianji();
    expect(await json(ask('POST', staff.personSessionsEnd(id)))).toMatchObject({
      sessions: 0,
      state: 'active',
    });
    expect(await isIn(cookie)).toBe(false);
    expect(await isIn(await hall.logIn('bianji'))).toBe(true);
  });

  it('that have ended by themselves are not listed', async () => {
    await hall.logIn('bianji');
    hall.turnClock(31 * 60_000);
    expect(await own(await hall.logIn('bianji'))).toHaveLength(1);
  });
});
