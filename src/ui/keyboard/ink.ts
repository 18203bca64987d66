/*
 * What the finger has written of one character. Promises: nothing leaves it but by a touch on a candidate, and nothing is kept.
 */
export type InkStroke = readonly (readonly [x: number, y: number])[];

/** Strokes in, likeliest characters first. Whoever shows the keyboard brings it: the keyboard can read no hand. */
export type Recogniser = (strokes: readonly InkStroke[]) => readonly string[];

/** Shorter than any stroke is long: the glass reports more often than a hand can turn. */
const NEAR_PX = 1.5;

/** The stroke with a further point, or the same when the finger has hardly moved. */
export function withPoint(stroke: InkStroke, x: number, y: number): InkStroke {
  const last = stroke.at(-1);
  return last !== undefined && Math.hypot(x - last[0], y - last[1]) < NEAR_PX ? stroke : [...stroke, [x, y]];
}
