import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Envelope, MAX_CONTENT_BYTES, MAX_ENVELOPE_BYTES } from '../../contract/envelope.ts';
import { CODE_ALPHABET, receiptNo } from '../../contract/receipt-no.ts';
import { fromUtf8 } from '../../seal/bytes.ts';
import { codeCheck } from '../../seal/code-check.ts';
import { digest } from '../../seal/digest.ts';
import { openEnvelope, verifyEnvelope } from '../../seal/envelope.ts';
import { paddedLength } from '../../seal/padding.ts';
import { envelopeOf, waitingIds } from '../store/filed.ts';
import type { Journal } from '../store/journal.ts';
import { viewOfJournal } from '../store/journal-view.ts';
import type { EnrolledMachine, OutboxDatabase } from '../store/outbox-db.ts';
import { form } from '../sync/fixture-content.ts';
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
import { prepare } from './prepare.ts';
import { submitFiling } from './submit.ts';

let hall: FixtureHall;
let places: TestPlaces;
let machine: EnrolledMachine;

beforeEach(async () => {
  hall = await openFixtureHall();
  places = openPlaces();
  machine = await enrolFixture(places.db);
});
afterEach(() => closePlaces(places));

const submit = async (given = filing(), part: Partial<Awaited<ReturnType<typeof submitParts>>> = {}) =>
  submitFiling(given, { ...(await submitParts(places, hall, machine)), ...part });
const inJournal = async () => viewOfJournal((await places.journal.read()).records);
const inDatabase = async () =>
  Promise.all((await waitingIds(places.db)).map(async (id) => (await envelopeOf(places.db, id))!));

describe('a filing', () => {
  it('lies in both places, byte for byte the same, before it is acknowledged', async () => {
    const done = await submit();
    if (!done.ok) throw new Error(done.problem.code);
    const [stored] = await inDatabase();
    const [kept] = [...(await inJournal()).filed.values()];
    expect(kept?.envelope.bytes).toEqual(stored?.bytes);
    expect(kept?.envelope).toEqual(stored);
    expect(stored?.digest).toBe(await digest(stored!.bytes));
    expect(done.value.receiptNo).toBe(receiptNo(machine.enrolled.prefix, 1));
  });

  it('is readable for the hall and for nobody else', async () => {
    const parts = { ...(await submitParts(places, hall, machine)), prepared: await prepare(NOW) };
    const done = await submitFiling(filing('  路灯坏了  '), parts);
    const [stored] = await inDatabase();
    const text = fromUtf8(stored!.bytes);
    expect(text).not.toContain('路灯');
    const envelope = v.parse(Envelope, JSON.parse(text));
    expect(envelope).toMatchObject({
      machine: 'm-screen001',
      hall: '220821203',
      clock: 0,
      filedAt: '2026-11-24T03:00:00.000Z',
      form: { id: 'form/opinion', digest: filing().digest },
    });
    expect(await verifyEnvelope(envelope, machine.publicKey)).toBe(true);
    expect(await openEnvelope(envelope, hall.hall.privateKey)).toEqual({
      answers: { text: '路灯坏了', 'answer-wanted': 'yes' },
      noticeVersion: '2026-01',
      filedBy: 'visitor',
    });
    expect(done).toMatchObject({ ok: true, value: { code: parts.prepared.code } });
    expect(envelope.codeCheck).toBe(await codeCheck(parts.prepared.code, envelope.submission));
    expect([...parts.prepared.code].every((letter) => CODE_ALPHABET.includes(letter))).toBe(true);
    expect(text).not.toContain(parts.prepared.code);
  });

  it('says inside who filled it in, by the answer', async () => {
    const byStaff = { ...form, byStaffWhen: { question: 'answer-wanted', oneOf: ['yes'] } };
    await submit({ ...filing(), form: byStaff });
    const [stored] = await inDatabase();
    const envelope = v.parse(Envelope, JSON.parse(fromUtf8(stored!.bytes)));
    expect(await openEnvelope(envelope, hall.hall.privateKey)).toMatchObject({ filedBy: 'staff' });
  });

  it('tells the days of its clock, none where there is no clock, and the year that has no calendar', async () => {
    expect(await submit()).toMatchObject({
      value: {
        filedOn: '2026-11-24',
        limits: {
          promised: { due: { is: 'day', on: '2026-12-01' } },
          statutory: { due: { is: 'day', on: '2027-01-23' } },
        },
        nextSteps: form.nextSteps,
      },
    });
    const quiet = { ...filing(), answers: { ...filing().answers, 'answer-wanted': 'no' } };
    expect(await submit(quiet)).toMatchObject({ value: { limits: { promised: null, statutory: null } } });
    const calendar = { years: new Set<number>(), off: new Set<never>(), makeup: new Set<never>() };
    expect(await submit(filing(), { calendar })).toMatchObject({
      value: {
        limits: {
          promised: { due: { is: 'calendar-missing', year: 2026 } },
          statutory: { due: { is: 'day', on: '2027-01-23' } },
        },
      },
    });
  });

  it('tells no day of its own when the clock cannot be right', async () => {
    expect(await submit(filing(), { isClockSure: false })).toMatchObject({ value: { filedOn: null } });
  });

  it('with a fault in the answers goes nowhere', async () => {
    const bad = { ...filing(), answers: { text: 'x' } };
    expect(await submit(bad)).toMatchObject({
      ok: false,
      problem: { code: 'bad-input', faults: [{ path: 'text' }, { path: 'answer-wanted' }] },
    });
    expect(await inDatabase()).toEqual([]);
    expect((await places.journal.read()).records).toEqual([]);
  });

  it('too large for the post goes nowhere', async () => {
    const long = {
      ...form,
      questions: [{ ...form.questions[0]!, field: { type: 'long-text' as const, min: 1, max: 9e9 } }],
    };
    const answers = { text: '字'.repeat(100_000) };
    const given = { ...filing(), form: { ...long, clocks: [] }, answers };
    expect(await submit(given)).toEqual({ ok: false, problem: { code: 'too-large' } });
    const asText = Math.ceil((paddedLength(MAX_CONTENT_BYTES) * 4) / 3);
    expect(asText).toBeLessThan(MAX_ENVELOPE_BYTES - 10_000);
    expect(await inDatabase()).toEqual([]);
  });
});

describe('receipt numbers', () => {
  const numbers = async (times: number, part = {}) => {
    const given = [];
    for (let n = 0; n < times; n += 1) {
      const done = await submit(filing(), part);
      given.push(done.ok ? done.value.receiptNo : done.problem.code);
    }
    return given;
  };
  const no = (sequence: number) => receiptNo(machine.enrolled.prefix, sequence);

  it('run on, and go on from the larger of the two places', async () => {
    expect(await numbers(2)).toEqual([no(1), no(2)]);
    expect(await numbers(1, { sequenceFloor: 40 })).toEqual([no(41)]);
    expect(await numbers(1)).toEqual([no(42)]);
  });

  it('are never given twice, also when two are filed at once', async () => {
    const given = await Promise.all(Array.from({ length: 12 }, () => submit()));
    const all = given.map((each) => (each.ok ? each.value.receiptNo : each.problem.code));
    expect(new Set(all).size).toBe(12);
    expect(all.sort().at(-1)).toBe(no(12));
  });

  it('end rather than begin anew', async () => {
    expect(await numbers(1, { sequenceFloor: 999_999 })).toEqual(['not-ready']);
  });
});

describe('when one place fails', () => {
  const broken = (journal: Partial<Journal>): Journal => ({ ...places.journal, ...journal });

  it('the journal: nothing is acknowledged and nothing will be sent', async () => {
    const fail = () => Promise.reject(new Error('disk'));
    expect(await submit(filing(), { journal: broken({ append: fail }) })).toEqual({
      ok: false,
      problem: { code: 'storage-full' },
    });
    expect(await inDatabase()).toEqual([]);
    expect((await inJournal()).filed.size).toBe(0);
  });

  it('the database: what the journal has already is marked as taken back', async () => {
    const db: OutboxDatabase = {
      ...places.db,
      run: (work) =>
        work.stores.includes('envelopes')
          ? Promise.reject(new DOMException('', 'QuotaExceededError'))
          : places.db.run(work),
    };
    expect(await submit(filing(), { db })).toMatchObject({ problem: { code: 'storage-full' } });
    const view = await inJournal();
    expect([view.filed.size, view.voids.size]).toEqual([0, 1]);
  });

  it('the counter: no number, nothing anywhere', async () => {
    const db: OutboxDatabase = { ...places.db, run: () => Promise.reject(new Error('closed')) };
    expect(await submit(filing(), { db })).toMatchObject({ problem: { code: 'storage-full' } });
    expect((await places.journal.read()).records).toEqual([]);
  });
});

it('seals and stores well within the time that a touch may take', async () => {
  await submit();
  const parts = await Promise.all(Array.from({ length: 9 }, () => submitParts(places, hall, machine)));
  const times: number[] = [];
  for (const each of parts) {
    const from = performance.now();
    await submitFiling(filing(), each);
    times.push(performance.now() - from);
  }
  console.info('submit ms', times.map((each) => each.toFixed(0)).join(' '));
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(500);
});
