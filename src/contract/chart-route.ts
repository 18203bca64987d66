import { arrowsOf, type ChartStep } from './chart.ts';
import type { Placed, Placement } from './chart-place.ts';

/**
 * The way of each arrow, still without numbers: where it leaves its box, and which channels (the space above a row) and lanes (the
 * space before a column) it takes. Boxes stand in rows and columns only, so an arrow in channels and lanes crosses none.
 */
export interface Route {
  readonly from: Placed;
  readonly to: Placed;
  readonly label: string | undefined;
  readonly exit: 'bottom' | 'right' | 'left' | 'top';
  readonly way:
    | { readonly kind: 'straight' }
    /** Up or down its own column, then along the channel above the target. */
    | { readonly kind: 'column' }
    /** Out to a lane, along it, then along the channel above the target. */
    | { readonly kind: 'lane'; readonly lane: number };
}

export function routesOf(steps: readonly ChartStep[], placement: Placement): Route[] {
  return steps.flatMap((step) => {
    const from = placement.placed.get(step.id);
    if (from === undefined) return [];
    const used = new Set<Route['exit']>();
    const arrows = arrowsOf(step).flatMap((arrow) => {
      const to = placement.placed.get(arrow.to);
      return to === undefined ? [] : [{ from, to, label: arrow.label }];
    });
    // Straight ones choose first; the others take what is left of a diamond's corners.
    const straight = new Map<Arrow, Route['exit']>();
    for (const arrow of arrows) {
      const exit = straightExit(arrow, placement);
      if (exit === null || used.has(exit)) continue;
      straight.set(arrow, exit);
      used.add(exit);
    }
    return arrows.map((arrow): Route => {
      const exit = straight.get(arrow);
      if (exit !== undefined) return { ...arrow, exit, way: { kind: 'straight' } };
      const bent = bentRoute(arrow, used, placement);
      used.add(bent.exit);
      return { ...arrow, ...bent };
    });
  });
}

type Arrow = Pick<Route, 'from' | 'to' | 'label'>;

function straightExit({ from, to }: Arrow, placement: Placement): Route['exit'] | null {
  if (from.row === to.row && to.column === from.column + 1 && !placement.isBack(from.step.id, to.step.id)) {
    return 'right';
  }
  const isBelow = from.column === to.column && to.row > from.row;
  return isBelow && isClear(placement, from.column, from.row, to.row) ? 'bottom' : null;
}

function bentRoute(
  { from, to }: Arrow,
  used: ReadonlySet<Route['exit']>,
  placement: Placement,
): Pick<Route, 'exit' | 'way'> {
  const isDown = to.row > from.row;
  if (isDown && !used.has('bottom') && isClear(placement, from.column, from.row, to.row)) {
    return { exit: 'bottom', way: { kind: 'column' } };
  }
  if (!isDown && from.column > 0 && isEnteredSideways(from, placement)) {
    if (isClear(placement, from.column, to.row - 1, from.row))
      return { exit: 'top', way: { kind: 'column' } };
  }
  const right = from.column + 1;
  const sides: readonly [Route['exit'], number][] =
    from.column === 0 && !isDown
      ? [
          ['left', 0],
          ['right', right],
        ]
      : [
          ['right', right],
          ['left', from.column],
        ];
  const free = sides.find(([exit]) => !used.has(exit));
  const [exit, lane] = free ?? sides[0] ?? ['right', right];
  return { exit, way: { kind: 'lane', lane } };
}

/** No box in a column strictly between two rows. */
function isClear({ isFree }: Placement, column: number, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row += 1) if (!isFree(row, column)) return false;
  return true;
}

/** Nothing comes from above into it, so its upper edge is free for a way back. */
function isEnteredSideways(at: Placed, { placed, isBack }: Placement): boolean {
  for (const each of placed.values()) {
    if (!arrowsOf(each.step).some(({ to }) => to === at.step.id)) continue;
    const isBeside = each.row === at.row && each.column + 1 === at.column;
    if (!isBeside || isBack(each.step.id, at.step.id)) return false;
  }
  return true;
}
