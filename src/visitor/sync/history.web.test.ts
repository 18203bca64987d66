import fc from 'fast-check';
import { deleteDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { PublishedObject } from '../../contract/published.ts';
import { LINES_MEDIA_TYPE } from '../../contract/routes.ts';
import type { Canary } from '../store/canary.ts';
import { openContent } from '../store/content-db.ts';
import { countRow, noCounts } from '../store/derive.ts';
import { waitingIds } from '../store/filed.ts';
import { heal } from '../store/heal.ts';
import { readCatalogue, readCurrent, readRows, readSearchRows } from '../store/read-content.ts';
import { baseOf } from '../store/turn.ts';
import { submitFiling } from '../submission/submit.ts';
import { guideObject, hallObject, itemObject, pageObject } from './fixture-content.ts';
import { type FixtureHall, json, openFixtureHall, portal, problem } from './fixture-hall.ts';
import {
  closePlaces,
  enrolFixture,
  filing,
  heldDigests,
  NOW,
  openPlaces,
  submitParts,
} from './fixture-places.ts';
import { openHttp } from './http.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

/** Whole lives of a screen with everything that can go wrong on the way, made up by chance; each ends as it must. */

const RUNS = 40;

type Trouble =
  | {
      readonly at: 'request';
      readonly which: number;
      readonly how: 'dead' | 'portal' | 'lost answer' | '500';
    }
  | { readonly at: 'line'; readonly which: number };
type ContentStep =
  | { readonly do: 'publish'; readonly what: readonly (readonly [number, number])[] }
  | { readonly do: 'pull'; readonly trouble: Trouble | null }
  | { readonly do: 'replay'; readonly which: number }
  | { readonly do: 'lose object'; readonly which: number }
  | { readonly do: 'lose database' }
  | { readonly do: 'restart' };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.record({
    at: fc.constant('request' as const),
    which: fc.nat(7),
    how: fc.constantFrom('dead' as const, 'portal' as const, 'lost answer' as const, '500' as const),
  }),
  fc.record({ at: fc.constant('line' as const), which: fc.nat(12) }),
);

const contentSteps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('publish' as const),
        what: fc.uniqueArray(fc.tuple(fc.nat(11), fc.integer({ min: 1, max: 2 })), { selector: ([n]) => n }),
      }),
    },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('pull' as const), trouble: fc.option(trouble) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), which: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('lose object' as const), which: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'lose database' as const }) },
    { weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
  ),
  { minLength: 1, maxLength: 10 },
) as fc.Arbitrary<ContentStep[]>;

const objectOf = ([n, revision]: readonly [number, number]): PublishedObject => {
  if (n % 3 === 0) return pageObject(`p${n}`, revision);
  return n % 3 === 1
    ? itemObject(`i${n}`, { category: revision === 1 ? 'report' : 'budget' }, revision)
    : guideObject(`g${n}`, { topics: revision === 1 ? ['old-age'] : ['medical', 'aid'] });
};

const makeTrouble = (hall: FixtureHall, of: Trouble): void => {
  let request = -1;
  hall.interfere = (path, answer) => {
    request += 1;
    if (of.at === 'line') {
      if (!/change\/\d+\/\d+\/\d+$/.test(path)) return null;
      return answer().then(async (whole) => {
        const bytes = new TextEncoder().encode(
          (await whole.text()).split('\n').slice(0, of.which).join('\n'),
        );
        const body = new ReadableStream({
          start: (to) => to.enqueue(bytes.length > 0 ? bytes : new Uint8Array(1)),
          pull: (to) => to.error(new TypeError('network')),
        });
        return new Response(body, { headers: { 'content-type': LINES_MEDIA_TYPE } });
      });
    }
    if (request !== of.which) return null;
    if (of.how === 'portal') return Promise.resolve(portal());
    if (of.how === '500') return Promise.resolve(problem(500, { code: 'unexpected' }));
    const dead = () => Promise.reject(new TypeError('network'));
    return of.how === 'dead' ? dead() : answer().then(dead);
  };
};

describe('content', () => {
  it('ends in exactly the list of the server, never goes back and never shows a half', async () => {
    let pulls = 0;
    await fc.assert(
      fc.asyncProperty(contentSteps, async (steps) => {
        const hall = await openFixtureHall();
        const name = `history-${crypto.randomUUID()}`;
        let db = openContent(name);
        let canary: Canary = { shown: null, prefix: null, isScreen: false, helpLine: null };
        let most = 0;
        const pullNow = () =>
          pull({
            db,
            http: openHttp({ fetch: hall.fetch, onContact: () => undefined }),
            readCanary: () => canary,
            noteShown: (shown) => {
              canary = { ...canary, shown };
            },
            isThorough: true,
            onTurned: () => Promise.resolve(),
          });
        const isWhole = async (): Promise<void> => {
          const current = await readCurrent(db);
          const { list } = await baseOf(db);
          if (current === null) return;
          expect(list).toEqual(hall.snapshots[current.number - 1]?.list);
          const rows = [
            ...(await readRows(db, 'page', {})),
            ...(await readRows(db, 'item', {})),
            ...(await readRows(db, 'guide', {})),
          ];
          const entries = [...list].filter(([id]) => !id.startsWith('hall/')).sort();
          expect(rows.map(({ id, digest }) => [id, digest]).sort()).toEqual(entries);
          expect((await readSearchRows(db)).length).toBe(entries.length);
          expect((await readCatalogue(db, {})).count).toBe(current.counts.kinds.item);
          expect(current.counts).toEqual(rows.reduce((counts, row) => countRow(counts, row, 1), noCounts()));
        };
        await hall.publish([hallObject()]);
        const last = { do: 'pull', trouble: null } as const;
        // Twice: the second finds nothing new and looks whether all is here.
        for (const step of [...steps, last, last]) {
          hall.interfere = () => null;
          switch (step.do) {
            case 'publish':
              await hall.publish([hallObject(), ...step.what.map(objectOf)]);
              break;
            case 'pull':
              if (step.trouble !== null) makeTrouble(hall, step.trouble);
              await pullNow();
              pulls += 1;
              break;
            case 'replay': {
              const old = hall.snapshots[Math.min(step.which, hall.snapshots.length - 1)]!;
              hall.interfere = (path) => (path.endsWith('/head') ? Promise.resolve(json(old.signed)) : null);
              const end = await pullNow();
              if (old.head.number < most) expect(end).toMatchObject({ kind: 'refused', why: 'older' });
              break;
            }
            case 'lose object': {
              const held = [...(await heldDigests(db))];
              const lost = held[step.which % held.length];
              if (lost)
                await db.run({
                  stores: ['objects'],
                  mode: 'readwrite',
                  do: (unit) => unit.objectStore('objects').delete(lost),
                });
              break;
            }
            case 'lose database':
              await db.close();
              await deleteDB(name);
              db = openContent(name);
              break;
            case 'restart':
              await db.close();
              db = openContent(name);
          }
          await isWhole();
          const number = (await readCurrent(db))?.number ?? 0;
          // After a loss there is nothing; whatever is shown is never older than what was shown before.
          if (number > 0) expect(number).toBeGreaterThanOrEqual(most);
          most = Math.max(most, number);
        }
        expect((await readCurrent(db))?.number).toBe(hall.latest.head.number);
        expect((await baseOf(db)).list).toEqual(hall.latest.list);
        const held = await heldDigests(db);
        expect([...hall.latest.list.values()].filter((each) => !held.has(each))).toEqual([]);
        await db.close();
        await deleteDB(name);
      }),
      { numRuns: RUNS },
    );
    console.info(`${RUNS} histories, ${pulls} pulls`);
  }, 240_000);
});

type FilingStep =
  | { readonly do: 'file' }
  | { readonly do: 'push'; readonly trouble: Extract<Trouble, { at: 'request' }> | null }
  | { readonly do: 'lose database' | 'lose journal' | 'restart' };

const filingSteps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<FilingStep>({ do: 'file' }) },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('push' as const),
        trouble: fc.option(trouble.filter((of) => of.at === 'request')),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<FilingStep>(
        { do: 'lose database' },
        { do: 'lose journal' },
        { do: 'restart' },
      ),
    },
  ),
  { minLength: 1, maxLength: 10 },
) as fc.Arbitrary<FilingStep[]>;

describe('filings', () => {
  it('each one that was acknowledged reaches the server exactly once, whatever is lost between', async () => {
    let filed = 0;
    await fc.assert(
      fc.asyncProperty(filingSteps, async (steps) => {
        const hall = await openFixtureHall();
        const places = openPlaces();
        const { db, journal } = places;
        let enrolments = 1;
        let machine = await enrolFixture(db);
        let floors = new Map<string, number>();
        const acknowledged: string[] = [];
        const pushNow = () =>
          push(
            {
              ...places,
              http: openHttp({ fetch: hall.fetch, onContact: () => undefined }),
              receiptKeys: async () => hall.keys,
              now: () => NOW,
              onChange: () => undefined,
              onIncident: () => undefined,
            },
            places.name,
          );
        const wake = async (): Promise<void> => {
          floors = new Map((await heal(db, journal, NOW)).sequences);
        };
        for (const step of steps) {
          hall.interfere = () => null;
          switch (step.do) {
            case 'file': {
              const sequenceFloor = floors.get(machine.enrolled.prefix) ?? 0;
              const done = await submitFiling(filing(), {
                ...(await submitParts(places, hall, machine)),
                sequenceFloor,
              });
              if (!done.ok) throw new Error(done.problem.code);
              acknowledged.push(done.value.receiptNo);
              filed += 1;
              break;
            }
            case 'push':
              if (step.trouble !== null) makeTrouble(hall, step.trouble);
              await pushNow();
              break;
            case 'lose database':
              // The key is gone with it: the machine is enrolled anew, under a new prefix.
              await places.deleteDatabase();
              enrolments += 1;
              machine = await enrolFixture(db, `A${enrolments}`);
              await wake();
              break;
            case 'lose journal':
              await places.deleteJournal();
              await wake();
              break;
            case 'restart':
              await db.close();
              journal.close();
              await wake();
          }
        }
        hall.interfere = () => null;
        await pushNow();
        const arrived = [...hall.received.values()].map(({ bytes }) => JSON.parse(bytes).receiptNo as string);
        expect(arrived.sort()).toEqual([...acknowledged].sort());
        expect(new Set(acknowledged).size).toBe(acknowledged.length);
        expect(await waitingIds(db)).toEqual([]);
        await closePlaces(places);
      }),
      { numRuns: RUNS },
    );
    console.info(`${RUNS} histories, ${filed} filings`);
  }, 240_000);
});
