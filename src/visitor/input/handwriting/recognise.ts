/*
 * Strokes in, ranked characters out. Pure: no DOM, no clock. Promises: never throws nor keeps one waiting, whatever the points; no
 * strokes, no candidates.
 *
 * The data (train.mjs makes it): features are turned into a few numbers by one matrix; each character scores them by its own row.
 *   u32 'HZ01', u16 kept numbers, u16 characters, f32 matrix step, f32 bias step, then
 *   u16 code of each character, i16 its bias, f32 step of its row, i16 matrix [kept][FEATURES], i8 rows [characters][kept]
 */
import { FEATURES, featuresOf, type Stroke } from './features.ts';

export interface Model {
  readonly kept: number;
  readonly codes: Uint16Array;
  readonly biases: Float32Array;
  readonly rowSteps: Float32Array;
  readonly matrix: Float32Array;
  readonly rows: Int8Array;
}

export const MAGIC = 0x31305a48;

/** Throws on bytes that are not of this form: they come from our own build. */
export function openModel(bytes: ArrayBuffer): Model {
  const head = new DataView(bytes);
  if (bytes.byteLength < 16 || head.getUint32(0, true) !== MAGIC) throw new Error('not handwriting data');
  const kept = head.getUint16(4, true);
  const count = head.getUint16(6, true);
  const matrixStep = head.getFloat32(8, true);
  const biasStep = head.getFloat32(12, true);
  let at = 16;
  const take = (length: number): number => {
    at += length;
    return at - length;
  };
  const rowSteps = new Float32Array(bytes, take(count * 4), count);
  const codes = new Uint16Array(bytes, take(count * 2), count);
  const biases = Float32Array.from(new Int16Array(bytes, take(count * 2), count), (bias) => bias * biasStep);
  const matrix = Float32Array.from(
    new Int16Array(bytes, take(kept * FEATURES * 2), kept * FEATURES),
    (value) => value * matrixStep,
  );
  return {
    kept,
    codes,
    biases,
    rowSteps,
    matrix,
    rows: new Int8Array(bytes, take(count * kept), count * kept),
  };
}

/** The likeliest first. */
export function recognise(model: Model, strokes: readonly Stroke[], limit = 10): readonly string[] {
  const features = featuresOf(thinned(strokes));
  if (features === null) return [];
  const scores = scoresOf(model, project(model, features));
  const best: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (best.length >= limit && score <= (scores[best.at(-1) as number] as number)) continue;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] as number] as number) < score) place--;
    best.splice(place, 0, at);
    best.length = Math.min(best.length, limit);
  }
  return best.map((at) => String.fromCharCode(model.codes[at] as number));
}

/** Far more than a character has: what a child scribbles for a minute must not keep the screen waiting. */
const MOST_POINTS = 4000;

function thinned(strokes: readonly Stroke[]): readonly Stroke[] {
  const every = Math.ceil(strokes.reduce((sum, { length }) => sum + length, 0) / MOST_POINTS);
  if (every <= 1) return strokes;
  return strokes.map((stroke) => stroke.filter((_, at) => at % every === 0 || at === stroke.length - 1));
}

function project({ kept, matrix }: Model, features: Float32Array): Float32Array {
  const numbers = new Float32Array(kept);
  for (let row = 0; row < kept; row++) {
    let sum = 0;
    for (let at = 0, cell = row * FEATURES; at < FEATURES; at++, cell++)
      sum += (matrix[cell] as number) * (features[at] as number);
    numbers[row] = sum;
  }
  return numbers;
}

function scoresOf({ kept, rows, rowSteps, biases }: Model, numbers: Float32Array): Float32Array {
  const scores = new Float32Array(biases.length);
  for (let character = 0, cell = 0; character < scores.length; character++) {
    let sum = 0;
    for (let at = 0; at < kept; at++, cell++) sum += (rows[cell] as number) * (numbers[at] as number);
    scores[character] = sum * (rowSteps[character] as number) + (biases[character] as number);
  }
  return scores;
}
