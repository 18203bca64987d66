import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Branch } from '../field/tree.ts';
import { decided, mergeOf } from './merge.ts';

const branch: fc.Arbitrary<Branch> = fc.dictionary(
  fc.constantFrom('title', 'summary', 'conditions', 'fee'),
  fc.constantFrom('甲', '乙', '丙'),
);

describe('two people wrote from the same version', () => {
  test('what one of them left alone is the other’s', () => {
    fc.assert(
      fc.property(branch, branch, (base, other) => {
        expect(mergeOf(base, base, other)).toMatchObject({ settled: other, clashes: [] });
        expect(mergeOf(base, other, base)).toMatchObject({ settled: other, clashes: [] });
      }),
    );
  });

  test('deciding every clash for one side keeps all that this side changed', () => {
    fc.assert(
      fc.property(branch, branch, branch, (base, mine, theirs) => {
        const merge = mergeOf(base, mine, theirs);
        const own = decided(merge, () => 'mine');
        const other = decided(merge, () => 'theirs');
        for (const key of Object.keys({ ...base, ...mine, ...theirs })) {
          if (mine[key] !== base[key]) expect(own[key]).toBe(mine[key]);
          if (theirs[key] !== base[key]) expect(other[key]).toBe(theirs[key]);
        }
      }),
    );
  });

  test('only what both changed differently is asked', () => {
    const merge = mergeOf(
      { title: '甲', summary: '甲', fee: '甲' },
      { title: '乙', summary: '丙', fee: '乙' },
      { title: '甲', summary: '乙', fee: '乙' },
    );
    expect(merge).toEqual({
      settled: { title: '乙', summary: '乙', fee: '乙' },
      onlyMine: ['title'],
      onlyTheirs: [],
      clashes: [{ key: 'summary', mine: '丙', theirs: '乙' }],
    });
  });

  test('English is merged sentence by sentence', () => {
    const base = { en: { 甲: 'A', 乙: 'B' } };
    const apart = mergeOf(base, { en: { 甲: 'A1', 乙: 'B' } }, { en: { 甲: 'A', 乙: 'B1', 丙: 'C' } });
    expect(apart).toMatchObject({ settled: { en: { 甲: 'A1', 乙: 'B1', 丙: 'C' } }, clashes: [] });
    const both = mergeOf(base, { en: { 甲: 'A1', 乙: 'B1' } }, { en: { 甲: 'A2', 乙: 'B' } });
    expect(both.clashes).toEqual([
      { key: 'en', mine: { 甲: 'A1', 乙: 'B1' }, theirs: { 甲: 'A2', 乙: 'B1' } },
    ]);
  });
});
