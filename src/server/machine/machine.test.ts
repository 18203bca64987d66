import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MachineRow } from '../../contract/desk.ts';
import { Enrolled } from '../../contract/machine.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { noteSighting } from '../store/machine.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine } from '../test-machine.ts';
import { revoke } from './enrol.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let hall: TestHall;
beforeEach(async () => {
  hall = await openTestHall();
});
afterEach(() => hall.close());

const enrol = (body: unknown, address?: string) =>
  hall.ask('POST', routes.machine, { body, ...(address ? { address } : {}) });
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
    await revoke(hall.deps, first.machine, 's-test000');
    expect((await enrol(body)).status).toBe(403);
    expect((await enrol({ ...body, former: { machine: first.machine, prefix: first.prefix } })).status).toBe(
      403,
    );
    expect((await list()).map((each) => each.revoked)).toEqual([true]);
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
    });
    await revoke(hall.deps, enrolled.machine, 's-test000');
    expect(await list()).toEqual([
      {
        id: enrolled.machine,
        prefix: 'A2',
        kind: 'screen',
        enrolledAt: '2026-11-24T02:00:00.000Z',
        lastSeenAt: '2026-11-24T02:00:05.000Z',
        shows: 3,
        waiting: 2,
        revoked: true,
      },
    ]);
  });
});

describe('what screens tell of themselves', () => {
  const tell = (body: unknown) => hall.ask('POST', routes.incident, { body });
  const incident = { at: '2026-11-24T02:00:00.000Z', kind: 'snapshot-older', detail: '3' };

  it('is written down, and answered so that the screen knows its own server', async () => {
    const { enrolled } = await enrolMachine(hall);
    const answer = await tell({ machine: enrolled.machine, incidents: [incident] });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, MEDIA_TYPE]);
    expect(hall.logged.map((line) => JSON.parse(line))).toContainEqual({
      machine: enrolled.machine,
      ...incident,
      message: 'a screen tells',
    });
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

  it('cannot fill the disk', async () => {
    for (let n = 0; n < 60; n += 1)
      expect((await tell({ machine: null, incidents: [incident] })).status).toBe(200);
    expect((await tell({ machine: null, incidents: [incident] })).status).toBe(429);
  });
});
