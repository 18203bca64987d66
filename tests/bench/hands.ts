import { type Random, random, seedOf } from './random.ts';

/*
 * Hands for the benchmark of handwriting: printed strokes written as somebody else would. On purpose of another make than what the
 * recogniser learned from: points come densely as a screen gives them, the plane is bent by waves, the hand trembles, corners
 * are cut, joins are drawn as links.
 */
export type Ink = readonly (readonly [x: number, y: number])[];
export type Hand = (strokes: readonly Ink[], chance: Random) => Ink[];

const spreadBetween = (chance: Random, from: number, to: number): number =>
  from + (to - from) * chance.next();
const sign = (chance: Random): number => (chance.chance(0.5) ? 1 : -1);
const map = (strokes: readonly Ink[], to: (x: number, y: number) => readonly [number, number]): Ink[] =>
  strokes.map((stroke) => stroke.map(([x, y]) => to(x, y)));

const shift: Hand = (strokes, chance) => {
  const [dx, dy] = [spreadBetween(chance, -400, 400), spreadBetween(chance, -400, 400)];
  return map(strokes, (x, y) => [x + dx, y + dy]);
};

const scale: Hand = (strokes, chance) => {
  const [sx, sy] = [spreadBetween(chance, 0.4, 1.3), spreadBetween(chance, 0.8, 1.25)];
  return map(strokes, (x, y) => [x * sx, y * sx * sy]);
};

const slant: Hand = (strokes, chance) => {
  const lean = Math.tan((sign(chance) * spreadBetween(chance, 3, 14) * Math.PI) / 180);
  const rise = Math.tan((spreadBetween(chance, -2, 9) * Math.PI) / 180);
  return map(strokes, (x, y) => [x - lean * (y - 500), y - rise * (x - 500)]);
};

/** A trembling hand, strokes a little out of place, the plane in waves. */
const jitter: Hand = (strokes, chance) => {
  const waves = [0, 1].map(() => ({
    height: spreadBetween(chance, 8, 26),
    length: spreadBetween(chance, 350, 800),
    phase: spreadBetween(chance, 0, 6.28),
  }));
  const [across, down] = waves as [(typeof waves)[number], (typeof waves)[number]];
  const tremble = spreadBetween(chance, 1, 7);
  return strokes.map((stroke) => {
    const [dx, dy] = [spreadBetween(chance, -24, 24), spreadBetween(chance, -24, 24)];
    const [beat, start] = [spreadBetween(chance, 0.5, 1.4), spreadBetween(chance, 0, 6.28)];
    return stroke.map(([x, y], at) => [
      x +
        dx +
        across.height * Math.sin((y / across.length) * 6.28 + across.phase) +
        tremble * Math.sin(at * beat + start),
      y +
        dy +
        down.height * Math.sin((x / down.length) * 6.28 + down.phase) +
        tremble * Math.cos(at * beat * 1.3 + start),
    ]);
  });
};

/** 连笔: the finger stays on the glass, and cuts the corner on its way. */
const join: Hand = (strokes, chance) => {
  const written: Ink[] = [];
  for (const stroke of strokes) {
    const last = written.at(-1);
    if (last === undefined || !chance.chance(0.25)) written.push(stroke);
    else written[written.length - 1] = rounded([...last.slice(0, -1), ...stroke.slice(1)]);
  }
  return written;
};

const rounded = (stroke: Ink): Ink =>
  stroke.map(([x, y], at) => {
    const before = stroke[Math.max(0, at - 1)] ?? [x, y];
    const after = stroke[Math.min(stroke.length - 1, at + 1)] ?? [x, y];
    return [(before[0] + 2 * x + after[0]) / 4, (before[1] + 2 * y + after[1]) / 4];
  });

/** One stroke comes at another time than school says, sometimes several. */
const order: Hand = (strokes, chance) => {
  const written = [...strokes];
  for (let moves = chance.between(1, 3); moves > 0; moves--) {
    const [stroke] = written.splice(chance.between(0, written.length - 1), 1);
    if (stroke) written.splice(chance.between(0, written.length), 0, stroke);
  }
  return written;
};

/** One stroke fewer, of those with six or more; or one too many, a slip of the finger. */
const miscount: Hand = (strokes, chance) => {
  const written = [...strokes];
  if (written.length >= 6 && chance.chance(0.5)) written.splice(chance.between(0, written.length - 1), 1);
  else {
    const [x, y] = [spreadBetween(chance, 150, 850), spreadBetween(chance, 150, 850)];
    written.push([0, 1, 2, 3].map((at) => [x + at * 16, y + at * 10] as const));
  }
  return written;
};

const all: Hand = (strokes, chance) =>
  [order, join, jitter, slant, scale, shift].reduce<readonly Ink[]>(
    (ink, hand) => hand(ink, chance),
    strokes,
  ) as Ink[];

export const HANDS: Readonly<Record<string, Hand>> = {
  shift,
  scale,
  slant,
  jitter,
  join,
  order,
  miscount,
  all,
};

/** The same on every machine for a character and a kind of hand. */
export function writtenBy(name: string, text: string, medians: readonly Ink[]): Ink[] {
  const hand = HANDS[name];
  if (!hand) throw new Error(`no hand ${name}`);
  return hand(medians.map(dense), random(seedOf(17, name, text)));
}

/** Points about as far apart as a screen gives them, with round corners as a finger makes them. */
function dense(stroke: Ink): Ink {
  const points: [number, number][] = [];
  stroke.forEach(([x, y], at) => {
    const [fromX, fromY] = stroke[at - 1] ?? [x, y];
    const parts = Math.max(1, Math.round(Math.hypot(x - fromX, y - fromY) / 25));
    for (let part = at === 0 ? parts : 1; part <= parts; part++)
      points.push([fromX + ((x - fromX) * part) / parts, fromY + ((y - fromY) * part) / parts]);
  });
  return rounded(rounded(points));
}
