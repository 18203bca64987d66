import { expect, test } from 'vitest';
import { Chart, chartFaults } from '../../../contract/chart.ts';
import { layOutChart } from '../../../contract/chart-layout.ts';
import { faultsOf } from '../../../contract/schema.ts';
import { drawnSteps, tidyChart } from './chart-steps.ts';
import { type Branch, listOf } from './tree.ts';

const start = { id: 'step-1', shape: 'start', label: '您提出申请', next: 'step-2' };
const end = { id: 'step-2', shape: 'end', label: '办好' };
const stepsOf = (...steps: Branch[]) => listOf(tidyChart({ steps }).steps);

test('a new step gets a short name that nobody has, and follows the one that led nowhere', () => {
  const open = { ...start, next: '' };
  expect(stepsOf(open, { label: '受理', shape: 'step', next: '' }, end)).toEqual([
    { ...open, next: 'step-3' },
    { label: '受理', shape: 'step', next: '', id: 'step-3' },
    end,
  ]);
});

test('a step that leads somewhere is not led elsewhere by a new one', () => {
  expect(stepsOf(start, { label: '', shape: 'step', next: '' }, end)[0]).toEqual(start);
});

test('another shape keeps where the step led to', () => {
  const asked = stepsOf({ ...start, shape: 'decision' }, end)[0];
  expect(asked).toEqual({
    id: 'step-1',
    shape: 'decision',
    label: '您提出申请',
    branches: [
      { label: '是', to: 'step-2' },
      { label: '否', to: '' },
    ],
  });
  expect(stepsOf({ ...(asked as Branch), shape: 'start' }, end)[0]).toEqual(start);
  expect(stepsOf({ ...start, shape: 'end' }, end)[0]).toEqual({
    id: 'step-1',
    shape: 'end',
    label: '您提出申请',
  });
});

test('arrows to a step that was removed are empty again', () => {
  const branches = [
    { label: '齐', to: 'step-2' },
    { label: '不齐', to: 'gone' },
  ];
  expect(stepsOf(start)).toEqual([{ ...start, next: '' }]);
  expect(stepsOf({ id: 'step-3', shape: 'decision', label: '齐吗', branches }, end)[0]).toMatchObject({
    branches: [branches[0], { label: '不齐', to: '' }],
  });
});

test('half a chart is drawn as far as it goes, and told in words', () => {
  const chart = {
    steps: [
      start,
      {
        id: 'step-2',
        shape: 'decision',
        label: '材料齐吗',
        branches: [
          { label: '齐', to: 'step-3' },
          { label: '不齐', to: '' },
        ],
      },
      { id: 'step-3', shape: 'step', label: '', next: '' },
      { id: 'step-4', shape: 'end', label: '办好' },
    ],
  };
  const steps = drawnSteps(chart);
  expect(layOutChart(steps).boxes.map((box) => box.step)).toEqual(['step-1', 'step-2', 'step-3']);
  expect(chartFaults(steps)).toEqual([
    '步骤“材料齐吗”的分岔“不齐”还没有选到哪一步。',
    '步骤“（还没有写）”还没有选下一步。',
    '走不到步骤“办好”。',
  ]);
});

test('a chart that was tidied fits the schema as soon as its words are there', () => {
  const chart = tidyChart({
    kind: 'chart',
    id: 'chart/try',
    title: '试一试',
    summary: '来一次。',
    sample: false,
    updatedOn: '2026-11-24',
    steps: [
      { shape: 'start', label: '您来', next: '' },
      { shape: 'end', label: '办好' },
    ],
  });
  expect(faultsOf(Chart, chart)).toEqual([]);
});
