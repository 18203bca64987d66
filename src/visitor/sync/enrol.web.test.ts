import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { machineOf } from '../store/filed.ts';
import { type OutboxDatabase, openOutbox } from '../store/outbox-db.ts';
import { enrol, enrolledMachine } from './enrol.ts';
import { type FixtureHall, json, openFixtureHall, portal, problem } from './fixture-hall.ts';
import { openHttp } from './http.ts';
import { noteIncident, report } from './report.ts';

let hall: FixtureHall;
let name: string;
let db: OutboxDatabase;

const http = () => openHttp({ fetch: hall.fetch, onContact: () => undefined });
const enrolNow = (from = db) => enrol({ db: from, http: http(), kind: 'screen' }, name);

beforeEach(async () => {
  hall = await openFixtureHall();
  name = `enrol-${crypto.randomUUID()}`;
  db = openOutbox(name);
});
afterEach(async () => {
  await db.close();
  await deleteDB(name);
});

describe('enrolment', () => {
  it('sends a public key and keeps what the server names; the private half cannot leave', async () => {
    const done = await enrolNow();
    expect(done).toMatchObject({ ok: true, value: { enrolled: { machine: 'm-screen001', prefix: 'A1' } } });
    const held = await machineOf(db);
    expect(JSON.parse(hall.machines[0]!)).toEqual({ publicKey: held?.publicKey, kind: 'screen' });
    expect(held?.keys.privateKey.extractable).toBe(false);
    expect(await enrolledMachine(db)).toEqual(held);
  });

  it('happens once, however often and from how many pages it is asked for', async () => {
    const other = openOutbox(name);
    await Promise.all([enrolNow(), enrolNow(other), enrolNow()]);
    await enrolNow();
    expect(hall.machines.length).toBe(1);
    await other.close();
  });

  it('asks again with the same key when the answer was lost', async () => {
    hall.interfere = (_, answer) => answer().then(() => Promise.reject(new TypeError('network')));
    expect(await enrolNow()).toEqual({ ok: false, problem: { code: 'offline' } });
    expect(await enrolledMachine(db)).toBeNull();
    hall.interfere = () => null;
    expect(await enrolNow()).toMatchObject({ ok: true });
    expect(hall.machines[0]).toBe(hall.machines[1]);
  });

  it('believes nobody else', async () => {
    const answers = [
      [portal, 'not-our-server'],
      [() => json({}), 'not-our-server'],
      [() => problem(429, { code: 'too-many-tries', seconds: 9 }), 'too-many-tries'],
    ] as const;
    for (const [answer, code] of answers) {
      hall.interfere = () => Promise.resolve(answer());
      expect(await enrolNow()).toMatchObject({ ok: false, problem: { code } });
    }
    expect(await enrolledMachine(db)).toBeNull();
  });
});

describe('what staff must know', () => {
  const sent: string[] = [];
  beforeEach(() => {
    sent.length = 0;
    const real = hall.fetch;
    Object.assign(hall, {
      fetch: (path: string, init: RequestInit) => {
        if (path === '/api/incident') sent.push(String(init.body));
        return real(path, init);
      },
    });
  });

  it('is told once, and then no more', async () => {
    await report(db, http());
    expect(sent).toEqual([]);
    await noteIncident(db, { kind: 'outbox-lost', detail: 'A7' }, 0);
    await noteIncident(db, { kind: 'outbox-lost', detail: 'A7' }, 1);
    await noteIncident(db, { kind: 'snapshot-older', detail: '3' }, 2);
    await report(db, http());
    await report(db, http());
    expect(sent.map((each) => JSON.parse(each))).toEqual([
      {
        machine: null,
        incidents: [
          { kind: 'outbox-lost', detail: 'A7', at: '1970-01-01T00:00:00.000Z' },
          { kind: 'snapshot-older', detail: '3', at: '1970-01-01T00:00:00.002Z' },
        ],
      },
    ]);
  });

  it('waits until the server has heard it, with the machine that tells', async () => {
    await noteIncident(db, { kind: 'k', detail: '' }, 0);
    hall.interfere = () => Promise.resolve(portal());
    await report(db, http());
    hall.interfere = () => null;
    await enrolNow();
    await report(db, http());
    expect(JSON.parse(sent[1]!)).toMatchObject({ machine: 'm-screen001', incidents: [{ kind: 'k' }] });
  });

  it('is at most 200 notes', async () => {
    for (let n = 0; n < 205; n += 1) await noteIncident(db, { kind: 'k', detail: String(n) }, n);
    await report(db, http());
    expect(JSON.parse(sent[0]!).incidents.length).toBe(200);
  });
});
