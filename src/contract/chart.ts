import * as v from 'valibot';
import { Day } from './day.ts';
import { EntryId } from './id.ts';
import { count, issueAt, line, list, slug } from './schema.ts';

/**
 * A procedure chart (流程图) as steps, branches and arrows: data, not a picture. Shapes follow GB/T 1526 (ISO 5807) as
 * townships use it: rounded ends, boxes for steps, diamonds for decisions.
 */

const common = {
  id: slug,
  label: line(16),
  /** Who does it: `您`, `社会保障所`. */
  who: v.exactOptional(line(20)),
  /** How long it takes: `当场`, `2 个工作日`. */
  limit: v.exactOptional(line(20)),
  note: v.exactOptional(line(40)),
};

export const ChartStep = v.variant('shape', [
  v.strictObject({ ...common, shape: v.literal('start'), next: slug }),
  v.strictObject({ ...common, shape: v.literal('step'), next: slug }),
  v.strictObject({
    ...common,
    shape: v.literal('decision'),
    branches: list(v.strictObject({ label: line(8), to: slug }), 2, 4),
  }),
  v.strictObject({ ...common, shape: v.literal('end') }),
]);
export type ChartStep = v.InferOutput<typeof ChartStep>;

export const arrowsOf = (step: ChartStep): readonly { readonly to: string; readonly label?: string }[] => {
  if (step.shape === 'end') return [];
  return step.shape === 'decision' ? step.branches : [{ to: step.next }];
};

/** A sentence that names what is wrong with the arrows, or null. One start; every step reachable; every way comes to an end. */
export const chartFault = (steps: readonly ChartStep[]): string | null => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  if (byId.size !== steps.length) return '有两个步骤用了同一个 id。';
  const starts = steps.filter((step) => step.shape === 'start');
  const start = starts[0];
  if (start === undefined || starts.length > 1) return '流程图要有且只有一个起点（shape: start）。';
  for (const step of steps) {
    const lost = arrowsOf(step).find((arrow) => !byId.has(arrow.to));
    if (lost) return `步骤“${step.label}”指向的“${lost.to}”不存在。`;
  }
  const reached = new Set<string>();
  const visit = (id: string): void => {
    const step = byId.get(id);
    if (step === undefined || reached.has(id)) return;
    reached.add(id);
    for (const arrow of arrowsOf(step)) visit(arrow.to);
  };
  visit(start.id);
  const lonely = steps.find((step) => !reached.has(step.id));
  if (lonely) return `走不到步骤“${lonely.label}”。`;
  const ends = new Set(steps.filter((step) => step.shape === 'end').map((step) => step.id));
  for (let grew = true; grew; ) {
    grew = false;
    for (const step of steps) {
      if (!ends.has(step.id) && arrowsOf(step).some((arrow) => ends.has(arrow.to))) {
        ends.add(step.id);
        grew = true;
      }
    }
  }
  const stuck = steps.find((step) => !ends.has(step.id));
  return stuck ? `从步骤“${stuck.label}”走不到终点。` : null;
};

export const Chart = v.pipe(
  v.strictObject({
    kind: v.literal('chart'),
    id: EntryId,
    title: line(30),
    /** Read before the picture: how long in all, how often one must come. */
    summary: line(80),
    /** The guide whose procedure this is. */
    guide: v.exactOptional(EntryId),
    steps: list(ChartStep, 2, 40),
    sample: v.boolean(),
    updatedOn: Day,
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? chartFault(dataset.value.steps) : null;
    if (fault !== null) addIssue(issueAt('steps', dataset.value, fault));
  }),
);
export type Chart = v.InferOutput<typeof Chart>;

/** Where each step and arrow stands, made at publication. Units: 1/100 of the drawing's width; y grows downwards. */
const Point = v.tuple([v.number(), v.number()]);
export const ChartLayout = v.strictObject({
  width: v.number(),
  height: v.number(),
  boxes: list(
    v.strictObject({
      step: slug,
      x: v.number(),
      y: v.number(),
      width: v.number(),
      height: v.number(),
      column: count(0, 10),
    }),
    2,
    40,
  ),
  arrows: list(
    v.strictObject({
      from: slug,
      to: slug,
      label: v.exactOptional(line(8)),
      points: v.array(Point),
      labelAt: v.exactOptional(Point),
    }),
    1,
    120,
  ),
});
export type ChartLayout = v.InferOutput<typeof ChartLayout>;
