import type { ChartLayout, ChartStep } from './chart.ts';
import { boxHeight, type Columns, DETAIL_EM, rowHeights, widthInEm } from './chart-box.ts';
import { type Placed, type Placement, placeSteps } from './chart-place.ts';
import { type Route, routesOf } from './chart-route.ts';

/**
 * A chart drawn for an upright screen, made once at publication: rows from above to below, the main line in column 0. The drawing
 * is 100 wide. `labelAt` is the middle of the label. Promise: boxes do not overlap, and every arrow begins and ends on the edge
 * of its boxes, runs level or upright, and passes through no box.
 */
export function layOutChart(steps: readonly ChartStep[]): ChartLayout {
  const wide = layOut(steps, 1);
  const narrow = layOut(steps, 2);
  // Words in a third column are cramped: it has to save much.
  return narrow.height < wide.height * WORTH_A_COLUMN ? narrow : wide;
}

const WORTH_A_COLUMN = 0.75;

function layOut(steps: readonly ChartStep[], lastColumn: 1 | 2): ChartLayout {
  const placement = placeSteps(steps, lastColumn);
  const routes = routesOf(steps, placement);
  const grid = measure(placement, routes);
  const boxes = steps.flatMap((step) => {
    const placed = placement.placed.get(step.id);
    return placed === undefined ? [] : [boxOf(placed, grid)];
  });
  return {
    width: 100,
    height: tidy(grid.height),
    boxes,
    arrows: routes.map((route) => arrowOf(route, grid)),
  };
}

type Box = ChartLayout['boxes'][number];
type Point = [number, number];

interface Grid {
  readonly columns: Columns;
  readonly rowTop: readonly number[];
  readonly rowHeight: readonly number[];
  readonly height: number;
  /** Heights at which arrows run in the channel above a row: one for each target. */
  readonly channelY: (row: number, target: string) => number;
  readonly laneX: (lane: number, route: Route) => number;
}

const WIDTH = 100;
const MARGIN = 2;
/** Between two arrows that run beside each other. */
const SLOT = 2;
const ARROW_HEAD = 2.4;
const CHANNEL = 4.6;
const LABEL_CHANNEL = 6;
const WEIGHTS = [1.5, 1, 1] as const;
const MOST_IN_LANE = 4;

const tidy = (value: number): number => Math.round(value * 100) / 100;

function measure(placement: Placement, routes: readonly Route[]): Grid {
  const inLane = (lane: number): Route[] =>
    routes.filter(({ way }) => way.kind === 'lane' && way.lane === lane);
  const inChannel = (row: number): string[] => [
    ...new Set(
      routes.flatMap(({ way, to }) => (way.kind !== 'straight' && to.row === row ? [to.step.id] : [])),
    ),
  ];
  const columns = columnsOf(placement.columns, routes, (lane) => inLane(lane).length);
  const rowHeight = rowHeights(placement, columns);
  const rowTop: number[] = [];
  let y = 0;
  for (const [row, height] of rowHeight.entries()) {
    y += channelHeight(row, inChannel(row).length, routes);
    rowTop.push(y);
    y += height;
  }
  return {
    columns,
    rowTop,
    rowHeight,
    height: y + MARGIN,
    channelY: (row, target) => (rowTop[row] ?? 0) - ARROW_HEAD - inChannel(row).indexOf(target) * SLOT,
    laneX: (lane, route) => {
      const [from, until] = laneSpan(columns, lane);
      const others = inLane(lane);
      return from + ((until - from) * (others.indexOf(route) + 1)) / (others.length + 1);
    },
  };
}

function channelHeight(row: number, targets: number, routes: readonly Route[]): number {
  const runs = targets === 0 ? 0 : ARROW_HEAD + targets * SLOT;
  if (row === 0) return MARGIN + runs;
  const isLabelled = routes.some(
    (each) => each.label !== undefined && each.exit === 'bottom' && each.from.row === row - 1,
  );
  return Math.max(CHANNEL, runs + 1) + (isLabelled ? LABEL_CHANNEL - CHANNEL : 0);
}

function columnsOf(count: number, routes: readonly Route[], inLane: (lane: number) => number): Columns {
  const lanes = Array.from({ length: count + 1 }, (_, lane) => {
    const runs = Math.min(inLane(lane), MOST_IN_LANE) * SLOT;
    const isOuter = lane === 0 || lane === count;
    const words = labelRoom(lane, routes);
    return isOuter ? Math.max(MARGIN + runs, words) : Math.max(lane === 1 ? 8 : 5, words) + runs / 2;
  });
  // A single column as wide as the drawing would look like a list.
  const most = count === 1 ? 64 : WIDTH;
  const room = Math.min(most, WIDTH - lanes.reduce((sum, lane) => sum + lane, 0));
  const weights = WEIGHTS.slice(0, count);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const width = weights.map((weight) => (room * weight) / whole);
  const used = room + lanes.reduce((sum, lane) => sum + lane, 0);
  const left: number[] = [];
  let x = (WIDTH - used) / 2;
  for (const [at, each] of width.entries()) {
    x += lanes[at] ?? 0;
    left.push(x);
    x += each;
  }
  return { left, width };
}

/** Room for the words of arrows that leave sideways into this lane. */
function labelRoom(lane: number, routes: readonly Route[]): number {
  const rooms = routes.map(({ from, exit, way, label }) => {
    if (label === undefined || (exit !== 'left' && exit !== 'right')) return 0;
    const into = exit === 'right' ? from.column + 1 : from.column;
    const beside = way.kind === 'straight' ? 3 : 1.5;
    return into === lane ? widthInEm(label) * DETAIL_EM + beside : 0;
  });
  return Math.min(14, Math.max(0, ...rooms));
}

function laneSpan({ left, width }: Columns, lane: number): [number, number] {
  const from = lane === 0 ? 0 : (left[lane - 1] ?? 0) + (width[lane - 1] ?? 0);
  return [from, left[lane] ?? WIDTH];
}

function boxOf(placed: Placed, { columns, rowTop, rowHeight }: Grid): Box {
  const width = columns.width[placed.column] ?? 0;
  const height = boxHeight(placed, width);
  return {
    step: placed.step.id,
    x: tidy(columns.left[placed.column] ?? 0),
    // In the middle of its row, so that a level arrow meets both boxes at half their height.
    y: tidy((rowTop[placed.row] ?? 0) + ((rowHeight[placed.row] ?? 0) - height) / 2),
    width: tidy(width),
    height: tidy(height),
    column: placed.column,
  };
}

function arrowOf(route: Route, grid: Grid): ChartLayout['arrows'][number] {
  const from = boxOf(route.from, grid);
  const to = boxOf(route.to, grid);
  const start = portOf(from, route.exit);
  const points = [start, ...bends(route, start, { to, grid })].map(([x, y]): Point => [tidy(x), tidy(y)]);
  const { label } = route;
  const ends = { from: from.step, to: to.step, points };
  return label === undefined ? ends : { ...ends, label, labelAt: labelPoint(route, start, { to, label }) };
}

function portOf(box: Box, exit: Route['exit']): Point {
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  switch (exit) {
    case 'bottom':
      return [middleX, box.y + box.height];
    case 'top':
      return [middleX, box.y];
    case 'left':
      return [box.x, middleY];
    case 'right':
      return [box.x + box.width, middleY];
  }
}

function bends(route: Route, [x, y]: Point, { to, grid }: { to: Box; grid: Grid }): Point[] {
  const top = portOf(to, 'top');
  if (route.way.kind === 'straight') return [route.exit === 'right' ? [to.x, y] : [x, to.y]];
  const channel = grid.channelY(route.to.row, to.step);
  if (route.way.kind === 'column') return [[x, channel], [top[0], channel], top];
  const lane = grid.laneX(route.way.lane, route);
  return [[lane, y], [lane, channel], [top[0], channel], top];
}

function labelPoint(route: Route, [x, y]: Point, { to, label }: { to: Box; label: string }): Point {
  const half = (widthInEm(label) * DETAIL_EM) / 2;
  // On the side that the arrow does not turn to.
  const beside = route.to.row <= route.from.row && route.way.kind !== 'straight' ? y + 1.9 : y - 1.9;
  const place: Record<Route['exit'], Point> = {
    bottom: [x + 1.2 + half, y + 2.2],
    top: [x + 1.2 + half, y - 2.2],
    left: [x - 0.5 - half, beside],
    // Against the next box: over a diamond's corner there is room to the left, none over the box.
    right: [route.way.kind === 'straight' ? to.x - 1 - half : x + 0.5 + half, beside],
  };
  const [labelX, labelY] = place[route.exit];
  return [tidy(Math.min(WIDTH - half, Math.max(half, labelX))), tidy(Math.max(2, labelY))];
}
