import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryKinds } from '../../contract/entry-name.ts';
import { audienceIds, topicIds } from '../../contract/topic.ts';
import { pathOf, type Screen, screenAt } from './path.ts';

const at = (address: string): Screen => screenAt(new URL(address, 'http://hall.test'));
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);

const screens: fc.Arbitrary<Screen> = fc.oneof(
  fc.constantFrom<Screen>({ name: 'home' }, { name: 'guides' }, { name: 'search' }, { name: 'progress' }),
  fc.constantFrom(...topicIds).map((id): Screen => ({ name: 'topic', id })),
  fc.constantFrom(...audienceIds).map((id): Screen => ({ name: 'audience', id })),
  fc
    .tuple(fc.constantFrom(...entryKinds), slug)
    .map(([name, id]) => ({ name, id: `${name}/${id}` }) as Screen),
  fc
    .record(
      { category: slug, department: slug, year: fc.integer({ min: 1000, max: 9999 }) },
      { requiredKeys: [] },
    )
    .map((filter): Screen => ({ name: 'catalogue', ...filter })),
);

describe('addresses', () => {
  it('lead back to the screen that they name', () => {
    fc.assert(
      fc.property(screens, (screen) => {
        expect(at(pathOf(screen))).toEqual(screen);
      }),
    );
  });

  it('look as people read them', () => {
    expect(pathOf({ name: 'guide', id: 'guide/pension-claim' as never })).toBe('/guide/pension-claim');
    expect(pathOf({ name: 'catalogue', category: 'budget', year: 2025 })).toBe(
      '/catalogue?category=budget&year=2025',
    );
  });

  it('never hold what a visitor typed', () => {
    expect(pathOf({ name: 'search', query: '张三' })).toBe('/search');
    expect(pathOf({ name: 'progress', receiptNo: 'A7-000128-9', code: 'ABCD2345' })).toBe('/progress');
    expect(pathOf({ name: 'receipt' })).toBe('/');
  });

  it('from a slip bring the number, never a code', () => {
    expect(at('/progress#a7-000128-9')).toEqual({ name: 'progress', receiptNo: 'A7-000128-9' });
    expect(at('/progress#<img>')).toEqual({ name: 'progress' });
  });

  it('that are not ours are home', () => {
    for (const path of [
      '/nothing',
      '/guide/',
      '/guide/A',
      '/guide/a/b',
      '/guide/../x',
      '/staff',
      '/topic/1',
    ]) {
      expect(at(path)).toEqual({ name: 'home' });
    }
    expect(at('/catalogue?year=abc&category=%3Cimg%3E&department=')).toEqual({ name: 'catalogue' });
  });
});
