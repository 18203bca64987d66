import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../contract/day-schema.ts';
import type { Digest } from '../../contract/id.ts';
import type { PublishedEntry } from '../../contract/published.ts';
import {
  cardObject,
  chartObject,
  formObject,
  guideObject,
  itemObject,
  pageObject,
} from '../sync/fixture-content.ts';
import type { Current } from './content-db.ts';
import { changedIds, countRow, derive, noCounts } from './derive.ts';
import type { CatalogueQuery } from './read-content.ts';
import { overOn, pageWithoutOver, shownOn } from './timed.ts';

const digest = 'd'.repeat(43) as Digest;
const entries = [
  guideObject('a', { sample: ['fee'] }),
  guideObject('b', { topics: ['medical', 'birth'], audiences: ['elder', 'parent'] }),
  itemObject('a'),
  itemObject('b', {
    category: 'budget',
    department: 'finance',
    period: { from: day('2026-11-01'), until: day('2026-11-24') },
  }),
  chartObject('a', 'a'),
  cardObject('a'),
  pageObject('a'),
  formObject(),
] as PublishedEntry[];

describe('rows of entries', () => {
  it('are plain values, one for every kind', () => {
    for (const each of entries) {
      const made = derive(each, digest);
      expect(structuredClone(made)).toEqual(made);
      expect(made.row).toMatchObject({ id: each.entry.id, kind: each.entry.kind, order: -20261124, digest });
      expect(made.text.words.length).toBeGreaterThan(0);
    }
  });

  it('of entries with files bear the words of these, and no more of them than a search can take', () => {
    const [, , item] = entries as [unknown, unknown, PublishedEntry];
    const file = { file: digest, type: 'application/pdf' as const, bytes: 9 };
    const pages = [{ file: digest, width: 1, height: 1, bytes: 1 }];
    const own = derive(item, digest).text.words;
    const { text, pictured } = derive(
      {
        ...item,
        attachments: [
          { ...file, name: '甲.pdf', pages, text: '天'.repeat(90_000) },
          { ...file, name: '乙.pdf', pages, text: '地' },
        ],
      },
      digest,
    );
    expect(text.words.startsWith(`${own}\n甲.pdf\n天`)).toBe(true);
    expect(text.words.length).toBeLessThan(own.length + 12_100);
    expect(text.files?.map(({ name, at }) => [name, text.words.slice(at, at + 5)])).toEqual([
      ['甲.pdf', '甲.pdf\n'.slice(0, 5)],
      ['乙.pdf', '乙.pdf\n'.slice(0, 5)],
    ]);
    expect(pictured?.pictures).toHaveLength(2);
    expect(derive(item, digest).pictured).toBeNull();
  });

  it('say how much of what they show is sample data, for lists and for search alike', () => {
    const extents = entries.map((each) => derive(each, digest));
    expect(extents.map(({ row }) => row.sample)).toEqual([
      'part',
      'none',
      'none',
      'none',
      'whole',
      'none',
      'none',
      'none',
    ]);
    expect(extents.map(({ search }) => search.sample)).toEqual(extents.map(({ row }) => row.sample));
    const summary = guideObject('c', { sample: ['fee', 'summary'] }) as PublishedEntry;
    expect(derive(summary, digest).row.sample).toBe('whole');
  });
});

describe('counts', () => {
  const rows = entries.map((each) => derive(each, digest).row);

  it('after any rows come and go are those of the rows that are left', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows), fc.shuffledSubarray(rows), (come, others) => {
        const add = (from = noCounts(), list = come) =>
          list.reduce((held, row) => countRow(held, row, 1), from);
        const there = add(add(), others);
        const back = others.reduce((held, row) => countRow(held, row, -1), there);
        expect(back).toEqual(add());
      }),
    );
  });

  it('know topics and audiences of guides, categories, years and departments of items', () => {
    expect(rows.reduce((held, row) => countRow(held, row, 1), noCounts())).toEqual({
      kinds: { guide: 2, item: 2, chart: 1, card: 1, page: 1, form: 1 },
      topics: { 'old-age': 1, medical: 1, birth: 1 },
      audiences: { elder: 2, parent: 1 },
      categories: { report: 1, budget: 1 },
      years: { 2026: 2 },
      departments: { office: 1, finance: 1 },
      replaced: {},
      timed: [
        {
          kind: 'item',
          id: 'item/b',
          category: 'budget',
          department: 'finance',
          on: '2026-11-24',
          until: '2026-11-24',
        },
      ],
    });
  });

  it('are without an item from the day after its last, and the very same before', () => {
    const held = { counts: rows.reduce((each, row) => countRow(each, row, 1), noCounts()) } as Current;
    expect(shownOn(held, day('2026-11-24'))).toBe(held);
    expect(shownOn(held, day('2026-11-25')).counts).toMatchObject({
      kinds: { item: 1 },
      categories: { report: 1 },
      years: { 2026: 1 },
      departments: { office: 1 },
    });
    const page = { rows: [], count: 2 };
    const over = overOn(held.counts, day('2026-11-25'));
    const countOf = (query: CatalogueQuery) => pageWithoutOver(page, query, over).count;
    expect([{}, { category: 'budget' }, { category: 'report' }, { year: 2025 }].map(countOf)).toEqual([
      1, 1, 2, 2,
    ]);
  });
});

it('changed ids are those that are new or have another digest', () => {
  const from = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ] as [string, Digest][]);
  const to = new Map([
    ['b', '1'],
    ['c', '2'],
    ['d', '1'],
  ] as [string, Digest][]);
  expect(changedIds(from, to)).toEqual(['c', 'd']);
});
