import { effect } from '@preact/signals';
import { deleteDB } from 'idb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../contract/day-schema.ts';
import { isWorkday } from '../../contract/deadline.ts';
import type { EntryId } from '../../contract/id.ts';
import type { PublishedObject } from '../../contract/published.ts';
import {
  calendarObject,
  cardObject,
  chartObject,
  formObject,
  guideObject,
  hallObject,
  itemObject,
  pageObject,
} from '../sync/fixture-content.ts';
import { type FixtureHall, openFixtureHall } from '../sync/fixture-hall.ts';
import { holdDatabases } from '../sync/fixture-places.ts';
import { openHttp } from '../sync/http.ts';
import { pull } from '../sync/pull.ts';
import {
  calendar,
  catalogue,
  contentDatabase,
  current,
  forms,
  openContentStore,
  readAgain,
  readEntry,
  rows,
  searchRows,
  searchTexts,
} from './content.ts';
import { CONTENT_DB, type Current, DERIVED_VERSION } from './content-db.ts';
import { noCounts } from './derive.ts';
import { type Base, baseOf, deriveAgain, ObjectMissing, standingOf, turn } from './turn.ts';

/** What comes by itself, also on a busy machine. */
const soon = <T>(seen: () => T) => expect.poll(seen, { timeout: 10_000 });

let letGo: () => void;
beforeAll(async () => {
  letGo = await holdDatabases();
}, 120_000);
afterAll(() => letGo());

let hall: FixtureHall;

const publish = async (objects: readonly PublishedObject[]): Promise<void> => {
  await hall.publish(objects);
  const http = openHttp({ fetch: hall.fetch, onContact: () => undefined });
  const canary = { shown: null, prefix: null, isScreen: false, helpLine: null };
  await pull({
    db: contentDatabase,
    http,
    readCanary: () => canary,
    noteShown: () => undefined,
    isThorough: true,
    onTurned: () => Promise.resolve(),
  });
};

beforeEach(async () => {
  hall = await openFixtureHall();
  await contentDatabase.close();
  await deleteDB(CONTENT_DB);
  current.value = undefined;
});
afterEach(() => contentDatabase.close());

describe('what screens read', () => {
  it('is unknown, then nothing, then the snapshot, without loading anything anew', async () => {
    expect(current.value).toBeUndefined();
    await openContentStore();
    expect(current.value).toBeNull();
    await publish([hallObject(), pageObject('a')]);
    await readAgain();
    expect(current.value).toMatchObject({ number: 1, hall: { name: '嘎什根乡' } });
  });

  it('brings the forms with it, so that no screen is ever drawn without them', async () => {
    const seen: number[] = [];
    const stop = effect(() => void (current.value && seen.push(forms.value.length)));
    await publish([hallObject(), pageObject('a'), formObject()]);
    await readAgain();
    await publish([hallObject(), pageObject('a')]);
    await readAgain();
    stop();
    expect(seen).toEqual([1, 0]);
  });

  it('turns in this page when another page has turned it', async () => {
    await openContentStore();
    await publish([hallObject()]);
    new BroadcastChannel('bianminping-content').postMessage(null);
    await soon(() => current.value?.number).toBe(1);
  });

  it('is the same value as long as the snapshot is the same', async () => {
    await publish([hallObject()]);
    await readAgain();
    const held = current.value;
    await readAgain();
    expect(current.value).toBe(held);
  });

  it('is an entry with the digest of its object, or null', async () => {
    await publish([hallObject(), pageObject('a'), formObject()]);
    const read = await readEntry('form/opinion' as EntryId);
    expect(read?.published.entry.title).toBe('提意见');
    expect(read?.digest).toBe(hall.latest.list.get('form/opinion' as never));
    expect(await readEntry('page/b' as EntryId)).toBeNull();
  });

  it('has no calendar before there is content', async () => {
    current.value = null;
    expect(isWorkday(await calendar(), day('2026-10-01'))).toMatchObject({ ok: false });
  });

  it('is the calendar that was published', async () => {
    await publish([hallObject(), calendarObject(2026)]);
    await readAgain();
    expect(isWorkday(await calendar(), day('2026-10-01'))).toEqual({ ok: true, value: false });
    expect(isWorkday(await calendar(), day('2027-10-08'))).toMatchObject({ ok: false });
  });
});

describe('rows', () => {
  it('come by kind, newest first, by topic and by audience', async () => {
    await publish([
      hallObject(),
      guideObject('a', { updatedOn: day('2025-01-01') }),
      guideObject('b', { updatedOn: day('2026-01-01'), topics: ['medical', 'old-age'] }),
      guideObject('c', { updatedOn: day('2024-01-01'), topics: ['medical'], audiences: ['everyone'] }),
      pageObject('p'),
      chartObject('a', 'a'),
      chartObject('lonely'),
      cardObject('x'),
    ]);
    const names = async (...args: Parameters<typeof rows>) => (await rows(...args)).map(({ id }) => id);
    expect(await names('guide')).toEqual(['guide/b', 'guide/a', 'guide/c']);
    expect(await names('guide', { limit: 1 })).toEqual(['guide/b']);
    expect(await names('guide', { topic: 'medical' })).toEqual(['guide/b', 'guide/c']);
    expect(await names('guide', { topic: 'medical', audience: 'everyone' })).toEqual(['guide/c']);
    expect(await names('guide', { audience: 'elder', limit: 1 })).toEqual(['guide/b']);
    expect(await names('page')).toEqual(['page/p']);
    expect((await rows('chart')).map(({ guide }) => guide)).toEqual(['guide/a', null]);
    expect(await rows('card')).toMatchObject([{ summary: '大厅 1 号窗口', guide: null }]);
    expect(await names('form')).toEqual([]);
  });
});

describe('the catalogue', () => {
  const items = [
    itemObject('a', { formedOn: day('2024-12-31') }),
    itemObject('b', { formedOn: day('2025-01-01'), category: 'budget' }),
    itemObject('c', { formedOn: day('2025-12-31'), department: 'finance' }),
    itemObject('d', { formedOn: day('2026-01-01'), category: 'budget', department: 'finance' }),
    itemObject('e', { formedOn: day('2025-06-01'), category: 'budget', department: 'finance' }),
    itemObject('f', { formedOn: day('2025-06-01'), category: 'budget', department: 'finance' }),
  ];
  // A guide of the same department must not stand among the items.
  const all = [hallObject(), guideObject('g'), pageObject('p'), ...items];
  const ids = async (query: Parameters<typeof catalogue>[0]) => {
    const page = await catalogue(query);
    return `${page.rows.map(({ id }) => id.slice(5)).join('')} of ${page.count}`;
  };

  it('is filtered by category, year and department in every combination', async () => {
    await publish(all);
    expect(await ids({})).toBe('dcefba of 6');
    expect(await ids({ year: 2025 })).toBe('cefb of 4');
    expect(await ids({ category: 'budget' })).toBe('defb of 4');
    expect(await ids({ category: 'budget', year: 2025 })).toBe('efb of 3');
    expect(await ids({ department: 'office' })).toBe('ba of 2');
    expect(await ids({ department: 'finance', year: 2025 })).toBe('cef of 3');
    expect(await ids({ category: 'budget', department: 'finance' })).toBe('def of 3');
    expect(await ids({ category: 'budget', department: 'finance', year: 2026 })).toBe('d of 1');
    expect(await ids({ category: 'none' })).toBe(' of 0');
  });

  it('comes in pages that neither repeat nor skip, also between items of one day', async () => {
    await publish(all);
    for (const limit of [1, 2, 3, 4]) {
      for (const query of [{}, { category: 'budget' }, { year: 2025 }, { department: 'finance' }]) {
        const whole = (await catalogue(query)).rows.map(({ id }) => id);
        const paged: EntryId[] = [];
        for (let page = await catalogue({ ...query, limit }); page.rows.length > 0; ) {
          expect(page.count).toBe(whole.length);
          paged.push(...page.rows.map(({ id }) => id));
          page = await catalogue({ ...query, limit, after: page.rows.at(-1)! });
        }
        expect(paged).toEqual(whole);
      }
    }
  });
});

describe('search', () => {
  it('has a row with keys and the words of every entry', async () => {
    await publish([
      hallObject(),
      guideObject('a'),
      itemObject('b', { keywords: ['预算'], docNo: '嘎政发〔2026〕1号' }),
    ]);
    expect(await searchRows()).toMatchObject([
      {
        id: 'guide/a',
        kind: 'guide',
        title: '办 a',
        aliases: ['事项', '俗名'],
        pinyin: ['ce shi'],
        initials: ['cs'],
      },
      { id: 'item/b', kind: 'item', aliases: ['预算'] },
    ]);
    const [guide, item] = await searchTexts();
    expect(guide?.words).toContain('社会保险法');
    expect(item?.words).toContain('嘎政发〔2026〕1号');
    expect(item?.words).toContain('220821203-2026');
  });
});

describe('derived rows of another version of the app', () => {
  const spoil = () =>
    contentDatabase.run({
      stores: ['state', 'rows', 'search', 'texts'],
      mode: 'readwrite',
      do: async (unit) => {
        const state = unit.objectStore('state');
        const held = (await state.get('current')) as Current;
        await state.put({ ...held, derived: DERIVED_VERSION - 1, counts: noCounts() }, 'current');
        for (const name of ['rows', 'search', 'texts'] as const) await unit.objectStore(name).clear();
      },
    });

  it('are made anew from the objects before anything is shown', async () => {
    await publish([hallObject(), guideObject('a'), itemObject('b')]);
    await spoil();
    await readAgain();
    expect(current.value).toMatchObject({
      derived: DERIVED_VERSION,
      counts: { kinds: { guide: 1, item: 1 } },
    });
    expect((await rows('guide')).length).toBe(1);
    expect((await searchTexts()).length).toBe(2);
  });

  it('are made anew by the next snapshot as well', async () => {
    await publish([hallObject(), guideObject('a'), itemObject('b')]);
    await spoil();
    await publish([hallObject(), guideObject('a'), itemObject('c')]);
    await readAgain();
    expect(current.value?.counts.kinds).toMatchObject({ guide: 1, item: 1 });
    expect((await rows('guide')).length).toBe(1);
  });

  it('are not shown when an object is missing for them', async () => {
    await publish([hallObject(), guideObject('a')]);
    await spoil();
    await contentDatabase.run({
      stores: ['objects'],
      mode: 'readwrite',
      do: (unit) => unit.objectStore('objects').clear(),
    });
    await readAgain();
    expect(current.value).toBeNull();
    await expect(deriveAgain(contentDatabase)).rejects.toThrow(ObjectMissing);
  });

  it('cannot be made when there was never a snapshot, and that is no fault', async () => {
    await deriveAgain(contentDatabase);
    await readAgain();
    expect(current.value).toBeNull();
  });
});

describe('turning', () => {
  const again = async (base: Base, list = base.list) =>
    turn(contentDatabase, {
      head: { ...hall.latest.head, number: 2 },
      standing: { ...base.standing!, number: 2 },
      list,
    });

  it('does nothing when a later snapshot is current already', async () => {
    await publish([hallObject(), pageObject('a')]);
    const standing = await standingOf(contentDatabase);
    expect(
      await turn(contentDatabase, { head: hall.latest.head, standing: standing!, list: new Map() }),
    ).toBe(false);
    expect((await baseOf(contentDatabase)).list.size).toBe(2);
  });

  it('is all or nothing: an object that is missing leaves the old snapshot whole', async () => {
    await publish([hallObject(), pageObject('a'), pageObject('b')]);
    const base = await baseOf(contentDatabase);
    const list = new Map(base.list).set('page/a' as never, 'x'.repeat(43) as never);
    list.delete('page/b' as never);
    await expect(again(base, list)).rejects.toThrow(ObjectMissing);
    await readAgain();
    expect(current.value?.number).toBe(1);
    expect((await rows('page')).length).toBe(2);
  });

  it('needs the settings of the hall', async () => {
    await publish([hallObject(), pageObject('a')]);
    const base = await baseOf(contentDatabase);
    const list = new Map(base.list);
    const page = list.get('page/a' as never)!;
    list.delete('hall/settings' as never);
    await expect(again(base, list)).rejects.toThrow(ObjectMissing);
    await expect(again(base, new Map(list).set('hall/settings' as never, page))).rejects.toThrow(
      ObjectMissing,
    );
  });
});
