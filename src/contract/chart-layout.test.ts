import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { arrowsOf, ChartLayout, type ChartStep, chartFault } from './chart.ts';
import { layOutChart } from './chart-layout.ts';

type Box = ChartLayout['boxes'][number];
type Arrow = ChartLayout['arrows'][number];

/** Any chart that the contract accepts: steps in a line, with arrows to anywhere. */
const anyChart = fc
  .integer({ min: 2, max: 40 })
  .chain((count) => {
    const target = fc.integer({ min: 0, max: count - 1 });
    const text = fc.integer({ min: 1, max: 16 }).map((length) => '养老金核对年限'.repeat(3).slice(0, length));
    const step = fc.record({
      label: text,
      who: fc.option(text, { nil: undefined }),
      note: fc.option(text, { nil: undefined }),
      ways: fc.array(target, { minLength: 1, maxLength: 4 }),
      isEnd: fc.boolean(),
    });
    return fc.array(step, { minLength: count, maxLength: count });
  })
  .map((raw): ChartStep[] =>
    raw.map(({ label, who, note, ways, isEnd }, at): ChartStep => {
      const common = {
        id: `s${at}`,
        label,
        ...(who === undefined ? {} : { who }),
        ...(note === undefined ? {} : { note }),
      };
      const [first = 0, ...others] = ways;
      if (at === 0) return { ...common, shape: 'start', next: 's1' };
      if (at === raw.length - 1 || (isEnd && at % 5 === 0)) return { ...common, shape: 'end' };
      // The next one is always among the ways, so most charts are legal.
      if (others.length === 0)
        return { ...common, shape: 'step', next: first % 3 === 0 ? `s${first}` : `s${at + 1}` };
      const branches = [at + 1, ...others].map((to, branch) => ({
        label: '是否可以'.slice(0, branch + 1),
        to: `s${to}`,
      }));
      return { ...common, shape: 'decision', branches };
    }),
  )
  .filter((steps) => chartFault(steps) === null);

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.06;

const isOnEdge = ([x, y]: readonly [number, number], box: Box): boolean => {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  const isInside = x > box.x - 0.06 && x < right + 0.06 && y > box.y - 0.06 && y < bottom + 0.06;
  return isInside && (near(x, box.x) || near(x, right) || near(y, box.y) || near(y, bottom));
};

const isThrough = (arrow: Arrow, box: Box): boolean =>
  arrow.points.some(([x, y], at) => {
    const [nextX, nextY] = arrow.points[at + 1] ?? [x, y];
    return (
      Math.max(x, nextX) > box.x + 0.06 &&
      Math.min(x, nextX) < box.x + box.width - 0.06 &&
      Math.max(y, nextY) > box.y + 0.06 &&
      Math.min(y, nextY) < box.y + box.height - 0.06
    );
  });

const areApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** Everything that is wrong with a drawing, in words. */
function faultsIn(steps: readonly ChartStep[]): string[] {
  const layout = layOutChart(steps);
  const faults: string[] = [];
  const must = (holds: boolean, what: string): void => void (holds || faults.push(what));
  must(v.is(ChartLayout, layout), 'fits the contract');
  must(
    layout.boxes.map((box) => box.step).join() === steps.map((step) => step.id).join(),
    'a box for each step',
  );
  const boxes = new Map(layout.boxes.map((box) => [box.step, box]));
  for (const [at, a] of layout.boxes.entries()) {
    must(
      a.x >= 0 && a.y >= 0 && a.x + a.width <= 100.06 && a.y + a.height <= layout.height,
      `${a.step} inside`,
    );
    for (const b of layout.boxes.slice(at + 1)) must(areApart(a, b), `${a.step} and ${b.step} apart`);
  }
  const wanted = steps.flatMap((step) => arrowsOf(step).map(({ to }) => `${step.id} ${to}`));
  must(layout.arrows.map(({ from, to }) => `${from} ${to}`).join() === wanted.join(), 'every arrow');
  for (const arrow of layout.arrows) {
    const name = `${arrow.from}→${arrow.to}`;
    must(isOnEdge(arrow.points[0]!, boxes.get(arrow.from)!), `${name} begins on its box`);
    must(isOnEdge(arrow.points.at(-1)!, boxes.get(arrow.to)!), `${name} ends on its box`);
    for (const [at, [x, y]] of arrow.points.entries()) {
      const [nextX, nextY] = arrow.points[at + 1] ?? [x, y];
      must(near(x, nextX) || near(y, nextY), `${name} level or upright`);
      must(x >= -0.06 && x <= 100.06 && y >= 0 && y <= layout.height, `${name} inside`);
    }
    for (const box of layout.boxes) must(!isThrough(arrow, box), `${name} not through ${box.step}`);
    const [x, y] = arrow.labelAt ?? [0, 0];
    must(x >= 0 && x <= 100 && y >= 0 && y <= layout.height, `label of ${name} inside`);
  }
  return faults;
}

test('any legal chart: boxes apart, arrows on their boxes, level or upright, through no box', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(anyChart, (steps) => {
      expect(faultsIn(steps)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('the pension chart', () => {
  const steps: ChartStep[] = [
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
    { id: 'accept', shape: 'step', label: '受理，给受理单', next: 'paid' },
    { id: 'paid', shape: 'end', label: '次月起领到养老金' },
  ];
  const layout = layOutChart(steps);
  const columnOf = (id: string) => layout.boxes.find((box) => box.step === id)?.column;

  test('its main line is upright in column 0, the side branch in column 1 beside the decision', () => {
    expect(['apply', 'complete', 'accept', 'paid'].map(columnOf)).toEqual([0, 0, 0, 0]);
    expect(columnOf('supplement')).toBe(1);
    const side = layout.arrows.find((arrow) => arrow.to === 'supplement')!;
    expect(side.points).toHaveLength(2);
    expect(side.points[0]![1]).toBe(side.points[1]![1]);
  });

  test('the way back to the decision is there and bends', () => {
    expect(layout.arrows.find((arrow) => arrow.from === 'supplement')!.points.length).toBeGreaterThan(2);
    expect(faultsIn(steps)).toEqual([]);
  });

  test('the same chart is always drawn the same', () => {
    expect(layOutChart(structuredClone(steps))).toEqual(layout);
  });
});
