import { describe, expect, test } from 'vitest';
import { type ChartStep, chartFaults } from './chart.ts';
import { lintChart } from './chart-lint.ts';

const start = { id: 'a', shape: 'start', label: '来窗口', next: 'b' };
const end = { id: 'z', shape: 'end', label: '办好了' };
const faults = (...steps: object[]): readonly string[] => chartFaults(steps as ChartStep[]);
const choice = (...branches: object[]) => ({ id: 'b', shape: 'decision', label: '齐不齐？', branches });

describe('what is wrong with a chart', () => {
  test.each<[string, readonly object[], string]>([
    [
      'a step that nobody can reach',
      [{ ...start, next: 'z' }, { id: 'b', shape: 'step', label: '孤零零', next: 'z' }, end],
      '走不到步骤“孤零零”。',
    ],
    [
      'a branch with one arrow',
      [start, choice({ label: '齐', to: 'z' }), end],
      '判断“齐不齐？”至少要两个分岔；只有一条路的，请改成步骤。',
    ],
    [
      'arrows without words',
      [start, choice({ label: '齐', to: 'z' }, { label: ' ', to: 'z' }), end],
      '判断“齐不齐？”有分岔没写字，请写明什么情况走这边，例如：齐、不齐。',
    ],
    [
      'no end at all',
      [start, { id: 'b', shape: 'step', label: '等', next: 'b' }],
      '还没有终点。请加一步，形状选“结束”。',
    ],
    [
      'a way that comes to no end',
      [
        start,
        choice({ label: '齐', to: 'z' }, { label: '不齐', to: 'c' }),
        { id: 'c', shape: 'step', label: '转圈', next: 'c' },
        end,
      ],
      '从步骤“转圈”走不到终点。',
    ],
  ])('%s', (_what, steps, say) => {
    expect(faults(...steps)).toEqual([say]);
  });

  test('a whole one has none', () => {
    expect(faults(start, choice({ label: '齐', to: 'z' }, { label: '不齐', to: 'a' }), end)).toEqual([]);
  });
});

describe('what could be better in a chart', () => {
  const chart = { id: 'chart/try', steps: [start, end] };
  const paths = (part: object, guide: object | null = null): readonly string[] =>
    lintChart({ ...chart, ...part }, guide as never).map(({ path }) => path);

  test('too many steps, and words that a box does not hold', () => {
    const step = (label: string) => ({ id: 'b', shape: 'step', label });
    expect(paths({ steps: Array.from({ length: 13 }, () => step('等')) })).toEqual(['steps']);
    expect(
      paths({ steps: [start, step('窗口的同志当场看材料齐不齐'), step('窗口当场看材料齐不齐')] }),
    ).toEqual(['steps.1.label']);
  });

  test('branches that differ in nothing', () => {
    const of = (...branches: object[]) => paths({ steps: [start, choice(...branches), end] });
    expect(of({ label: '齐', to: 'z' }, { label: '不齐', to: 'z' })).toEqual(['steps.1.branches']);
    expect(of({ label: '齐', to: 'z' }, { label: '齐', to: 'a' })).toEqual(['steps.1.branches']);
    expect(of({ label: '齐', to: 'z' }, { label: '不齐', to: 'a' })).toEqual([]);
    expect(of({ label: '', to: '' }, { label: '', to: '' })).toEqual([]);
  });

  test('its guide shows another chart, or names steps that are not drawn', () => {
    const guide = { title: '领养老金', chart: 'chart/try' };
    expect(paths({}, guide)).toEqual([]);
    expect(paths({}, { ...guide, chart: 'chart/other' })).toEqual(['guide']);
    expect(paths({}, { ...guide, time: { special: [{ name: '公示' }] } })).toEqual(['steps']);
  });

  test('what is half written is no accident', () => {
    expect(lintChart({})).toEqual([]);
    expect(lintChart({ steps: [null, 3, { shape: 'decision', branches: 'x' }] }, {})).toEqual([]);
  });
});
