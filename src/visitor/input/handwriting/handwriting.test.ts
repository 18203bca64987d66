import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../tests/bench/random.ts';
import { FEATURES, featuresOf, type Stroke } from './features.ts';
import { openModel, recognise } from './recognise.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url));
const bytes = new Uint8Array(read('handwriting.bin')).buffer;
const model = openModel(bytes);

const mediansOf = (text: string): Stroke[] => {
  const path = `../../../../node_modules/hanzi-writer-data/${encodeURIComponent(text)}.json`;
  const { medians } = JSON.parse(read(path).toString()) as { medians: [number, number][][] };
  return medians.map((stroke) => stroke.map(([x, y]) => [x, 900 - y] as const));
};
const placed = (strokes: readonly Stroke[], times: number, dx: number, dy: number): Stroke[] =>
  strokes.map((stroke) => stroke.map(([x, y]) => [x * times + dx, y * times + dy] as const));

describe('handwriting', () => {
  it('knows every character of GB 2312', () => {
    const known = new Set(model.codes);
    const gbk = new TextDecoder('gbk');
    const all: string[] = [];
    for (let high = 0xb0; high <= 0xf7; high++)
      for (let low = 0xa1; low <= 0xfe; low++) all.push(gbk.decode(Uint8Array.of(high, low)));
    const hanzi = all.filter((text) => /^\p{Script=Han}$/u.test(text));
    expect(hanzi).toHaveLength(6763);
    expect(hanzi.filter((text) => !known.has(text.charCodeAt(0)))).toEqual([]);
  });

  it.each([...'王秀英李建国赵钱孙周吴郑陈杨嘎什根乡补贴低保玉米'])('reads %s as it is printed', (text) => {
    expect(recognise(model, mediansOf(text), 5)).toContain(text);
  });

  it('place, size and the order of strokes do not count', () => {
    const strokes = mediansOf('英');
    const first = recognise(model, strokes);
    expect(recognise(model, placed(strokes, 0.2, 300, -70))).toEqual(first);
    expect(recognise(model, strokes.toReversed())).toEqual(first);
  });

  it('a stray touch beside the character does not hide it', () => {
    expect(recognise(model, [...mediansOf('国'), [[20, 20]]], 5)).toContain('国');
  });

  it('no strokes give nothing; one point gives something', () => {
    expect(recognise(model, [])).toEqual([]);
    expect(recognise(model, [[], []])).toEqual([]);
    expect(recognise(model, [[[5, 5]]])).toHaveLength(10);
  });

  it('never throws, and never gives the same character twice', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -2000, max: 2000 }));
    const stroke = fc.array(fc.tuple(number, number), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 12 }), (strokes) => {
        const found = recognise(model, strokes);
        expect(new Set(found).size).toBe(found.length);
        for (const value of featuresOf(strokes) ?? []) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a scribble, sixty strokes, a hundred thousand points: an answer', () => {
    const { next } = random(3);
    const place = (): [number, number] => [next() * 1000, next() * 1000];
    const scribble = (strokes: number, points: number): Stroke[] =>
      Array.from({ length: strokes }, () => Array.from({ length: points }, place));
    for (const ink of [scribble(1, 400), scribble(60, 12), scribble(1, 100_000), scribble(400, 250)])
      expect(new Set(recognise(model, ink)).size).toBe(10);
  });

  it('places that are no numbers are passed over', () => {
    const strokes = mediansOf('国');
    const broken = strokes.map(
      (stroke): Stroke => [[Number.NaN, 3], ...stroke, [Number.POSITIVE_INFINITY, 0], [1e300, -1e300]],
    );
    expect(recognise(model, broken)).toEqual(recognise(model, strokes));
    expect(recognise(model, [[[Number.NaN, Number.NaN]]])).toEqual([]);
  });

  it('data that are not of this form are refused', () => {
    expect(() => openModel(new ArrayBuffer(4))).toThrow('not handwriting data');
    expect(() => openModel(new ArrayBuffer(64))).toThrow('not handwriting data');
  });

  it('the data were made from these sources (if not: npx tsx src/visitor/input/handwriting/train.mjs)', () => {
    const hash = createHash('sha256');
    for (const name of ['features.ts', 'deform.mjs', 'train.mjs']) hash.update(read(name));
    expect(read('handwriting.sources').toString().trim()).toBe(hash.digest('hex'));
    expect(bytes.byteLength).toBeLessThan(2_000_000);
    expect(model.matrix).toHaveLength(model.kept * FEATURES);
  });

  it('a trembling hand is read too', () => {
    const { next } = random(7);
    const found = [...'大水火木土金人民生活'].filter((text) =>
      recognise(
        model,
        mediansOf(text).map((stroke) => stroke.map(([x, y]) => [x + next() * 30, y + next() * 30] as const)),
        5,
      ).includes(text),
    );
    expect(found.length).toBeGreaterThanOrEqual(9);
  });
});
