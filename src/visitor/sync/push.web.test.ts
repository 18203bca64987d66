import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import { digest } from '../../seal/digest.ts';
import {
  acknowledge,
  deliveryOf,
  envelopeOf,
  machineOf,
  setAside,
  takeBack,
  waitingIds,
} from '../store/filed.ts';
import { filedFrom, viewOfJournal } from '../store/journal-view.ts';
import { keepInBoth } from '../store/keep.ts';
import { countOutbox } from '../store/outbox.ts';
import type { EnrolledMachine } from '../store/outbox-db.ts';
import { submitFiling } from '../submission/submit.ts';
import { enrol } from './enrol.ts';
import { type FixtureHall, json, openFixtureHall, portal, problem } from './fixture-hall.ts';
import {
  closePlaces,
  enrolFixture,
  filing,
  openPlaces,
  submitParts,
  type TestPlaces,
} from './fixture-places.ts';
import { openHttp } from './http.ts';
import { type PushEnd, push } from './push.ts';

let hall: FixtureHall;
let places: TestPlaces;
let machine: EnrolledMachine;
let incidents: string[];
let changes: number;

beforeEach(async () => {
  hall = await openFixtureHall();
  places = openPlaces();
  machine = await enrolFixture(places.db);
  incidents = [];
  changes = 0;
});
afterEach(() => closePlaces(places));

const file = async (n = 1): Promise<void> => {
  for (let at = 0; at < n; at += 1) await submitFiling(filing(), await submitParts(places, hall, machine));
};
const pushNow = (from = hall): Promise<PushEnd> =>
  push(
    {
      ...places,
      http: openHttp({ fetch: from.fetch, onContact: () => undefined }),
      receiptKeys: async () => hall.keys,
      now: Date.now,
      onChange: () => {
        changes += 1;
      },
      onIncident: (kind) => incidents.push(kind),
    },
    places.name,
  );
const enrolNow = () =>
  enrol(
    { db: places.db, http: openHttp({ fetch: hall.fetch, onContact: () => undefined }), kind: 'screen' },
    places.name,
  );
const left = () => countOutbox(places.db);
/** Answers the n-th upload (from 0) with this. */
const answerUpload = (
  which: number | 'all',
  make: (body: () => Promise<Response>) => Response | Promise<Response>,
) => {
  let seen = 0;
  hall.interfere = (path, answer) => {
    if (!path.startsWith('/api/submission')) return null;
    const isMeant = which === 'all' || which === seen;
    seen += 1;
    return isMeant ? Promise.resolve(make(answer)) : null;
  };
};

describe('sending', () => {
  it('goes oldest first and empties the outbox only by signed receipts, which stay', async () => {
    await file(3);
    const order = await waitingIds(places.db);
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(hall.asked).toEqual(order.map((id) => `PUT /api/submission/${id}`));
    expect([...hall.received.keys()]).toEqual(order);
    expect(await left()).toEqual({ waiting: 0, refused: 0 });
    const view = await viewOfJournal((await places.journal.read()).records);
    expect([...view.tombstones.keys()]).toEqual(order);
    expect(changes).toBe(3);
  });

  it('with nothing to send asks nothing', async () => {
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(hall.asked).toEqual([]);
  });

  it('of the same envelope again, because the answer was lost, ends with one on the server', async () => {
    await file();
    answerUpload(0, async (answer) => {
      await answer();
      throw new TypeError('network');
    });
    expect(await pushNow()).toEqual({ kind: 'held', left: 1 });
    expect(await left()).toEqual({ waiting: 1, refused: 0 });
    hall.interfere = () => null;
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(hall.received.size).toBe(1);
  });

  it('sends byte for byte what was committed', async () => {
    await file();
    const [id] = await waitingIds(places.db);
    const stored = await envelopeOf(places.db, id!);
    await pushNow();
    expect(await digest(hall.received.get(id!)?.bytes ?? '')).toBe(stored?.digest);
  });
});

describe('an envelope does not leave', () => {
  const held = async (incident?: string): Promise<void> => {
    await file(2);
    expect(await pushNow()).toEqual({ kind: 'held', left: 2 });
    expect(await left()).toEqual({ waiting: 2, refused: 0 });
    expect(hall.asked.length).toBe(1);
    expect(incidents).toEqual(incident === undefined ? [] : [incident]);
  };

  it('for a receipt over another digest', async () => {
    answerUpload('all', async (answer) => {
      await answer();
      const [{ bytes }] = [...hall.received.values()] as unknown as [{ bytes: string }];
      return json(await hall.receiptFor(bytes, { digest: 'x'.repeat(43) as Digest }));
    });
    await held('receipt-wrong');
  });

  it('for the receipt of another submission', async () => {
    await file();
    await pushNow();
    const [{ receipt }] = [...hall.received.values()] as unknown as [{ receipt: object }];
    hall.asked.length = 0;
    answerUpload('all', () => json(receipt));
    await held('receipt-wrong');
  });

  it('for an altered receipt', async () => {
    answerUpload('all', async (answer) => {
      const receipt = (await (await answer()).json()) as { body: string };
      return json({ ...receipt, body: receipt.body.replace('2026', '2027') });
    });
    await held('receipt-wrong');
  });

  it('for a receipt whose body is not one', async () => {
    const { sign } = await import('../../seal/sign.ts');
    const { utf8 } = await import('../../seal/bytes.ts');
    const key = hall.keys.find(({ purpose }) => purpose === 'receipt')!;
    for (const body of ['nonsense', '{}']) {
      const signature = await sign(hall.receiptKey.privateKey, 'receipt', utf8(body));
      answerUpload('all', () => json({ body, signature, keyId: key.keyId }));
      await file();
      expect(await pushNow()).toMatchObject({ kind: 'held' });
    }
    expect(await left()).toEqual({ waiting: 2, refused: 0 });
  });

  it('for 200 with HTML, for 200 with {}, for 500', async () => {
    await file();
    for (const answer of [
      portal,
      () => json({}),
      () => problem(500, { code: 'unexpected' }),
      () => problem(507, { code: 'storage-full' }),
    ]) {
      answerUpload('all', answer);
      expect(await pushNow()).toEqual({ kind: 'held', left: 1 });
    }
    expect(await left()).toEqual({ waiting: 1, refused: 0 });
    expect(incidents).toEqual([]);
  });

  it('for a receipt by a key that the snapshot does not certify: first the content is pulled', async () => {
    const other = await openFixtureHall();
    answerUpload('all', async (answer) => {
      await answer();
      const [{ bytes }] = [...hall.received.values()] as unknown as [{ bytes: string }];
      return json(await other.receiptFor(bytes));
    });
    await file();
    expect(await pushNow()).toEqual({ kind: 'needs-pull' });
    expect(await left()).toEqual({ waiting: 1, refused: 0 });
  });
});

describe('a refusal', () => {
  const asides: readonly Problem[] = [
    { code: 'bad-input', faults: [] },
    { code: 'other-content-under-this-id' },
    { code: 'receipt-number-taken' },
    { code: 'signature-wrong' },
  ];
  for (const of of asides) {
    it(`${of.code}: this one is set aside, the others go`, async () => {
      await file(3);
      answerUpload(1, () => problem(409, of));
      expect(await pushNow()).toEqual({ kind: 'drained' });
      expect(await left()).toEqual({ waiting: 0, refused: 1 });
      expect(hall.received.size).toBe(2);
      expect(incidents).toEqual([`upload-${of.code}`]);
      hall.asked.length = 0;
      await pushNow();
      expect(hall.asked).toEqual([]);
    });
  }

  it('of an earlier enrolment: this one waits on, and neither holds up others nor speaks of this machine', async () => {
    await file();
    machine = await enrolFixture(places.db, 'B2', 'm-screen002');
    await file(2);
    answerUpload(0, () => problem(403, { code: 'machine-unknown' }));
    expect(await pushNow()).toEqual({ kind: 'held', left: 1 });
    expect(await left()).toEqual({ waiting: 1, refused: 0 });
    expect(await machineOf(places.db)).toEqual(machine);
    hall.interfere = () => null;
    expect(await pushNow()).toEqual({ kind: 'drained' });
  });

  it('of this machine, revoked: nothing is thrown away, its visitor is told, no form is opened any more', async () => {
    await file();
    const receiptNo = (await envelopeOf(places.db, (await waitingIds(places.db))[0]!))!.receiptNo;
    expect(await deliveryOf(places.db, receiptNo)).toBe('waiting');
    hall.interfere = () => Promise.resolve(problem(403, { code: 'machine-revoked' }));
    expect(await pushNow()).toEqual({ kind: 'held', left: 1 });
    expect(await deliveryOf(places.db, receiptNo)).toBe('refused');
    expect(await enrolNow()).toEqual({ ok: false, problem: { code: 'machine-revoked' } });
    // Also when nobody can be asked.
    hall.interfere = () => Promise.resolve(portal());
    expect(await enrolNow()).toEqual({ ok: false, problem: { code: 'machine-revoked' } });
    // It was a mistake, or a lie on the way: the server takes the machine.
    hall.interfere = () => null;
    expect(await enrolNow()).toMatchObject({ ok: true });
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(await deliveryOf(places.db, receiptNo)).toBe('confirmed');
  });

  it('of this machine, forgotten: it asks for its name again, and what waits arrives under it', async () => {
    await file(2);
    answerUpload('all', () => problem(403, { code: 'machine-unknown' }));
    expect(await pushNow()).toEqual({ kind: 'unnamed' });
    expect(hall.asked.length).toBe(1);
    hall.interfere = () => Promise.resolve(portal());
    expect(await enrolNow()).toEqual({ ok: false, problem: { code: 'not-our-server' } });
    hall.interfere = () => null;
    expect(await enrolNow()).toMatchObject({ ok: true, value: { enrolled: machine.enrolled } });
    expect(JSON.parse(hall.machines[0]!)).toEqual({
      publicKey: machine.publicKey,
      kind: 'screen',
      former: { machine: machine.enrolled.machine, prefix: machine.enrolled.prefix },
    });
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(hall.received.size).toBe(2);
  });

  it('for now: all wait as long as the server says', async () => {
    await file(2);
    answerUpload(0, () => problem(429, { code: 'too-many-tries', seconds: 7 }));
    expect(await pushNow()).toEqual({ kind: 'held', left: 2, againInMs: 7_000 });
  });
});

describe('two pages', () => {
  it('send with one hand', async () => {
    await file(4);
    const ends = await Promise.all([pushNow(), pushNow()]);
    expect(ends.map(({ kind }) => kind).sort()).toEqual(['busy', 'drained']);
    expect(hall.asked.length).toBe(4);
    expect(hall.received.size).toBe(4);
  });
});

describe('what is gone meanwhile', () => {
  it('is not sent', async () => {
    await file(2);
    const [, second] = await waitingIds(places.db);
    answerUpload(0, async (answer) => {
      await takeBack(places.db, second!);
      return answer();
    });
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect(hall.received.size).toBe(1);
  });

  it('cannot be confirmed or set aside, and that is no fault', async () => {
    await file();
    const [id] = await waitingIds(places.db);
    const envelope = await envelopeOf(places.db, id!);
    await takeBack(places.db, id!);
    const server = await hall.receiptFor(new TextDecoder().decode(envelope?.bytes));
    expect(await acknowledge(places.db, id!, server)).toBeNull();
    await setAside(places.db, id!, { code: 'bad-input', at: '' as never });
    expect(await left()).toEqual({ waiting: 0, refused: 0 });
  });

  it('taken back while its row was already gone: the receipt is still good, nothing is written', async () => {
    await file();
    answerUpload(0, async (answer) => {
      const [id] = await waitingIds(places.db);
      await takeBack(places.db, id!);
      return answer();
    });
    expect(await pushNow()).toEqual({ kind: 'drained' });
    expect((await viewOfJournal((await places.journal.read()).records)).tombstones.size).toBe(0);
  });

  it('a filing that the sender confirmed while the journal failed counts as filed', async () => {
    await file();
    const [id] = await waitingIds(places.db);
    const { bytes } = (await envelopeOf(places.db, id!))!;
    const filed = (await filedFrom(bytes))!;
    const journal = {
      ...places.journal,
      append: async () => {
        await acknowledge(places.db, id!, await hall.receiptFor(new TextDecoder().decode(bytes)));
        throw new Error('disk');
      },
    };
    // The commit is repeated first, as it was; then the receipt comes, then the journal fails.
    const slow = { ...places.db, run: places.db.run };
    expect(await keepInBoth({ db: slow, journal }, filed)).toBe(true);
  });
});
