import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IncidentRow, MachineRow, Today } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';
import { Enrolled } from '../../contract/machine.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { noteSighting } from '../store/machine.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine } from '../test-machine.ts';
import { confirm, revoke } from './manage.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let hall: TestHall;
beforeEach(async () => {
  hall = await openTestHall();
});
afterEach(() => hall.close());

const enrol = (body: unknown, address?: string) =>
  hall.ask('POST', routes.machine, { body, ...(address ? { address } : {}) });
const staff = { id: 's-test000' as StaffId, name: '测试', roles: [], department: null };
const newKey = async () => exportPublicKey((await makeSigningKey({ extractable: true })).publicKey);
const list = async () => {
  const cookie = await hall.logIn('shenhe');
  const answer = await hall.ask('GET', routes.staff.machines, { cookie });
  return v.parse(v.array(MachineRow), await answer.json());
};

describe('enrolment', () => {
  it('names a machine and gives each a prefix of its own', async () => {
    const answer = await enrol({ publicKey: await newKey(), kind: 'screen' });
    expect(answer.status).toBe(201);
    const enrolled = v.parse(Enrolled, await answer.json());
    expect([enrolled.prefix, enrolled.hall]).toEqual(['A2', hall.deps.keys.hall]);
    const others = await Promise.all(Array.from({ length: 12 }, () => enrolMachine(hall)));
    expect(new Set(others.map((each) => each.enrolled.prefix)).size).toBe(12);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('names the same machine when the answer was lost and it asks again', async () => {
    const body = { publicKey: await newKey(), kind: 'screen' };
    const texts = await Promise.all(
      [enrol(body), enrol(body), enrol(body)].map(async (answer) => (await answer).text()),
    );
    expect(new Set(texts).size).toBe(1);
    expect(await list()).toHaveLength(1);
  });

  it('does not undo a revocation, nor give the prefix to another', async () => {
    const body = { publicKey: await newKey(), kind: 'screen' };
    const first = v.parse(Enrolled, await (await enrol(body)).json());
    await revoke(hall.deps, first.machine, { by: staff, reason: '被盗' });
    const again = await enrol(body);
    expect([again.status, await again.text()]).toEqual([403, expect.stringContaining('machine-revoked')]);
    expect((await enrol({ ...body, former: { machine: first.machine, prefix: first.prefix } })).status).toBe(
      403,
    );
    expect((await list()).map((each) => each.revocation?.reason)).toEqual(['被盗']);
    expect((await enrolMachine(hall)).enrolled.prefix).toBe('A3');
  });

  it('gives a machine that is not known any more its former name, while nobody else bears it', async () => {
    const again = async (former: object) =>
      v.parse(Enrolled, await (await enrol({ publicKey: await newKey(), kind: 'screen', former })).json());
    const former = { machine: 'm-0123456789abcdef', prefix: 'A3' };
    expect(await again(former)).toMatchObject(former);
    // The counter comes to A3 and passes it by; what is taken by either half is not given again.
    expect((await enrolMachine(hall)).enrolled.prefix).toBe('A2');
    expect((await enrolMachine(hall)).enrolled.prefix).toBe('A4');
    expect((await again(former)).prefix).toBe('A5');
    expect((await again({ ...former, machine: 'm-other00000000000' })).prefix).toBe('A6');
    expect((await again({ ...former, prefix: 'B9' })).machine).not.toBe(former.machine);
  });

  it('is limited for one address', async () => {
    const publicKey = await newKey();
    for (let round = 0; round < 60; round += 1) await enrol({ publicKey, kind: 'phone' }, '198.51.100.1');
    const refused = await enrol({ publicKey, kind: 'phone' }, '198.51.100.1');
    expect(refused.status).toBe(429);
    expect((await enrol({ publicKey, kind: 'phone' }, '198.51.100.2')).status).toBe(201);
    hall.turnClock(3_600_000);
    expect((await enrol({ publicKey, kind: 'phone' }, '198.51.100.1')).status).toBe(201);
  });

  it('refuses in words what is no key', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.jsonValue(), fc.record({ publicKey: fc.base64String(), kind: fc.string() })),
        async (body) => {
          n += 1;
          const answer = await enrol(body, `10.0.${n % 250}.1`);
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).toBeLessThan(500);
          expect(await answer.json()).toHaveProperty('say');
        },
      ),
      { numRuns: 200 },
    );
    // Spare bits set: not the text of any 32 bytes.
    expect((await enrol({ publicKey: `${'A'.repeat(42)}B`, kind: 'screen' }, '10.1.1.1')).status).toBe(400);
    expect(await list()).toEqual([]);
  });
});

describe('the list of machines', () => {
  it('shows what each said last', async () => {
    const { enrolled } = await enrolMachine(hall);
    hall.turnClock(5_000);
    await noteSighting(hall.deps.store.db, {
      id: enrolled.machine,
      at: '2026-11-24T02:00:05.000Z' as never,
      shows: 3,
      waiting: 2,
      refused: 1,
    });
    expect(await list()).toEqual([
      {
        id: enrolled.machine,
        prefix: 'A2',
        kind: 'screen',
        place: null,
        enrolledAt: '2026-11-24T02:00:00.000Z',
        lastSeenAt: '2026-11-24T02:00:05.000Z',
        shows: 3,
        waiting: 2,
        refused: 1,
        confirmedAt: '2026-11-24T02:00:00.000Z',
        revocation: null,
      },
    ]);
  });
});

describe('what staff decide about a machine', () => {
  const acts = async () =>
    (await hall.deps.store.db.selectFrom('audit').select(['actor', 'act', 'object']).execute()).filter(
      ({ act }) => act === 'machine.confirm' || act === 'machine.revoke' || act === 'machine.place',
    );
  const manage = async (path: string, body: object) =>
    hall.ask('POST', path, { body, cookie: await hall.logIn('shenhe') });

  it('confirms a screen that enrolled from elsewhere, once', async () => {
    const { machine } = (await enrolMachine(hall, 'screen', '198.51.100.1')).enrolled;
    expect((await list())[0]?.confirmedAt).toBeNull();
    hall.turnClock(1_000);
    for (const at of [1, 2]) {
      const answer = await manage(routes.staff.machineConfirmation(machine), { at: undefined });
      expect([at, answer.status]).toEqual([at, 200]);
      expect(v.parse(MachineRow, await answer.json()).confirmedAt).toBe('2026-11-24T02:00:01.000Z');
    }
    expect(await acts()).toMatchObject([{ act: 'machine.confirm', object: machine }]);
  });

  it('writes where a screen stands; the audit says that it was written, not what', async () => {
    const { machine } = (await enrolMachine(hall)).enrolled;
    const put = async (place: unknown) =>
      hall.ask('PUT', routes.staff.machinePlace(machine), {
        body: { place },
        cookie: await hall.logIn('shenhe'),
      });
    for (const place of ['哈吐村便民服务站', '哈吐村便民服务站', null]) {
      expect(v.parse(MachineRow, await (await put(place)).json()).place).toBe(place);
    }
    for (const place of ['', '字'.repeat(31), 7, undefined]) expect((await put(place)).status).toBe(400);
    expect(await acts()).toMatchObject([{ act: 'machine.place' }, { act: 'machine.place' }]);
    const rows = await hall.deps.store.db.selectFrom('audit').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('哈吐村');
  });

  it('revokes one with a reason, for good; the audit names who, not why', async () => {
    const { machine } = (await enrolMachine(hall)).enrolled;
    const path = routes.staff.machineRevocation(machine);
    expect((await manage(path, { reason: '  ' })).status).toBe(400);
    const answer = await manage(path, { reason: '机器被盗，已报警' });
    const row = v.parse(MachineRow, await answer.json());
    expect(row.revocation).toMatchObject({ by: { name: '李国强（示例）' }, reason: '机器被盗，已报警' });
    const again = v.parse(MachineRow, await (await manage(path, { reason: '另一个理由' })).json());
    expect(again.revocation).toEqual(row.revocation);
    await confirm(hall.deps, machine, staff);
    expect(await acts()).toEqual([{ actor: row.revocation?.by?.id, act: 'machine.revoke', object: machine }]);
  });

  it('says of a machine that is not there that it is not', async () => {
    for (const path of [routes.staff.machineConfirmation, routes.staff.machineRevocation]) {
      expect((await manage(path('m-000000000000'), { reason: '被盗' })).status).toBe(404);
      expect((await manage(path('nonsense'), { reason: '被盗' })).status).toBe(404);
    }
  });
});

describe('what screens tell of themselves', () => {
  const tell = (body: unknown) => hall.ask('POST', routes.incident, { body });
  const incident = { at: '2026-11-24T02:00:00.000Z', kind: 'snapshot-older', detail: '3' };

  const rows = async () => {
    const answer = await hall.ask('GET', routes.staff.incidents, { cookie: await hall.logIn('bianji') });
    return v.parse(v.array(IncidentRow), await answer.json());
  };

  it('is kept for the desk, and answered so that the screen knows its own server', async () => {
    const { enrolled } = await enrolMachine(hall);
    const answer = await tell({ machine: enrolled.machine, incidents: [incident] });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, MEDIA_TYPE]);
    expect(await rows()).toEqual([
      {
        id: 1,
        machine: { prefix: 'A2', kind: 'screen' },
        kind: 'snapshot-older',
        detail: '3',
        heardAt: '2026-11-24T02:00:00.000Z',
        times: 1,
        seen: null,
      },
    ]);
  });

  it('is one row however often it is told, until it is seen; then it is news again', async () => {
    const { machine } = (await enrolMachine(hall)).enrolled;
    await tell({ machine, incidents: [incident, incident, { ...incident, detail: '4' }] });
    await tell({ machine: null, incidents: [incident] });
    await tell({ machine: 'm-unknown00', incidents: [incident] });
    const told = async () =>
      (await rows()).map((row) => [row.machine?.prefix ?? null, row.detail, row.times, row.seen?.by?.name]);
    expect(await told()).toEqual([
      [null, '3', 2, undefined],
      ['A2', '4', 1, undefined],
      ['A2', '3', 2, undefined],
    ]);
    const cookie = await hall.logIn('shenhe');
    const seen = await hall.ask('POST', routes.staff.incidentsSeen, { cookie, body: { ids: [1, 1, 99] } });
    expect(v.parse(v.array(IncidentRow), await seen.json())).toHaveLength(3);
    await tell({ machine, incidents: [incident] });
    expect(await told()).toEqual([
      ['A2', '3', 1, undefined],
      [null, '3', 2, undefined],
      ['A2', '4', 1, undefined],
      ['A2', '3', 2, '李国强（示例）'],
    ]);
    const audit = hall.deps.store.db.selectFrom('audit').select(['object', 'detail']);
    expect(await audit.where('act', '=', 'incident.see').execute()).toEqual([
      { object: 'incident-1', detail: '{"kind":"snapshot-older"}' },
    ]);
  });

  it('is on the first page until it is seen', async () => {
    await tell({ machine: null, incidents: [incident] });
    const cookie = await hall.logIn('bianji');
    const first = async () =>
      v.parse(Today, await (await hall.ask('GET', routes.staff.today, { cookie })).json()).incidents.length;
    expect(await first()).toBe(1);
    await hall.ask('POST', routes.staff.incidentsSeen, { cookie, body: { ids: [1] } });
    expect(await first()).toBe(0);
  });

  it('stays on the screen when the desk has two hundred of it unread, and is not taken of a revoked one', async () => {
    const { machine } = (await enrolMachine(hall)).enrolled;
    const many = Array.from({ length: 200 }, (_, n) => ({ ...incident, detail: String(n) }));
    expect((await tell({ machine, incidents: many })).status).toBe(200);
    expect((await tell({ machine, incidents: [{ ...incident, detail: 'new' }] })).status).toBe(429);
    expect((await tell({ machine, incidents: [{ ...incident, detail: '7' }] })).status).toBe(200);
    expect((await tell({ machine: null, incidents: [incident] })).status).toBe(200);
    await revoke(hall.deps, machine, { by: staff, reason: '被盗' });
    const refused = await tell({ machine, incidents: [incident] });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('machine-revoked')]);
  });

  it.each([
    ['nothing', {}],
    ['no incident', { machine: null, incidents: [] }],
    ['words in place of a code', { machine: null, incidents: [{ ...incident, kind: '张三来过' }] }],
    ['too many words', { machine: null, incidents: [{ ...incident, detail: 'x'.repeat(301) }] }],
    ['too many', { machine: null, incidents: Array.from({ length: 201 }, () => incident) }],
  ])('is refused when it is %s', async (_, body) => {
    expect((await tell(body)).status).toBe(400);
    expect(hall.logged.join()).not.toContain('a screen tells');
  });

  it('cannot fill the disk, nor can one keep the others from telling', async () => {
    const from = (address: string) =>
      hall.ask('POST', routes.incident, { body: { machine: null, incidents: [incident] }, address });
    for (let n = 0; n < 12; n += 1) expect((await from('198.51.100.1')).status).toBe(200);
    expect((await from('198.51.100.1')).status).toBe(429);
    for (let n = 0; n < 48; n += 1) expect((await from(`198.51.100.${2 + n}`)).status).toBe(200);
    expect((await from('198.51.100.90')).status).toBe(429);
  });
});
