import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workCalendar } from '../../contract/deadline.ts';
import { fromUtf8 } from '../../seal/bytes.ts';
import { envelopeOf, waitingIds } from '../store/filed.ts';
import type { EnrolledMachine } from '../store/outbox-db.ts';
import { HALL_ID } from '../sync/fixture-content.ts';
import { type FixtureHall, openFixtureHall } from '../sync/fixture-hall.ts';
import {
  closePlaces,
  enrolFixture,
  filing,
  NOW,
  openPlaces,
  type TestPlaces,
} from '../sync/fixture-places.ts';
import { type FilingParts, filingPort, MOST_WAITING, RESERVE_BYTES } from './filing.ts';

let hall: FixtureHall;
let places: TestPlaces;
let machine: EnrolledMachine;

beforeEach(async () => {
  hall = await openFixtureHall();
  places = openPlaces();
  machine = await enrolFixture(places.db);
});
afterEach(() => closePlaces(places));

const portOf = (part: Partial<FilingParts> = {}) =>
  filingPort({
    ...places,
    machine: async () => ({ ok: true, value: machine }),
    hallKey: async () => ({ hall: HALL_ID, publicKey: hall.hall.publicKey }),
    calendar: async () => workCalendar([]),
    sequenceFloor: async () => 0,
    freeBytes: async () => RESERVE_BYTES,
    waiting: () => 0,
    loadReceipt: async () => undefined,
    now: () => NOW,
    isClockSure: () => true,
    ...part,
  });
const broken = () => Promise.reject(new Error('disk'));

describe('a form is opened only when what is filed could be kept', () => {
  const may = async (part: Partial<FilingParts> = {}) => {
    const found = await portOf(part).mayFile();
    return found.ok ? 'yes' : found.problem.code;
  };

  it('all is well', async () => {
    expect(await may()).toBe('yes');
    expect((await places.journal.read()).records).toEqual([]);
  });

  it('there is room, and not too many wait', async () => {
    expect(await may({ freeBytes: async () => RESERVE_BYTES - 1 })).toBe('storage-full');
    expect(await may({ waiting: () => MOST_WAITING })).toBe('storage-full');
  });

  it('both places can be written', async () => {
    expect(await may({ db: { ...places.db, run: broken } })).toBe('storage-full');
    expect(await may({ journal: { ...places.journal, probe: broken } })).toBe('storage-full');
  });

  it('the page that shows the receipt is here', async () => {
    expect(await may({ loadReceipt: broken })).toBe('offline');
  });

  it('the machine is named and the hall has a key', async () => {
    expect(await may({ machine: async () => ({ ok: false, problem: { code: 'offline' } }) })).toBe('offline');
    expect(await may({ hallKey: async () => null })).toBe('not-ready');
  });
});

describe('submitting', () => {
  it('uses what was prepared, once', async () => {
    const port = portOf();
    await port.prepareSubmission();
    await port.prepareSubmission();
    const from = performance.now();
    const first = await port.submit(filing());
    const prepared = performance.now() - from;
    const second = await port.submit(filing());
    const unprepared = performance.now() - from - prepared;
    if (!first.ok || !second.ok) throw new Error('not filed');
    expect(first.value.code).not.toBe(second.value.code);
    expect((await waitingIds(places.db)).length).toBe(2);
    // The query code's check takes hundreds of thousands of rounds; prepared, none of them is left to do.
    console.info(`submit ms prepared ${prepared.toFixed(0)} unprepared ${unprepared.toFixed(0)}`);
  });

  it('again after a failure names other content by another id', async () => {
    const ids: string[] = [];
    let isFull = true;
    const journal = {
      ...places.journal,
      append: (records: Parameters<typeof places.journal.append>[0]) => {
        for (const { kind, payload } of records) {
          if (kind === 'envelope') ids.push(JSON.parse(fromUtf8(payload)).submission);
        }
        return isFull && records.length > 0 ? broken() : places.journal.append(records);
      },
    };
    const port = portOf({ journal });
    expect(await port.submit(filing())).toMatchObject({ problem: { code: 'storage-full' } });
    isFull = false;
    expect(await port.submit(filing())).toMatchObject({ ok: true });
    expect(new Set(ids).size).toBe(2);
    const [id] = await waitingIds(places.db);
    expect(id).toBe(ids[1]);
    expect(await envelopeOf(places.db, id!)).not.toBeNull();
  });

  it('says what is missing', async () => {
    const offline = portOf({ machine: async () => ({ ok: false, problem: { code: 'offline' } }) });
    expect(await offline.submit(filing())).toEqual({ ok: false, problem: { code: 'offline' } });
    expect(await portOf({ hallKey: async () => null }).submit(filing())).toMatchObject({
      problem: { code: 'not-ready' },
    });
  });

  it('prepares anew when the preparation failed', async () => {
    let isBroken = true;
    const port = portOf({
      now: () => {
        if (isBroken) throw new Error('no clock');
        return NOW;
      },
    });
    await expect(port.prepareSubmission()).rejects.toThrow('no clock');
    isBroken = false;
    expect(await port.submit(filing())).toMatchObject({ ok: true });
  });
});
