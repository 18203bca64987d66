import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Moment } from '../../contract/day.ts';
import type { MachinePrefix } from '../../contract/id.ts';
import { noteInCanary } from '../store/canary.ts';
import { contentDatabase, contentLoss, current, openContentStore } from '../store/content.ts';
import { CONTENT_DB, type Standing } from '../store/content-db.ts';
import { connection, freshness, heardAt, machineName } from '../store/facts.ts';
import { keepMachine } from '../store/filed.ts';
import {
  openOutboxStore,
  outboxDatabase,
  outboxLoss,
  refused,
  unshownReceipt,
  waiting,
} from '../store/outbox.ts';
import { OUTBOX_DB } from '../store/outbox-db.ts';
import { submitFiling } from '../submission/submit.ts';
import { certifiedKeys, newestKey } from './certified-keys.ts';
import { http } from './contact.ts';
import { enrol } from './enrol.ts';
import { formObject, hallObject, pageObject } from './fixture-content.ts';
import { type FixtureHall, openFixtureHall, portal, problem } from './fixture-hall.ts';
import {
  enrolFixture,
  filing,
  holdDatabases,
  openPlaces,
  submitParts,
  type TestPlaces,
} from './fixture-places.ts';
import { keepContent } from './keep-content.ts';
import { keepSending } from './keep-sending.ts';
import type { Loop } from './loop.ts';
import { wakeUp } from './wake-up.ts';

/** The page's own loops over its own databases; the network is a hall of the tests. */

/** What comes by itself, also on a busy machine. */
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 10_000 });

let letGo: () => void;
beforeAll(async () => {
  letGo = await holdDatabases();
}, 120_000);
afterAll(() => letGo());

let hall: FixtureHall;
let places: TestPlaces;
let loops: Pick<Loop, 'stop'>[];
const realFetch = window.fetch;
const realEventSource = window.EventSource;
const realRun = contentDatabase.run;
let sources: FakeSource[];

class FakeSource extends EventTarget {
  readonly url: string;
  isClosed = false;
  constructor(url: string) {
    super();
    this.url = url;
    sources.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  head(data: string): void {
    this.dispatchEvent(new MessageEvent('head', { data }));
  }
}

beforeEach(async () => {
  hall = await openFixtureHall();
  places = openPlaces();
  loops = [];
  sources = [];
  localStorage.clear();
  await contentDatabase.close();
  await outboxDatabase.close();
  await deleteDB(CONTENT_DB);
  await deleteDB(OUTBOX_DB);
  for (const [held, value] of [
    [current, undefined],
    [contentLoss, null],
    [outboxLoss, null],
    [machineName, null],
    [unshownReceipt, null],
  ] as const) {
    (held as { value: unknown }).value = value;
  }
  connection.value = 'unknown';
  heardAt.value = null;
  window.fetch = hall.fetch;
  window.EventSource = FakeSource as unknown as typeof EventSource;
  await openContentStore();
  await openOutboxStore();
});
afterEach(async () => {
  for (const loop of loops) loop.stop();
  window.fetch = realFetch;
  window.EventSource = realEventSource;
  Object.assign(contentDatabase, { run: realRun });
  await places.deleteDatabase();
  await places.deleteJournal();
});

const ownPlaces = () => ({ db: outboxDatabase, journal: places.journal });
const file = async (): Promise<string> => {
  const machine = await enrolFixture(outboxDatabase);
  const parts = await submitParts(ownPlaces(), hall, machine);
  const done = await submitFiling(filing(), { ...parts, nowMs: Date.now() });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value.receiptNo;
};
const incidents = () =>
  outboxDatabase.run({
    stores: ['incidents'],
    mode: 'readonly',
    do: (unit) => unit.objectStore('incidents').getAll(),
  });
const kinds = async () => (await incidents()).map(({ kind }) => kind).sort();

describe('keeping content current', () => {
  const keep = (): { contacts: () => number } => {
    let contacts = 0;
    loops.push(
      keepContent(() => {
        contacts += 1;
      }),
    );
    return { contacts: () => contacts };
  };

  it('pulls at once, and whenever the stream names another number', async () => {
    await hall.publish([hallObject()]);
    const { contacts } = keep();
    await soon(() => current.value?.number).toBe(1);
    await soon(contacts).toBe(1);
    expect(connection.value).toBe('connected');
    expect(heardAt.value).not.toBeNull();
    await hall.publish([hallObject(), pageObject('a')]);
    sources.at(-1)?.head('{"number":2}');
    await soon(() => current.value?.number).toBe(2);
    const asked = hall.asked.length;
    sources.at(-1)?.head('{"number":2}');
    expect(hall.asked.length).toBe(asked);
    sources.at(-1)?.head('nonsense');
    await soon(() => hall.asked.length).toBe(asked + 1);
  });

  it('tells the desk anew when what this screen shows has changed', async () => {
    await hall.publish([hallObject()]);
    keep();
    await soon(() => sources.at(-1)?.url).toBe('/api/events?shows=1&waiting=0&refused=0');
    machineName.value = 'm-screen001' as never;
    await soon(() => sources.at(-1)?.url).toBe('/api/events?shows=1&waiting=0&refused=0&machine=m-screen001');
    expect(sources.filter(({ isClosed }) => !isClosed).length).toBe(1);
  });

  it('tells other pages, which then show the same', async () => {
    await hall.publish([hallObject()]);
    const heard = new Promise((resolve) => {
      new BroadcastChannel('bianminping-content').onmessage = resolve;
    });
    keep();
    await heard;
  });

  it('knows a dead line and a log-in page, and looks again when something stirs', async () => {
    await hall.publish([hallObject()]);
    hall.interfere = () => Promise.resolve(portal());
    keep();
    await soon(() => connection.value).toBe('blocked');
    hall.interfere = () => Promise.reject(new TypeError('network'));
    window.dispatchEvent(new Event('offline'));
    await soon(() => connection.value).toBe('offline');
    hall.interfere = () => null;
    window.dispatchEvent(new Event('online'));
    await soon(() => current.value?.number).toBe(1);
    const asked = hall.asked.length;
    document.dispatchEvent(new Event('visibilitychange'));
    await soon(() => hall.asked.length).toBe(asked + 1);
  });

  it('takes a stream that comes up again for a sign of life', async () => {
    await hall.publish([hallObject()]);
    const { contacts } = keep();
    await soon(() => current.value?.number).toBe(1);
    await soon(() => sources.at(-1)?.url).toBe('/api/events?shows=1&waiting=0&refused=0');
    const before = contacts();
    sources.at(-1)?.dispatchEvent(new Event('error'));
    const count = sources.length;
    await soon(() => sources.length).toBe(count + 1);
    sources.at(-1)?.head('{"number":1}');
    await soon(contacts).toBeGreaterThan(before + 1);
    expect(freshness.value).toEqual({
      signedAt: '2026-11-24T01:00:00.000Z',
      number: 1,
      connection: 'connected',
      heardAt: heardAt.value,
    });
  });

  it('tells staff of what it does not believe', async () => {
    await hall.publish([hallObject()]);
    keep();
    await soon(() => current.value?.number).toBe(1);
    const forked = await hall.signHead({ ...hall.latest.head, signedAt: '2026-11-24T09:00:00.000Z' });
    hall.interfere = (path) =>
      path.endsWith('/head')
        ? Promise.resolve(
            Response.json(forked, { headers: { 'content-type': 'application/vnd.bianminping+json' } }),
          )
        : null;
    sources.at(-1)?.head('{"number":9}');
    await soon(kinds).toEqual(['snapshot-forked']);
  });

  it('tells staff of a fault of its own', async () => {
    await hall.publish([hallObject()]);
    Object.assign(contentDatabase, { run: () => Promise.reject(new Error('broken')) });
    keep();
    await soon(kinds).toEqual(['pull-fault']);
  });
});

describe('keeping to send', () => {
  const sending = (wakePull: () => void): Loop =>
    keepSending({
      journal: places.journal,
      wakePull,
      enrol: () => enrol({ db: outboxDatabase, http, kind: 'screen' }),
    });
  const pullOnce = async (): Promise<void> => {
    const loop = keepContent(() => undefined);
    await soon(() => current.value?.number).toBe(1);
    loop.stop();
  };

  it('sends what waits and counts it down; what staff must know goes with it', async () => {
    await hall.publish([hallObject(), formObject()]);
    await pullOnce();
    await file();
    loops.push(sending(() => undefined));
    await soon(() => hall.received.size).toBe(1);
    await soon(() => waiting.value).toBe(0);
    expect(refused.value).toBe(0);
  });

  it('asks for a pull when a receipt is signed by a newer key, and tries as late as the server says', async () => {
    await file();
    let pulls = 0;
    const loop = sending(() => {
      pulls += 1;
    });
    loops.push(loop);
    await soon(() => pulls).toBe(1);
    hall.interfere = () => Promise.resolve(problem(429, { code: 'too-many-tries', seconds: 3_600 }));
    loop.revive();
    await soon(() => hall.asked.filter((each) => each.startsWith('PUT')).length).toBe(2);
    expect(waiting.value).toBe(1);
  });

  it('of a machine that the server has forgotten: enrols anew, then sends', async () => {
    await hall.publish([hallObject(), formObject()]);
    await pullOnce();
    await file();
    hall.interfere = (path) =>
      path.startsWith('/api/submission/') && hall.machines.length === 0
        ? Promise.resolve(problem(403, { code: 'machine-unknown' }))
        : null;
    loops.push(sending(() => undefined));
    await soon(() => hall.received.size).toBe(1);
    expect(hall.machines.length).toBe(1);
  });

  it('tells staff of a fault of its own', async () => {
    await file();
    Object.assign(contentDatabase, { run: () => Promise.reject(new Error('broken')) });
    loops.push(sending(() => undefined));
    await soon(kinds).toEqual(['push-fault']);
  });
});

describe('waking up', () => {
  it('on a first run tells nobody anything', async () => {
    await wakeUp(places.journal);
    expect(await kinds()).toEqual([]);
    expect([waiting.value, machineName.value, unshownReceipt.value]).toEqual([0, null, null]);
  });

  it('after the browser deleted its databases tells staff, heals, and shows the number that was not yet seen', async () => {
    const no = await file();
    noteInCanary({
      prefix: 'A7' as MachinePrefix,
      shown: { hall: '220821203' as never, root: 'r', number: 3 },
    });
    await outboxDatabase.close();
    await deleteDB(OUTBOX_DB);
    contentLoss.value = { database: CONTENT_DB, message: 'corrupted' };
    const sequences = await wakeUp(places.journal);
    expect(sequences.get('A7' as MachinePrefix)).toBe(1);
    await soon(kinds).toEqual(['content-lost', 'outbox-healed', 'outbox-lost']);
    expect(waiting.value).toBe(1);
    expect(unshownReceipt.value).toBe(no);
    unshownReceipt.value = null;
    await wakeUp(places.journal);
    expect(unshownReceipt.value).toBeNull();
  });

  it('after the journal was lost or damaged tells staff as well', async () => {
    await file();
    const machine = await enrolFixture(outboxDatabase);
    await keepMachine(outboxDatabase, machine);
    await places.deleteJournal();
    await wakeUp(places.journal);
    expect(machineName.value).toBe('m-screen001');
    await soon(kinds).toEqual(['journal-healed']);
    await spoilEnvelope();
    places.journal.close();
    const handle = await places.journalFile('journal-a');
    const writing = await handle.createWritable({ keepExistingData: true });
    await writing.truncate(40);
    await writing.close();
    await wakeUp(places.journal);
    await soon(kinds).toEqual(['envelope-broken', 'journal-damaged', 'journal-healed']);
    expect([waiting.value, refused.value]).toEqual([0, 1]);
  });

  const spoilEnvelope = () =>
    outboxDatabase.run({
      stores: ['envelopes'],
      mode: 'readwrite',
      do: async (unit) => {
        const [row] = await unit.objectStore('envelopes').getAll();
        await unit.objectStore('envelopes').put({ ...row!, bytes: row!.bytes.slice(1) });
      },
    });
});

describe('keys', () => {
  it('are those that the root certifies, the newest first, also when storage was tampered with', async () => {
    expect(await certifiedKeys(contentDatabase)).toBeNull();
    expect(newestKey(null, 'hall')).toBeNull();
    await hall.publish([hallObject()]);
    const loop = keepContent(() => undefined);
    await soon(() => current.value?.number).toBe(1);
    loop.stop();
    const certified = await certifiedKeys(contentDatabase);
    expect(certified?.keys).toEqual(hall.keys);
    expect(newestKey(certified, 'hall')?.publicKey).toBe(hall.hall.publicKey);
    const older = {
      ...newestKey(certified, 'hall')!,
      notBefore: '2020-01-01T00:00:00.000Z' as Moment,
      publicKey: 'old',
    };
    expect(newestKey({ ...certified!, keys: [older, ...certified!.keys] }, 'hall')?.publicKey).toBe(
      hall.hall.publicKey,
    );
    expect(newestKey({ ...certified!, keys: [...certified!.keys, older] }, 'hall')?.publicKey).toBe(
      hall.hall.publicKey,
    );
    const other = await openFixtureHall();
    await contentDatabase.run({
      stores: ['state'],
      mode: 'readwrite',
      do: async (unit) => {
        const held = (await unit.objectStore('state').get('standing')) as Standing;
        await unit.objectStore('state').put({ ...held, root: other.root.publicKey }, 'standing');
      },
    });
    expect((await certifiedKeys(contentDatabase))?.keys).toEqual([]);
  });
});
