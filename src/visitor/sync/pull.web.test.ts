import { deleteDB } from 'idb';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntryId } from '../../contract/id.ts';
import type { PublishedObject } from '../../contract/published.ts';
import { LINES_MEDIA_TYPE } from '../../contract/routes.ts';
import { canonical } from '../../seal/canonical.ts';
import { digest } from '../../seal/digest.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import type { Canary } from '../store/canary.ts';
import { openContent } from '../store/content-db.ts';
import {
  type ContentDatabase,
  readCatalogue,
  readCurrent,
  readEntryFrom,
  readRows,
} from '../store/read-content.ts';
import { baseOf } from '../store/turn.ts';
import {
  calendarObject,
  formObject,
  guideObject,
  hallObject,
  itemObject,
  pageObject,
} from './fixture-content.ts';
import { type FixtureHall, json, openFixtureHall, portal } from './fixture-hall.ts';
import { heldDigests } from './fixture-places.ts';
import { openHttp } from './http.ts';
import { type PullEnd, pull } from './pull.ts';

const start = [
  hallObject(),
  calendarObject(),
  guideObject('pension'),
  itemObject('budget'),
  pageObject('help'),
];

let hall: FixtureHall;
let name: string;
let db: ContentDatabase;
let canary: Canary;
let contacts: string[];

const pullNow = (): Promise<PullEnd> =>
  pull({
    db,
    http: openHttp({ fetch: hall.fetch, onContact: (contact) => contacts.push(contact) }),
    readCanary: () => canary,
    noteShown: (shown) => {
      canary = { ...canary, shown };
    },
    isThorough: true,
    onTurned: () => Promise.resolve(),
  });

const shown = async () => ({
  number: (await readCurrent(db))?.number ?? null,
  list: new Map((await baseOf(db)).list),
});

beforeEach(async () => {
  hall = await openFixtureHall();
  name = `content-${crypto.randomUUID()}`;
  db = openContent(name);
  canary = { shown: null, prefix: null, isScreen: false, helpLine: null };
  contacts = [];
});
afterEach(async () => {
  await db.close();
  await deleteDB(name);
});

describe('a first pull', () => {
  it('ends in exactly what the hall published, in one head, one change and one page', async () => {
    await hall.publish(start);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 1 });
    expect((await shown()).list).toEqual(hall.latest.list);
    expect(hall.asked).toEqual([
      'GET /api/content/head',
      'GET /api/content/change/0/1',
      'GET /api/content/change/0/1/0',
    ]);
    expect(await readCurrent(db)).toMatchObject({
      number: 1,
      hallId: '220821203',
      hall: { name: '嘎什根乡' },
      calendars: [{ year: 2026 }],
      counts: {
        kinds: { guide: 1, item: 1, page: 1, form: 0 },
        topics: { 'old-age': 1 },
        years: { 2026: 1 },
      },
    });
    expect(canary.shown).toEqual({ hall: '220821203', root: hall.root.publicKey, number: 1 });
    expect(contacts).toEqual(['connected', 'connected', 'connected']);
  });

  it('takes more objects than a page holds', async () => {
    const many = Array.from({ length: 450 }, (_, at) => pageObject(`p${at}`));
    await hall.publish([hallObject(), ...many]);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 1 });
    expect((await readRows(db, 'page', {})).length).toBe(450);
    expect(hall.asked.filter((each) => /change\/0\/1\/\d$/.test(each)).length).toBe(3);
  });
});

describe('a later pull', () => {
  beforeEach(async () => {
    await hall.publish(start);
    await pullNow();
    hall.asked.length = 0;
  });

  it('asks for the head only when nothing has changed', async () => {
    expect(await pullNow()).toEqual({ kind: 'unchanged', number: 1 });
    expect(hall.asked).toEqual(['GET /api/content/head']);
  });

  it('fetches only what changed, shows it, and drops what was withdrawn', async () => {
    await hall.publish([...start.filter((each) => each !== start[3]), pageObject('help', 2), formObject()]);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 2 });
    expect(hall.asked.filter((each) => each.includes('/object/')).length).toBe(2);
    expect((await shown()).list).toEqual(hall.latest.list);
    expect((await readEntryFrom(db, 'page/help' as EntryId))?.published.revision).toBe(2);
    expect(await readEntryFrom(db, 'item/budget' as EntryId)).toBeNull();
    expect((await readCatalogue(db, {})).count).toBe(0);
    expect((await readCurrent(db))?.counts).toMatchObject({
      kinds: { item: 0, form: 1, page: 1 },
      years: {},
    });
  });

  it('keeps the replaced version until the pull after, and the withdrawn one not at all', async () => {
    const held = async (object: PublishedObject) =>
      (await heldDigests(db)).has(await digest(canonical(object)));
    const second = [...start.slice(0, 3), pageObject('help', 2)];
    await hall.publish(second);
    await pullNow();
    expect(await held(start[4]!)).toBe(true);
    expect(await held(start[3]!)).toBe(false);
    await hall.publish([...second, formObject()]);
    await pullNow();
    expect(await held(start[4]!)).toBe(false);
  });

  it('catches up over several numbers at once', async () => {
    await hall.publish([...start, pageObject('a')]);
    await hall.publish([...start, pageObject('b')]);
    await hall.publish([...start, pageObject('a', 2)]);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 4 });
    expect((await shown()).list).toEqual(hall.latest.list);
  });

  it('begins anew when the server does not know our number, as after a restored backup that went on', async () => {
    await hall.publish([...start, pageObject('a')]);
    await hall.publish([...start, pageObject('b')]);
    hall.snapshots.splice(0, 1);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 3 });
    expect((await shown()).list).toEqual(hall.latest.list);
  });

  it('fetches again an object that was lost here', async () => {
    const [lost] = [...hall.latest.list.values()];
    await db.run({
      stores: ['objects'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('objects').delete(lost!),
    });
    expect(await pullNow()).toEqual({ kind: 'unchanged', number: 1 });
    expect((await heldDigests(db)).has(lost!)).toBe(true);
  });
});

describe('damage here', () => {
  beforeEach(async () => {
    await hall.publish(start);
    await pullNow();
  });

  it('that took rows is made good from the objects', async () => {
    for (const store of ['rows', 'search', 'texts'] as const) {
      await db.run({
        stores: [store],
        mode: 'readwrite',
        do: (unit) => unit.objectStore(store).delete('page/help' as EntryId),
      });
      expect(await pullNow()).toEqual({ kind: 'unchanged', number: 1 });
      expect((await readEntryFrom(db, 'page/help' as EntryId))?.published.revision).toBe(1);
      expect((await readCurrent(db))?.counts.kinds.page).toBe(1);
    }
  });

  it('an unchanged object that the next snapshot needs is fetched with it', async () => {
    await db.run({
      stores: ['objects'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('objects').clear(),
    });
    await hall.publish([...start, pageObject('new')]);
    expect(await pullNow()).toEqual({ kind: 'turned', number: 2 });
    expect((await heldDigests(db)).size).toBe(start.length + 1);
  });

  const loseOne = async () => {
    const [lost] = [...hall.latest.list.values()];
    await db.run({
      stores: ['objects'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('objects').delete(lost!),
    });
  };

  it('that cannot be made good now leaves the snapshot showing', async () => {
    await loseOne();
    hall.interfere = (path) => (path.includes('/object/') ? Promise.reject(new TypeError('network')) : null);
    expect(await pullNow()).toEqual({ kind: 'offline' });
    hall.interfere = (path) => (path.includes('/object/') ? Promise.resolve(json(pageObject('x'))) : null);
    expect(await pullNow()).toEqual({ kind: 'refused', why: 'object-wrong', number: 1 });
    expect((await shown()).number).toBe(1);
  });

  it('an entry whose object is lost is not there, rather than half there', async () => {
    const of = hall.latest.list.get('page/help' as never)!;
    await db.run({
      stores: ['objects'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('objects').delete(of),
    });
    expect(await readEntryFrom(db, 'page/help' as EntryId)).toBeNull();
  });

  it('an object that another page sweeps in the middle of our pull is fetched again, for as long as that helps', async () => {
    await hall.publish([...start, pageObject('new')]);
    let sweeps = 2;
    const run: ContentDatabase['run'] = async (work) => {
      const isTurn = work.mode === 'readwrite' && work.stores.length > 2;
      if (isTurn && sweeps > 0) await loseNew();
      if (isTurn) sweeps -= 1;
      return real(work);
    };
    const real = db.run;
    const loseNew = async () => {
      const of = hall.latest.list.get('page/new' as never)!;
      await real({
        stores: ['objects'],
        mode: 'readwrite',
        do: (unit) => unit.objectStore('objects').delete(of),
      });
    };
    db = { ...db, run };
    expect(await pullNow()).toEqual({ kind: 'server-trouble' });
    sweeps = 1;
    expect(await pullNow()).toEqual({ kind: 'turned', number: 2 });
    db = { ...db, run: real };
  });

  it('a fault of the store is not hidden', async () => {
    await hall.publish([...start, pageObject('new')]);
    const real = db.run;
    db = {
      ...db,
      run: (work) => (work.stores.includes('objects') ? Promise.reject(new Error('disk')) : real(work)),
    };
    await expect(pullNow()).rejects.toThrow('disk');
    db = { ...db, run: real };
  });
});

describe('a torn pull', () => {
  const objects = [...start, pageObject('a'), pageObject('b'), formObject()];

  /** Hands over only so many lines of a page, the last of them cut in two, and then the line is dead. */
  const cutAfter = (lines: number) => {
    hall.interfere = (path, answer) => {
      if (!/change\/\d+\/\d+\/\d+$/.test(path)) return null;
      return answer().then(async (whole) => {
        const text = await whole.text();
        const kept =
          text.split('\n').slice(0, lines).join('\n') + (lines > 0 ? '\n' : '') + text.slice(-40, -20);
        const body = new ReadableStream({
          start: (to) => to.enqueue(new TextEncoder().encode(kept)),
          pull: (to) => to.error(new TypeError('network')),
        });
        return new Response(body, { headers: { 'content-type': LINES_MEDIA_TYPE } });
      });
    };
  };

  for (const lines of objects.keys()) {
    it(`after ${lines} objects leaves nothing shown, keeps what came, and fetches the rest only`, async () => {
      await hall.publish(objects);
      cutAfter(lines);
      expect(await pullNow()).toEqual({ kind: 'offline' });
      expect(await shown()).toEqual({ number: null, list: new Map() });
      expect((await heldDigests(db)).size).toBe(lines);
      hall.interfere = () => null;
      hall.asked.length = 0;
      expect(await pullNow()).toEqual({ kind: 'turned', number: 1 });
      expect((await shown()).list).toEqual(hall.latest.list);
      const left = objects.length - lines;
      const pages = hall.asked.filter((each) => /change\/0\/1\/0$/.test(each)).length;
      expect(pages).toBe(left > 3 ? 1 : 0);
      expect(hall.asked.filter((each) => each.includes('/object/')).length).toBe(left > 3 ? 0 : left);
    });
  }

  it('whose snapshot is replaced under way finds what is gone gone, and the next pull is whole', async () => {
    await hall.publish(objects);
    hall.interfere = (path, answer) => {
      if (!path.endsWith('/change/0/1/0')) return null;
      hall.interfere = () => null;
      const later = objects.filter((each) => each !== start[3]);
      return hall.publish([...later, pageObject('c')]).then(answer);
    };
    expect(await pullNow()).toEqual({ kind: 'server-trouble' });
    expect(await pullNow()).toEqual({ kind: 'turned', number: 2 });
    expect((await shown()).list).toEqual(hall.latest.list);
  });

  it('over an older snapshot leaves that one showing', async () => {
    await hall.publish(start);
    await pullNow();
    await hall.publish([...objects, pageObject('c'), pageObject('d')]);
    cutAfter(2);
    expect(await pullNow()).toEqual({ kind: 'offline' });
    expect(await shown()).toEqual({ number: 1, list: hall.snapshots[0]!.list });
    expect(contacts.at(-1)).toBe('offline');
  });

  it('may break off at every request in turn and ends well', async () => {
    await hall.publish(start);
    await pullNow();
    await hall.publish([...objects, pageObject('c'), pageObject('d')]);
    for (let allowed = 0; ; allowed += 1) {
      let left = allowed;
      hall.interfere = () => {
        left -= 1;
        return left < 0 ? Promise.reject(new TypeError('network')) : null;
      };
      const end = await pullNow();
      if (end.kind === 'turned') break;
      expect(end).toEqual({ kind: 'offline' });
      expect((await shown()).number).toBe(1);
    }
    expect((await shown()).list).toEqual(hall.latest.list);
  });
});

describe('what is not believed', () => {
  let evil: FixtureHall;
  beforeAll(async () => {
    evil = await openFixtureHall();
  });
  beforeEach(async () => {
    await hall.publish(start);
    await pullNow();
    await hall.publish([...start, pageObject('new')]);
  });

  const refused = async (why: string): Promise<void> => {
    const before = await shown();
    expect(await pullNow()).toMatchObject({ kind: 'refused', why });
    expect(await shown()).toEqual(before);
  };
  const serve = (match: RegExp, response: () => Response | Promise<Response>): void => {
    hall.interfere = (path) => (match.test(path) ? Promise.resolve(response()) : null);
  };

  it('an object with one letter changed', async () => {
    serve(/object/, () => json({ ...pageObject('new'), revision: 2 }));
    await refused('object-wrong');
  });

  it('an object under the digest of another', async () => {
    serve(/object/, () => json(pageObject('help')));
    await refused('object-wrong');
  });

  it('a page with one altered line: the others are kept, the snapshot does not turn', async () => {
    await hall.publish([...start, ...['a', 'b', 'c', 'd'].map((each) => pageObject(each))]);
    hall.interfere = (path, answer) =>
      /\/0$/.test(path)
        ? answer().then(
            async (whole) => new Response((await whole.text()).replace('正文 b', '假文 b'), whole),
          )
        : /object/.test(path)
          ? Promise.resolve(json(pageObject('b', 7)))
          : null;
    await refused('object-wrong');
    expect((await heldDigests(db)).size).toBe(start.length + 3);
  });

  it('an object that the hall signed but this app cannot read', async () => {
    const strange = { ...pageObject('new'), colour: 'red' } as unknown as PublishedObject;
    await hall.publish([...start, strange]);
    await refused('object-unknown');
  });

  it('an object whose own name is another than the list gives it', async () => {
    const next = pageObject('x');
    const { list } = await hall.publish([...start, next]);
    const wrong = new Map(list);
    wrong.delete('page/x' as never);
    const [, of] = [...list].find(([id]) => (id as string) === 'page/x')!;
    wrong.set('page/y' as never, of);
    const { listText } = await import('../../contract/snapshot.ts');
    hall.snapshots.pop();
    const head = { ...hall.latest.head, number: 3, previous: await digest(hall.latest.signed.head) };
    const signed = await hall.signHead({
      ...head,
      list: { digest: await digest(listText(wrong)), count: wrong.size },
    });
    hall.snapshots.push({ signed, head, list: wrong });
    await refused('object-wrong');
  });

  it('a list that the head does not name', async () => {
    serve(/change\/\d\/2$/, () => json({ from: 1, to: 2, put: [], drop: [] }));
    await refused('list-wrong');
  });

  it('a change of other numbers', async () => {
    serve(/change\/\d\/2$/, () => json({ from: 0, to: 9, put: [], drop: [] }));
    await refused('list-wrong');
  });

  it('a change that is none', async () => {
    serve(/change\/\d\/2$/, () => json({ from: 1 }));
    await refused('list-wrong');
  });

  it('an older head, replayed', async () => {
    await pullNow();
    serve(/head/, () => json(hall.snapshots[0]!.signed));
    await refused('older');
  });

  it('an older head after the database was lost, because the canary remembers', async () => {
    await pullNow();
    await db.close();
    await deleteDB(name);
    db = openContent(name);
    serve(/head/, () => json(hall.snapshots[0]!.signed));
    await refused('older');
    hall.interfere = () => null;
    expect(await pullNow()).toEqual({ kind: 'turned', number: 2 });
  });

  it('the same number with other bytes', async () => {
    const { head } = hall.snapshots[0]!;
    const other = await hall.signHead({ ...head, signedAt: '2026-11-24T09:00:00.000Z' });
    serve(/head/, () => json(other));
    await refused('forked');
  });

  it('the next number with another past', async () => {
    const { head } = hall.latest;
    const other = await hall.signHead({ ...head, previous: await digest('another') });
    serve(/head/, () => json(other));
    await refused('forked');
  });

  it('a signature by a key that no certificate names', async () => {
    const key = await makeSigningKey({ extractable: true });
    const own = { privateKey: key.privateKey, publicKey: await exportPublicKey(key.publicKey) };
    const other = await hall.signHead(hall.latest.head, own);
    serve(/head/, () => json(other));
    await refused('key-uncertified');
  });

  it('a certificate that the root has not signed (a swapped sealing key)', async () => {
    const keys = hall.keys.map((each) =>
      each.purpose === 'hall' ? { ...each, publicKey: evil.hall.publicKey } : each,
    );
    const other = await hall.signHead({ ...hall.latest.head, keys });
    serve(/head/, () => json(other));
    await refused('key-uncertified');
  });

  it('a head that was altered after signing', async () => {
    const { signed } = hall.latest;
    serve(/head/, () =>
      json({ ...signed, head: signed.head.replace('"signedAt":"2026-11-24', '"signedAt":"2026-11-25') }),
    );
    await refused('signature-wrong');
  });

  it('another hall under another root', async () => {
    await evil.publish(start);
    serve(/head/, () => json(evil.latest.signed));
    await refused('other-root');
  });

  it('another hall under the same root', async () => {
    const other = await hall.signHead({ ...hall.latest.head, hall: '110000000' });
    serve(/head/, () => json(other));
    await refused('other-hall');
  });

  it('a head that is none', async () => {
    serve(/head/, () => json({}));
    await refused('head-unreadable');
    serve(/head/, () => json({ ...hall.latest.signed, head: 'not json' }));
    await refused('head-unreadable');
  });

  const nothing: readonly (readonly [string, () => Response, PullEnd['kind']])[] = [
    ['a portal that answers 200 with HTML', portal, 'not-our-server'],
    ['an empty object without our media type', () => Response.json({}), 'not-our-server'],
    [
      'our media type around something else',
      () => new Response('<html>', { headers: { 'content-type': 'application/vnd.bianminping+json' } }),
      'not-our-server',
    ],
    ['a gateway before a server that is away', () => new Response('', { status: 502 }), 'offline'],
    [
      'our server in trouble',
      () => json({ problem: { code: 'unexpected' }, say: '' }, 500),
      'server-trouble',
    ],
  ];
  for (const [what, response, kind] of nothing) {
    it(`${what}, whatever was asked`, async () => {
      const before = await shown();
      for (const match of [/head/, /change/, /object/]) {
        serve(match, response);
        expect(await pullNow()).toEqual({ kind });
        expect(await shown()).toEqual(before);
      }
    });
  }
});
