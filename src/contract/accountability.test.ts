import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountColumnIds,
  countUp,
  inTimeRate,
  isWithin,
  noCounts,
  spanOf,
  totalOf,
} from './accountability.ts';
import { addDays, type Day } from './day.ts';
import { day } from './day-schema.ts';

const tally = fc.record({
  department: fc.constantFrom('minzheng', 'nongye', 'gone'),
  column: fc.constantFrom(...accountColumnIds),
  on: fc.integer({ min: -60, max: 430 }).map((days) => addDays('2026-01-01' as Day, days)),
});

describe('counts by department', () => {
  test('rows and columns add up to the records of the span, each counted once', () => {
    fc.assert(
      fc.property(fc.array(tally), fc.integer({ min: 0, max: 4 }), (tallies, quarter) => {
        const span = spanOf(2026, quarter);
        const rows = countUp(span, ['minzheng', 'nongye', 'caizheng'], tallies);
        const total = totalOf(rows);
        const inSpan = tallies.filter(({ on }) => isWithin(on, span));
        for (const column of accountColumnIds)
          expect(total[column]).toBe(inSpan.filter((each) => each.column === column).length);
        const cells = rows.flatMap((row) => accountColumnIds.map((column) => row[column]));
        expect(cells.reduce((sum, each) => sum + each, 0)).toBe(inSpan.length);
      }),
    );
  });

  test('four quarters make the year', () => {
    fc.assert(
      fc.property(fc.array(tally), (tallies) => {
        const total = (quarter: number) => totalOf(countUp(spanOf(2026, quarter), [], tallies));
        const quarters = [1, 2, 3, 4].map(total);
        expect(totalOf(quarters)).toEqual(total(0));
      }),
    );
  });

  test('a department without anything has a row of zeros; one that is gone keeps its row', () => {
    const rows = countUp(
      spanOf(2026, 0),
      ['caizheng'],
      [{ department: 'gone', column: 'late', on: day('2026-05-01') }],
    );
    expect(rows).toEqual([
      { department: 'caizheng', ...noCounts },
      { department: 'gone', ...noCounts, late: 1 },
    ]);
  });

  test('a quarter has its first and its last day', () => {
    expect(spanOf(2026, 1)).toEqual({ from: '2026-01-01', until: '2026-03-31' });
    expect(spanOf(2026, 4)).toEqual({ from: '2026-10-01', until: '2026-12-31' });
    expect(spanOf(2024, 1).until).toBe('2024-03-31');
  });

  test('the rate is of what can be judged', () => {
    expect(inTimeRate(noCounts)).toBeNull();
    expect(inTimeRate({ ...noCounts, inTime: 3, late: 1, unknown: 5 })).toBe(0.75);
  });
});
