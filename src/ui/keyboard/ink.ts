/*
 * What the finger has written of one character. Promises: nothing leaves it but by a touch on a candidate, and nothing is kept.
 */
export type InkStroke = readonly (readonly [x: number, y: number])[];

/** Strokes in, likeliest characters first. Whoever shows the keyboard brings it: the keyboard can read no hand. */
export type Recogniser = (strokes: readonly InkStroke[]) => readonly string[];
