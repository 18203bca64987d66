// @ts-nocheck: used by train.mjs alone.
/** The hands that the recogniser learns from: each call writes a character's strokes as another hand would. */

/** mulberry32 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Strokes in a square of about 1000. */
export function deform(strokes, random) {
  const bell = (spread) => (random() + random() + random() - 1.5) * 2 * spread;
  const strength = 0.3 + random();
  let written = strokes.map((stroke) => ownWay(refine(stroke), bell, strength));
  if (random() < 0.2 && written.length > 3) written.splice(Math.floor(random() * written.length), 1);
  if (random() < 0.12) written.push(stray(random));
  if (random() < 0.3) written = shuffled(written, random);
  if (random() < 0.5) written = joined(written, random, random() * 0.6);
  if (random() < 0.1) written = written.map((stroke) => (random() < 0.2 ? [...stroke].reverse() : stroke));
  return written.map(wholeWay(bell, strength));
}

/** Points not farther than 120 from each other, so that a stroke can bend. */
function refine(stroke) {
  const points = [stroke[0]];
  for (let at = 1; at < stroke.length; at++) {
    const [fromX, fromY] = stroke[at - 1];
    const [toX, toY] = stroke[at];
    const parts = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) / 120));
    for (let part = 1; part <= parts; part++)
      points.push([fromX + ((toX - fromX) * part) / parts, fromY + ((toY - fromY) * part) / parts]);
  }
  return points;
}

/** Each stroke moved, turned, stretched and bent a little by itself. */
function ownWay(stroke, bell, strength) {
  const [moveX, moveY] = [bell(28 * strength), bell(28 * strength)];
  const turn = bell(0.1 * strength);
  const [growX, growY] = [1 + bell(0.13 * strength), 1 + bell(0.13 * strength)];
  const middleX = stroke.reduce((sum, [x]) => sum + x, 0) / stroke.length;
  const middleY = stroke.reduce((sum, [, y]) => sum + y, 0) / stroke.length;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const noise = 14 * strength;
  return stroke.map(([x, y]) => {
    const [fromX, fromY] = [(x - middleX) * growX, (y - middleY) * growY];
    return [
      middleX + fromX * cos - fromY * sin + moveX + bell(noise),
      middleY + fromX * sin + fromY * cos + moveY + bell(noise),
    ];
  });
}

/** Slant, turn, proportions, and parts of the square grown at the cost of others. */
function wholeWay(bell, strength) {
  const slantX = bell(0.22 * strength);
  const slantY = bell(0.13 * strength);
  const [growX, growY] = [Math.exp(bell(0.18 * strength)), Math.exp(bell(0.18 * strength))];
  const [bendX, bendY] = [bell(0.35 * strength), bell(0.35 * strength)];
  return (stroke) =>
    stroke.map(([x, y]) => {
      const [overX, overY] = [x / 1000 - 0.5, y / 1000 - 0.5];
      const bentX = (overX + bendX * (0.25 - overX * overX)) * growX;
      const bentY = (overY + bendY * (0.25 - overY * overY)) * growY;
      return [(bentX + slantX * bentY) * 1000, (bentY + slantY * bentX) * 1000];
    });
}

function stray(random) {
  const [x, y] = [100 + random() * 800, 100 + random() * 800];
  const turn = random() * 2 * Math.PI;
  const length = 20 + random() * 160;
  return [
    [x, y],
    [x + Math.cos(turn) * length, y + Math.sin(turn) * length],
  ];
}

/** Some neighbours change places. */
function shuffled(strokes, random) {
  const order = [...strokes];
  for (let at = 1; at < order.length; at++)
    if (random() < 0.3) [order[at - 1], order[at]] = [order[at], order[at - 1]];
  return order;
}

/** The finger stays on the glass between some strokes. */
function joined(strokes, random, share) {
  const runs = [];
  for (const stroke of strokes) {
    if (runs.length > 0 && random() < share) runs.at(-1).push(...stroke);
    else runs.push([...stroke]);
  }
  return runs;
}
