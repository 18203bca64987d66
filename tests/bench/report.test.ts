import { expect, test } from 'vitest';
import { linesOf, median, percentile } from './report.ts';

test('the median of an even count lies between the two in the middle', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 20 }, (_, at) => 20 - at);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95)]).toEqual([10, 19, 7]);
});

test('a figure is one line of name, value, unit and ratio; what it stands beside comes after #', () => {
  const lines = linesOf({
    name: 'pull.1',
    values: [30, 10, 20],
    unit: 'B',
    limit: { name: 'brotli', values: [10] },
    goal: { of: 'ratio', is: '≤', bound: 1.15 },
  });
  expect(lines[0]).toBe('pull.1 20 B 2.00');
  expect(lines.slice(1).every((line) => line.startsWith('  # '))).toBe(true);
  expect(lines[1]).toContain('min 10, max 30, 3 runs; limit: brotli 10 B');
  expect(lines.at(-1)).toContain('MISSED');
});
