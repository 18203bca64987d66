import { describe, expect, it } from 'vitest';
import type { ChartStep } from '../../../contract/chart.ts';
import { readingOf } from './reading.ts';

const steps: readonly ChartStep[] = [
  { id: 'apply', shape: 'start', label: '您提出申请', next: 'complete' },
  {
    id: 'complete',
    shape: 'decision',
    label: '材料齐吗？',
    branches: [
      { label: '齐', to: 'accept' },
      { label: '不齐', to: 'supplement' },
    ],
  },
  { id: 'supplement', shape: 'step', label: '一次告知补什么', next: 'complete' },
  { id: 'accept', shape: 'step', label: '受理', next: 'paid' },
  { id: 'paid', shape: 'end', label: '领到养老金' },
];

describe('a chart as a list', () => {
  it('reads the first branch first and holds every step once', () => {
    expect(readingOf(steps).map((each) => each.step.id)).toEqual([
      'apply',
      'complete',
      'accept',
      'paid',
      'supplement',
    ]);
  });

  it('says where a decision and a loop go on, and keeps silent where the next number follows', () => {
    const read = readingOf(steps);
    expect(read[0]?.ways).toEqual([]);
    expect(read[1]?.ways.map((way) => [way.label, way.no])).toEqual([
      ['齐', 3],
      ['不齐', 5],
    ]);
    expect(read[4]?.ways.map((way) => [way.no, way.toLabel])).toEqual([[2, '材料齐吗？']]);
  });
});
