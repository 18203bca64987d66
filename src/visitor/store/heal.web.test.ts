import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Moment } from '../../contract/day.ts';
import type { MachinePrefix } from '../../contract/id.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import { utf8 } from '../../seal/bytes.ts';
import { submitFiling } from '../submission/submit.ts';
import { type FixtureHall, openFixtureHall } from '../sync/fixture-hall.ts';
import {
  closePlaces,
  enrolFixture,
  filing,
  NOW,
  openPlaces,
  submitParts,
  type TestPlaces,
} from '../sync/fixture-places.ts';
import {
  acknowledge,
  envelopeOf,
  markShown,
  setAside,
  takeSequence,
  unshownSince,
  waitingIds,
} from './filed.ts';
import { heal } from './heal.ts';
import { tombstoneRecord, viewOfJournal } from './journal-view.ts';
import { countOutbox } from './outbox.ts';
import { type EnrolledMachine, openOutbox } from './outbox-db.ts';

let hall: FixtureHall;
let places: TestPlaces;
let machine: EnrolledMachine;

beforeEach(async () => {
  hall = await openFixtureHall();
  places = openPlaces();
  machine = await enrolFixture(places.db);
});
afterEach(() => closePlaces(places));

const file = async (n: number) => {
  for (let at = 0; at < n; at += 1) {
    const done = await submitFiling(filing(), await submitParts(places, hall, machine));
    if (!done.ok) throw new Error(done.problem.code);
  }
};
const healNow = () => heal(places.db, places.journal, NOW);
const inJournal = async () => viewOfJournal((await places.journal.read()).records);
const ids = async () => ({
  database: [...(await waitingIds(places.db))].sort(),
  journal: [...(await inJournal()).filed.keys()].sort(),
});
const confirm = async (at: number) => {
  const id = (await waitingIds(places.db))[at]!;
  const envelope = await envelopeOf(places.db, id);
  const server = await hall.receiptFor(new TextDecoder().decode(envelope?.bytes));
  return { id, confirmed: await acknowledge(places.db, id, server) };
};

describe('at start', () => {
  it('nothing is done when both places hold the same', async () => {
    await file(2);
    expect(await healNow()).toMatchObject({ toDatabase: 0, toJournal: 0, setAside: 0, damaged: 0 });
  });

  it('a deleted database is filled again from the journal, and the numbers go on', async () => {
    await file(3);
    const before = await ids();
    await places.deleteDatabase();
    expect(await healNow()).toMatchObject({ toDatabase: 3, toJournal: 0 });
    expect(await ids()).toEqual(before);
    expect(await takeSequence(places.db, 'A7' as MachinePrefix, 0)).toBe(4);
  });

  it('a deleted journal is filled again from the database', async () => {
    await file(3);
    const before = await ids();
    await places.deleteJournal();
    const healed = await healNow();
    expect(healed).toMatchObject({ toDatabase: 0, toJournal: 3 });
    expect(healed.sequences.get('A7' as MachinePrefix)).toBe(3);
    expect(await ids()).toEqual(before);
  });

  it('a journal cut in the middle of its last record loses nothing', async () => {
    await file(2);
    const before = await ids();
    places.journal.close();
    const handle = await places.journalFile('journal-a');
    const file_ = await handle.getFile();
    const writing = await handle.createWritable({ keepExistingData: true });
    await writing.truncate(file_.size - 9);
    await writing.close();
    expect(await healNow()).toMatchObject({ damaged: 1, toJournal: 1 });
    expect(await ids()).toEqual(before);
  });

  it('a damaged envelope is taken from the journal', async () => {
    await file(1);
    const [id] = await waitingIds(places.db);
    const whole = await envelopeOf(places.db, id!);
    await spoil(id!);
    expect(await healNow()).toMatchObject({ toDatabase: 1, setAside: 0 });
    expect((await envelopeOf(places.db, id!))?.bytes).toEqual(whole?.bytes);
  });

  it('an envelope that is damaged here and absent there is kept, shown to staff, never sent', async () => {
    await file(1);
    const [id] = await waitingIds(places.db);
    await spoil(id!);
    await places.deleteJournal();
    expect(await healNow()).toMatchObject({ setAside: 1, toJournal: 0 });
    expect(await waitingIds(places.db)).toEqual([]);
    expect(await countOutbox(places.db)).toEqual({ waiting: 0, refused: 1 });
  });

  it('what the server has confirmed does not come back from the journal', async () => {
    await file(2);
    const { id } = await confirm(0);
    expect(await healNow()).toMatchObject({ toDatabase: 0 });
    const view = await inJournal();
    expect([...view.tombstones.keys()]).toEqual([id]);
    expect(await waitingIds(places.db)).not.toContain(id);
  });

  it('a confirmation that only the journal remembers is believed again', async () => {
    await file(2);
    const { id, confirmed } = await confirm(0);
    await places.journal.append([tombstoneRecord(confirmed!)]);
    await places.deleteDatabase();
    expect(await healNow()).toMatchObject({ toDatabase: 1 });
    expect(await waitingIds(places.db)).not.toContain(id);
    expect(await takeSequence(places.db, 'A7' as MachinePrefix, 0)).toBe(3);
  });

  it('records that this version does not understand are kept', async () => {
    await places.journal.append([
      { kind: 'envelope', payload: utf8('{}') },
      { kind: 'tombstone', payload: utf8('not json') },
      { kind: 'void', payload: utf8('{"id":1}') },
      { kind: 'sequence', payload: new Uint8Array([255]) },
    ]);
    await healNow();
    expect((await inJournal()).strange.length).toBe(4);
  });

  it('a journal full of what has been confirmed is written anew', async () => {
    await file(1);
    const big = { kind: 'tombstone', payload: utf8(JSON.stringify(await bigTombstone())) } as const;
    await places.journal.append(Array.from({ length: 400 }, () => big));
    const before = (await places.journal.read()).bytes;
    expect(before).toBeGreaterThan(256_000);
    await healNow();
    const after = await places.journal.read();
    expect(after.bytes).toBeLessThan(10_000);
    expect((await inJournal()).filed.size).toBe(1);
    expect((await ids()).database.length).toBe(1);
  });

  const spoil = (id: Awaited<ReturnType<typeof waitingIds>>[number]) =>
    places.db.run({
      stores: ['envelopes'],
      mode: 'readwrite',
      do: async (unit) => {
        const store = unit.objectStore('envelopes');
        const row = await store.get(id);
        await store.put({ ...row!, bytes: row!.bytes.slice(1) });
      },
    });
  const bigTombstone = async () => {
    const server = await hall.receiptFor(JSON.stringify({ submission: filedId, receiptNo: no }));
    return {
      id: filedId,
      receiptNo: no,
      digest: 'd'.repeat(43),
      filedAt: '2026-11-24T03:00:00.000Z',
      server: { ...server, body: server.body.padEnd(900) },
    };
  };
  const filedId = '0198c5a0-0000-7000-8000-000000000001';
  const no = receiptNo('A7' as MachinePrefix, 1);
});

describe('the outbox', () => {
  it('is written with strict durability', async () => {
    await file(1);
    const opened = openOutbox(places.name);
    const seen: string[] = [];
    const real = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args: Parameters<typeof real>) {
      const unit = real.apply(this, args);
      seen.push(`${unit.mode} ${unit.durability}`);
      return unit;
    };
    try {
      await file(1);
      const [id] = await waitingIds(opened);
      await setAside(opened, id!, { code: 'bad-input', at: '2026-11-24T03:00:00.000Z' as Moment });
    } finally {
      IDBDatabase.prototype.transaction = real;
      await opened.close();
    }
    expect(seen.filter((each) => each.startsWith('readwrite'))).toEqual(Array(3).fill('readwrite strict'));
  });

  it('shows the latest of several that nobody saw', async () => {
    await file(2);
    const rows = await places.db.run({
      stores: ['receipts'],
      mode: 'readonly',
      do: (unit) => unit.objectStore('receipts').getAll(),
    });
    await places.db.run({
      stores: ['receipts'],
      mode: 'readwrite',
      do: async (unit) => {
        const store = unit.objectStore('receipts');
        await store.put({ ...rows[0]!, filedAt: '2026-11-24T03:00:01.000Z' as Moment });
        await store.put({ ...rows[1]!, filedAt: '2026-11-24T03:00:00.000Z' as Moment });
      },
    });
    expect(await unshownSince(places.db, '2026-11-24T02:50:00.000Z' as Moment)).toBe(rows[0]?.receiptNo);
  });

  it('knows a filing whose visitor never saw the number, until it is shown', async () => {
    await file(1);
    const since = '2026-11-24T02:50:00.000Z' as Moment;
    const found = await unshownSince(places.db, since);
    expect(found).toBe(receiptNo('A7' as MachinePrefix, 1));
    expect(await unshownSince(places.db, '2026-11-24T03:00:00.001Z' as Moment)).toBeNull();
    await markShown(places.db, found!);
    expect(await unshownSince(places.db, since)).toBeNull();
    await markShown(places.db, receiptNo('A7' as MachinePrefix, 9));
  });
});

describe('a journal whose worker cannot start', () => {
  it('is a fault and not a silence', async () => {
    const { openJournal } = await import('./journal.ts');
    const missing = openJournal(() => new Worker('/no-such-worker.js', { type: 'module' }));
    await expect(missing.append([])).rejects.toThrow('stopped');
    await expect(missing.read()).rejects.toThrow('stopped');
  });

  it('says why a file cannot be used', async () => {
    const { openJournal } = await import('./journal.ts');
    const { default: url } = await import('./journal/journal-worker.ts?worker&url');
    const illegal = openJournal(() => new Worker(url, { type: 'module', name: '..' }));
    await expect(illegal.read()).rejects.toThrow(expect.objectContaining({ name: 'JournalFault' }));
    illegal.close();
  });
});
