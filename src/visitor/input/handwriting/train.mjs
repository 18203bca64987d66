// @ts-nocheck: arithmetic over indexed arrays, run by hand and never shipped.
/**
 * Makes handwriting.bin from the strokes of hanzi-writer-data: `npx tsx src/visitor/input/handwriting/train.mjs` (some minutes).
 * Committed beside it, so that nobody who builds has to wait; handwriting.test.ts says when the two no longer belong together.
 *
 * First the directions that tell characters apart (LDA over deformed strokes), then both the matrix and each character's row are
 * bettered by gradient steps against those that are most easily mistaken for it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deform, randomFrom } from './deform.mjs';
import { FEATURES, featuresOf } from './features.ts';
import { MAGIC } from './recognise.ts';

const KEPT = 128;
const ROUNDS = Number(process.env.ROUNDS ?? 20);
const RIVALS = 64;
const root = new URL('../../../../', import.meta.url);
const here = new URL('./', import.meta.url);

const characters = readCharacters();
const random = randomFrom(20260);
const started = Date.now();
const tell = (...words) => console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`, ...words);

const count = characters.length;
tell(count, 'characters');
const matrix = firstMatrix();
tell('matrix');
const { rows, biases } = firstRows();
let rivals = [];
for (let round = 0; round < ROUNDS; round++) {
  if (round % 4 === 0) rivals = rivalsOf();
  const share = learn(rivals, 0.03 * (1 - round / ROUNDS) + 0.001);
  tell('round', round + 1, 'right among rivals', share.toFixed(4));
}
writeFileSync(new URL('handwriting.bin', here), pack());
writeFileSync(new URL('handwriting.sources', here), `${sourcesDigest()}\n`);
tell('written');

/** Ordered by code; those of GB 2312 are marked, and are what the screens' visitors write. */
function readCharacters() {
  const folder = new URL('node_modules/hanzi-writer-data/', root);
  const gbk = new TextDecoder('gbk');
  const common = new Set();
  for (let high = 0xb0; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) common.add(gbk.decode(Uint8Array.of(high, low)));
  return readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => /^[\u3400-\u9fff]$/.test(name))
    .sort()
    .map((text) => ({
      text,
      isCommon: common.has(text),
      // Its squares have y upwards.
      strokes: JSON.parse(
        readFileSync(new URL(`${encodeURIComponent(text)}.json`, folder), 'utf8'),
      ).medians.map((stroke) => stroke.map(([x, y]) => [x, 900 - y])),
    }));
}

function sampleOf(character) {
  return featuresOf(deform(character.strokes, random));
}

function firstMatrix() {
  const SAMPLES = 3;
  const within = new Float64Array(FEATURES * FEATURES);
  const between = new Float64Array(FEATURES * FEATURES);
  const means = characters.map((character) => {
    const samples = Array.from({ length: SAMPLES }, () => sampleOf(character));
    const mean = Float64Array.from(
      { length: FEATURES },
      (_, at) => samples.reduce((sum, one) => sum + one[at], 0) / SAMPLES,
    );
    for (const one of samples)
      addOuter(
        within,
        one.map((value, at) => value - mean[at]),
      );
    return mean;
  });
  const all = Float64Array.from(
    { length: FEATURES },
    (_, at) => means.reduce((sum, one) => sum + one[at], 0) / count,
  );
  for (const mean of means)
    addOuter(
      between,
      mean.map((value, at) => value - all[at]),
    );
  const degrees = count * (SAMPLES - 1);
  let trace = 0;
  for (let at = 0; at < FEATURES; at++) trace += within[at * FEATURES + at] / degrees;
  for (let at = 0; at < within.length; at++) within[at] /= degrees;
  for (let at = 0; at < between.length; at++) between[at] /= count;
  for (let at = 0; at < FEATURES; at++) within[at * FEATURES + at] += (0.05 * trace) / FEATURES;
  mirror(within);
  mirror(between);
  return discriminants(within, between);
}

function addOuter(sum, vector) {
  for (let row = 0; row < FEATURES; row++) {
    const value = vector[row];
    if (value === 0) continue;
    for (let at = row, cell = row * FEATURES + row; at < FEATURES; at++, cell++)
      sum[cell] += value * vector[at];
  }
}

function mirror(square) {
  for (let row = 0; row < FEATURES; row++)
    for (let at = 0; at < row; at++) square[row * FEATURES + at] = square[at * FEATURES + row];
}

/** The KEPT directions with the most spread between characters for their spread within, by orthogonal iteration. */
function discriminants(within, between) {
  const n = FEATURES;
  const lower = new Float64Array(n * n);
  for (let row = 0; row < n; row++)
    for (let at = 0; at <= row; at++) {
      let sum = within[row * n + at];
      for (let k = 0; k < at; k++) sum -= lower[row * n + k] * lower[at * n + k];
      lower[row * n + at] = row === at ? Math.sqrt(sum) : sum / lower[at * n + at];
    }
  const forward = (vector) => {
    for (let row = 0; row < n; row++) {
      let sum = vector[row];
      for (let k = 0; k < row; k++) sum -= lower[row * n + k] * vector[k];
      vector[row] = sum / lower[row * n + row];
    }
    return vector;
  };
  const backward = (vector) => {
    for (let row = n - 1; row >= 0; row--) {
      let sum = vector[row];
      for (let k = row + 1; k < n; k++) sum -= lower[k * n + row] * vector[k];
      vector[row] = sum / lower[row * n + row];
    }
    return vector;
  };
  const vectors = Array.from({ length: KEPT }, () => Float64Array.from({ length: n }, () => random() - 0.5));
  for (let turn = 0; turn < 30; turn++) {
    for (let at = 0; at < KEPT; at++) {
      const back = backward(vectors[at].slice());
      const through = new Float64Array(n);
      for (let row = 0; row < n; row++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += between[row * n + k] * back[k];
        through[row] = sum;
      }
      vectors[at] = forward(through);
    }
    for (let at = 0; at < KEPT; at++) {
      for (let other = 0; other < at; other++) {
        let dot = 0;
        for (let k = 0; k < n; k++) dot += vectors[at][k] * vectors[other][k];
        for (let k = 0; k < n; k++) vectors[at][k] -= dot * vectors[other][k];
      }
      const length = Math.hypot(...vectors[at]);
      for (let k = 0; k < n; k++) vectors[at][k] /= length;
    }
  }
  const found = new Float32Array(KEPT * n);
  for (const [row, vector] of vectors.entries()) found.set(backward(vector.slice()), row * n);
  return found;
}

function project(features) {
  const numbers = new Float32Array(KEPT);
  for (let row = 0, cell = 0; row < KEPT; row++) {
    let sum = 0;
    for (let at = 0; at < FEATURES; at++, cell++) sum += matrix[cell] * features[at];
    numbers[row] = sum;
  }
  return numbers;
}

/** Nearest mean, as a linear score: z·m − |m|²/2, cooled. */
function firstRows() {
  const rows = new Float32Array(count * KEPT);
  const biases = new Float32Array(count);
  characters.forEach((character, index) => {
    const SAMPLES = 4;
    const mean = new Float32Array(KEPT);
    for (let sample = 0; sample < SAMPLES; sample++)
      for (const [at, value] of project(sampleOf(character)).entries()) mean[at] += value / SAMPLES;
    const COOL = 0.3;
    let square = 0;
    for (let at = 0; at < KEPT; at++) {
      square += mean[at] ** 2;
      rows[index * KEPT + at] = mean[at] * COOL;
    }
    biases[index] = (-square / 2) * COOL;
  });
  return { rows, biases };
}

function score(numbers, index) {
  let sum = biases[index];
  for (let at = 0, cell = index * KEPT; at < KEPT; at++, cell++) sum += rows[cell] * numbers[at];
  return sum;
}

/** For each character those that score best when it is written, itself left out. */
function rivalsOf() {
  const scores = new Float32Array(count);
  return characters.map((character, index) => {
    const numbers = project(sampleOf(character));
    for (let other = 0; other < count; other++) scores[other] = score(numbers, other);
    scores[index] = -Infinity;
    const bar = Float32Array.from(scores).sort()[count - RIVALS];
    const best = [];
    for (let other = 0; other < count && best.length < RIVALS; other++)
      if (scores[other] >= bar) best.push(other);
    return best;
  });
}

/** One round over all characters; those outside GB 2312 come less often, which makes them give way in doubt. */
function learn(rivals, rate) {
  const order = characters.flatMap(({ isCommon }, index) =>
    isCommon ? [index, index] : random() < 0.7 ? [index] : [],
  );
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  let right = 0;
  const pull = new Float32Array(KEPT);
  for (const index of order) {
    const features = sampleOf(characters[index]);
    const numbers = project(features);
    const field = [index, ...rivals[index]];
    const scores = field.map((one) => score(numbers, one));
    const top = Math.max(...scores);
    if (scores[0] === top) right++;
    const powers = scores.map((value) => Math.exp(value - top));
    const sum = powers.reduce((total, value) => total + value, 0);
    pull.fill(0);
    field.forEach((one, place) => {
      const error = (place === 0 ? 1 : 0) - powers[place] / sum;
      if (Math.abs(error) < 1e-4) return;
      const step = rate * error;
      for (let at = 0, cell = one * KEPT; at < KEPT; at++, cell++) {
        pull[at] += error * rows[cell];
        rows[cell] += step * numbers[at];
      }
      biases[one] += step;
    });
    const step = rate * 0.0005;
    for (let row = 0, cell = 0; row < KEPT; row++) {
      const by = step * pull[row];
      for (let at = 0; at < FEATURES; at++, cell++) matrix[cell] += by * features[at];
    }
  }
  return right / order.length;
}

function pack() {
  const largest = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const matrixStep = largest(matrix) / 32767;
  const biasStep = largest(biases) / 32767;
  const head = new DataView(new ArrayBuffer(16));
  head.setUint32(0, MAGIC, true);
  head.setUint16(4, KEPT, true);
  head.setUint16(6, count, true);
  head.setFloat32(8, matrixStep, true);
  head.setFloat32(12, biasStep, true);
  const rowSteps = new Float32Array(count);
  const small = new Int8Array(count * KEPT);
  for (let index = 0; index < count; index++) {
    const row = rows.subarray(index * KEPT, (index + 1) * KEPT);
    rowSteps[index] = largest(row) / 127;
    for (const [at, value] of row.entries()) small[index * KEPT + at] = Math.round(value / rowSteps[index]);
  }
  return Buffer.concat(
    [
      head,
      rowSteps,
      Uint16Array.from(characters, ({ text }) => text.charCodeAt(0)),
      Int16Array.from(biases, (bias) => Math.round(bias / biasStep)),
      Int16Array.from(matrix, (value) => Math.round(value / matrixStep)),
      small,
    ].map((part) => Buffer.from(part.buffer)),
  );
}

/** What the data were made from: this script, the features, the deformations. */
function sourcesDigest() {
  const hash = createHash('sha256');
  for (const name of ['features.ts', 'deform.mjs', 'train.mjs'])
    hash.update(readFileSync(new URL(name, here)));
  return hash.digest('hex');
}
