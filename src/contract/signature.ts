/**
 * A signature by finger: strokes as points on a field of 1000 by 400, kept as text (`12,34 56,78`), so that it is sealed, padded and
 * opened like every other answer and can be drawn at any size. No picture, no pressure, no speed: nothing to tell a hand by.
 */

export const SIGNATURE = { width: 1000, height: 400 } as const;

const MAX_STROKES = 60;
/** A long name in full takes about 4,000. */
const MAX_CHARS = 12_000;
const STROKE = /^(?:1000|\d{1,3}),(?:400|[0-3]?\d{1,2})(?: (?:1000|\d{1,3}),(?:400|[0-3]?\d{1,2}))*$/;

export type SignatureFault = 'broken' | 'large';

export const signatureFault = (strokes: readonly string[]): SignatureFault | null => {
  if (strokes.length > MAX_STROKES || strokes.join('').length > MAX_CHARS) return 'large';
  return strokes.every((stroke) => STROKE.test(stroke)) ? null : 'broken';
};
