import { arrowsOf, type ChartStep } from '../../../contract/chart.ts';

/** A chart as a numbered list: the same steps for those who cannot see a picture, or would rather read. */
export interface ReadStep {
  readonly no: number;
  readonly step: ChartStep;
  /** Where it goes on, except plainly to the next number. */
  readonly ways: readonly { readonly label?: string; readonly no: number; readonly toLabel: string }[];
}

/** Steps in an order in which none comes before what leads to it, loops aside; of two branches the first is read first. */
const inOrder = (steps: readonly ChartStep[]): readonly ChartStep[] => {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const done: ChartStep[] = [];
  const visit = (id: string): void => {
    const step = byId.get(id);
    if (step === undefined || seen.has(id)) return;
    seen.add(id);
    for (const arrow of [...arrowsOf(step)].reverse()) visit(arrow.to);
    done.push(step);
  };
  const start = steps.find((step) => step.shape === 'start');
  if (start !== undefined) visit(start.id);
  return done.reverse();
};

export const readingOf = (steps: readonly ChartStep[]): readonly ReadStep[] => {
  const ordered = inOrder(steps);
  const numberOf = new Map(ordered.map((step, at) => [step.id, at + 1]));
  return ordered.map((step, at) => {
    const ways = arrowsOf(step).map((arrow) => ({
      ...arrow,
      no: numberOf.get(arrow.to) ?? 0,
      toLabel: ordered[(numberOf.get(arrow.to) ?? 0) - 1]?.label ?? '',
    }));
    const isPlain = ways.every((way) => way.label === undefined && way.no === at + 2);
    return { no: at + 1, step, ways: isPlain ? [] : ways };
  });
};
