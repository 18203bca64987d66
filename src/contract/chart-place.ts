import { arrowsOf, type ChartStep } from './chart.ts';

/**
 * Which row and column each step stands in. The main line (first branches) runs straight down column 0; a side branch begins
 * beside its decision when there is room and runs down column 1 (or 2, where one side column would make the chart too long). No two steps share a cell.
 */
export interface Placed {
  readonly step: ChartStep;
  readonly column: number;
  readonly row: number;
}

export interface Placement {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly rows: number;
  readonly columns: number;
  /** Whether a cell is free. */
  readonly isFree: (row: number, column: number) => boolean;
  /** Arrows that lead back up; without them there is no loop. */
  readonly isBack: (from: string, to: string) => boolean;
}

const cell = (row: number, column: number): string => `${row}/${column}`;
const arrow = (from: string, to: string): string => `${from} ${to}`;

export function placeSteps(steps: readonly ChartStep[], lastColumn: 1 | 2): Placement {
  const { order, back } = orderOf(steps);
  const isBack = (from: string, to: string): boolean => back.has(arrow(from, to));
  const main = mainLine(order, isBack);
  const placed = new Map<string, Placed>();
  const taken = new Map<string, string>();
  const hasNeighbour = new Set<string>();
  const its = { taken, lastColumn };

  for (const step of order) {
    const before = order.flatMap((each) =>
      arrowsOf(each).some(({ to }) => to === step.id) && !isBack(each.id, step.id)
        ? [placed.get(each.id)]
        : [],
    );
    const above = before.filter((each) => each !== undefined);
    const lowest = Math.max(-1, ...above.map((each) => each.row));
    const spot = main.has(step.id)
      ? { row: lowest + 1, column: 0 }
      : (beside(above, hasNeighbour, its) ?? freeBelow(above, lowest + 1, its));
    placed.set(step.id, { step, ...spot });
    taken.set(cell(spot.row, spot.column), step.id);
  }
  const all = [...placed.values()];
  return {
    placed,
    rows: Math.max(...all.map((each) => each.row)) + 1,
    columns: Math.max(...all.map((each) => each.column)) + 1,
    isFree: (row, column) => !taken.has(cell(row, column)),
    isBack,
  };
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

interface Sheet {
  readonly taken: ReadonlyMap<string, string>;
  readonly lastColumn: number;
}

/** The first side branch of a decision stands at its right hand. */
function beside(
  above: readonly Placed[],
  hasNeighbour: Set<string>,
  { taken, lastColumn }: Sheet,
): Spot | null {
  const [only, ...others] = above;
  if (only === undefined || others.length > 0 || only.step.shape !== 'decision') return null;
  const { row, column, step } = only;
  if (column >= lastColumn || hasNeighbour.has(step.id) || taken.has(cell(row, column + 1))) return null;
  hasNeighbour.add(step.id);
  return { row, column: column + 1 };
}

function freeBelow(above: readonly Placed[], from: number, { taken, lastColumn }: Sheet): Spot {
  const own = above.map((each) => each.column).filter((column) => column > 0);
  const columns = [...own, ...Array.from({ length: lastColumn }, (_, at) => at + 1)];
  for (let row = from; ; row += 1) {
    const column = columns.find((each) => !taken.has(cell(row, each)));
    if (column !== undefined) return { row, column };
  }
}

/** An order in which every step comes after what leads to it, first branches first; and the arrows that close a loop. */
function orderOf(steps: readonly ChartStep[]): { order: ChartStep[]; back: Set<string> } {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const done: ChartStep[] = [];
  const visit = (step: ChartStep): void => {
    state.set(step.id, 'open');
    for (const { to } of [...arrowsOf(step)].reverse()) {
      const next = byId.get(to);
      if (state.get(to) === 'open') back.add(arrow(step.id, to));
      else if (next !== undefined && !state.has(to)) visit(next);
    }
    state.set(step.id, 'done');
    done.push(step);
  };
  for (const step of steps) if (step.shape === 'start') visit(step);
  return { order: done.reverse(), back };
}

function mainLine(
  order: readonly ChartStep[],
  isBack: (from: string, to: string) => boolean,
): ReadonlySet<string> {
  const byId = new Map(order.map((step) => [step.id, step]));
  const main = new Set<string>();
  for (let step = order[0]; step !== undefined; ) {
    const { id } = step;
    main.add(id);
    const next = arrowsOf(step).find(({ to }) => !isBack(id, to));
    step = next === undefined ? undefined : byId.get(next.to);
  }
  return main;
}
