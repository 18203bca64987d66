/*
 * What a written character looks like to the recogniser: how much ink runs in each of eight directions in each part of the square,
 * and where strokes begin and end. Place and size do not count, nor does the order of strokes. Shared with the training script.
 */

/** x to the right, y downwards, in any unit. */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

const GRID = 8;
const DIRECTIONS = 8;
const ENDS_GRID = 4;
const INK = GRID * GRID * DIRECTIONS;
const ENDS = ENDS_GRID * ENDS_GRID;
export const FEATURES = INK + 2 * ENDS + 1;

/** Ink is walked in steps of this share of the square, so that long and short segments blur alike. */
const STEP = 1 / 24;

/** Null when there is no point at all. Points that are no numbers are passed over. */
export function featuresOf(strokes: readonly Stroke[]): Float32Array | null {
  const ink = strokes.map(clean).filter((stroke) => stroke.length > 0);
  if (ink.length === 0) return null;
  const place = frameOf(ink);
  const features = new Float32Array(FEATURES);
  for (const stroke of ink) {
    const placed = stroke.map(place);
    for (let at = 1; at < placed.length; at++)
      addSegment(features, placed[at - 1] as Point, placed[at] as Point);
    addPoint(features, INK, placed[0] as Point);
    addPoint(features, INK + ENDS, placed.at(-1) as Point);
  }
  // Roots make a little ink count and much ink not outweigh all.
  for (let at = 0; at < INK; at++) features[at] = Math.sqrt(features[at] as number);
  for (let at = INK; at < INK + 2 * ENDS; at++) features[at] = Math.sqrt((features[at] as number) * 0.1);
  features[FEATURES - 1] = Math.sqrt(Math.min(ink.length, 40)) * 0.3;
  return features;
}

const FARTHEST = 1e6;

function clean(stroke: Stroke): Point[] {
  const points: Point[] = [];
  for (const [x, y] of stroke) {
    if (!(Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST)) continue;
    const last = points.at(-1);
    if (last === undefined || last[0] !== x || last[1] !== y) points.push([x, y]);
  }
  return points;
}

/** Centre and spread of the ink, not its outermost points: one stray stroke must not squeeze the rest. */
function frameOf(ink: readonly Stroke[]): (point: Point) => Point {
  let weight = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  const add = (x: number, y: number, by: number): void => {
    weight += by;
    sumX += x * by;
    sumY += y * by;
    sumXX += x * x * by;
    sumYY += y * y * by;
  };
  const [originX, originY] = ink[0]?.[0] ?? [0, 0];
  for (const stroke of ink) {
    add((stroke[0]?.[0] ?? 0) - originX, (stroke[0]?.[1] ?? 0) - originY, 1e-3);
    for (let at = 1; at < stroke.length; at++) {
      const [fromX, fromY] = stroke[at - 1] as Point;
      const [toX, toY] = stroke[at] as Point;
      const sixth = Math.hypot(toX - fromX, toY - fromY) / 6;
      add(fromX - originX, fromY - originY, sixth);
      add((fromX + toX) / 2 - originX, (fromY + toY) / 2 - originY, sixth * 4);
      add(toX - originX, toY - originY, sixth);
    }
  }
  const middleX = sumX / weight;
  const middleY = sumY / weight;
  const spreadX = 4 * Math.sqrt(Math.max(0, sumXX / weight - middleX * middleX));
  const spreadY = 4 * Math.sqrt(Math.max(0, sumYY / weight - middleY * middleY));
  const longest = Math.max(spreadX, spreadY) || 1;
  const shortest = Math.min(spreadX, spreadY);
  // A flat character stays flat, but less so.
  const ratio = Math.sqrt(Math.sin((Math.PI / 2) * (shortest / longest)));
  const byLong = 1 / longest;
  const byShort = shortest > longest * 1e-3 ? ratio / shortest : byLong;
  const [scaleX, scaleY] = spreadX >= spreadY ? [byLong, byShort] : [byShort, byLong];
  return ([x, y]) => [(x - originX - middleX) * scaleX + 0.5, (y - originY - middleY) * scaleY + 0.5];
}

function addSegment(features: Float32Array, [fromX, fromY]: Point, [toX, toY]: Point): void {
  const dx = toX - fromX;
  const dy = toY - fromY;
  const length = Math.hypot(dx, dy);
  const steps = Math.min(200, Math.max(1, Math.ceil(length / STEP)));
  const turn = ((Math.atan2(dy, dx) / (2 * Math.PI) + 1) * DIRECTIONS) % DIRECTIONS;
  const direction = Math.floor(turn) % DIRECTIONS;
  const rest = turn - Math.floor(turn);
  for (let step = 0; step < steps; step++) {
    const along = (step + 0.5) / steps;
    const [x, y] = [fromX + dx * along, fromY + dy * along];
    spread(features, direction * GRID * GRID, GRID, x, y, (length / steps) * (1 - rest));
    spread(features, ((direction + 1) % DIRECTIONS) * GRID * GRID, GRID, x, y, (length / steps) * rest);
  }
}

const addPoint = (features: Float32Array, from: number, [x, y]: Point): void =>
  spread(features, from, ENDS_GRID, x, y, 1);

/** Shared out among the four nearest cells. What lies outside counts at the edge. */
function spread(
  features: Float32Array,
  from: number,
  grid: number,
  x: number,
  y: number,
  amount: number,
): void {
  const column = Math.min(Math.max(x * grid - 0.5, 0), grid - 1);
  const row = Math.min(Math.max(y * grid - 0.5, 0), grid - 1);
  const left = Math.min(Math.floor(column), grid - 2);
  const top = Math.min(Math.floor(row), grid - 2);
  const [right, down] = [column - left, row - top];
  const cell = from + top * grid + left;
  features[cell] = (features[cell] as number) + amount * (1 - right) * (1 - down);
  features[cell + 1] = (features[cell + 1] as number) + amount * right * (1 - down);
  features[cell + grid] = (features[cell + grid] as number) + amount * (1 - right) * down;
  features[cell + grid + 1] = (features[cell + grid + 1] as number) + amount * right * down;
}
