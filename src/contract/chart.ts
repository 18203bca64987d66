import * as v from 'valibot';
import { Day } from './day-schema.ts';
import { english } from './english-texts.ts';
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

/** What the visitor does, as against what staff do. */
export const isVisitors = (step: ChartStep): boolean =>
  step.shape === 'start' || step.shape === 'end' || step.who === '您';

const lostArrows = (steps: readonly ChartStep[], known: ReadonlySet<string>): readonly string[] =>
  steps.flatMap((step) =>
    arrowsOf(step).flatMap(({ to, label }) => {
      if (known.has(to)) return [];
      if (to !== '') return [`步骤“${step.label}”指向的“${to}”不存在。`];
      return [
        label === undefined
          ? `步骤“${step.label}”还没有选下一步。`
          : `步骤“${step.label}”的分岔“${label}”还没有选到哪一步。`,
      ];
    }),
  );

/** A decision that does not say which way is taken when. */
const poorDecisions = (steps: readonly ChartStep[]): readonly string[] =>
  steps.flatMap((step) => {
    if (step.shape !== 'decision') return [];
    const { branches, label } = step;
    return [
      ...(branches.length < 2 ? [`判断“${label}”至少要两个分岔；只有一条路的，请改成步骤。`] : []),
      ...(branches.some((branch) => branch.label.trim() === '')
        ? [`判断“${label}”有分岔没写字，请写明什么情况走这边，例如：齐、不齐。`]
        : []),
    ];
  });

const reachedFrom = (start: ChartStep, byId: ReadonlyMap<string, ChartStep>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const visit = (id: string): void => {
    const step = byId.get(id);
    if (step === undefined || reached.has(id)) return;
    reached.add(id);
    for (const arrow of arrowsOf(step)) visit(arrow.to);
  };
  visit(start.id);
  return reached;
};

/** Steps from which some way leads to an end. */
const endingOf = (steps: readonly ChartStep[]): ReadonlySet<string> => {
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
  return ends;
};

/** Sentences that name what is wrong with the arrows. One start; every step reachable; every way comes to an end. */
export const chartFaults = (steps: readonly ChartStep[]): readonly string[] => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  if (byId.size !== steps.length) return ['有两个步骤用了同一个 id。'];
  const [start, ...others] = steps.filter((step) => step.shape === 'start');
  const lost = [...poorDecisions(steps), ...lostArrows(steps, new Set(byId.keys()))];
  if (start === undefined || others.length > 0)
    return ['流程图要有且只有一个起点，形状是“开始”（shape: start）。', ...lost];
  const reached = reachedFrom(start, byId);
  const lonely = steps.filter((step) => !reached.has(step.id)).map((step) => `走不到步骤“${step.label}”。`);
  if (lost.length > 0) return [...lost, ...lonely];
  if (!steps.some((step) => step.shape === 'end')) return [...lonely, '还没有终点。请加一步，形状选“结束”。'];
  const ending = endingOf(steps);
  const stuck = steps.filter((step) => !ending.has(step.id));
  return [...lonely, ...stuck.map((step) => `从步骤“${step.label}”走不到终点。`)];
};

export const chartFault = (steps: readonly ChartStep[]): string | null => chartFaults(steps)[0] ?? null;

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
    en: english,
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
