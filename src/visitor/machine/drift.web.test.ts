import { afterEach, beforeEach, expect, it } from 'vitest';
import { forget, typeSearch } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import { startDrift } from './drift.ts';

let picture: HTMLElement;
let tick: () => void = () => undefined;
const clock = {
  now: () => 0,
  every: (_: number, call: () => void) => {
    tick = call;
    return () => undefined;
  },
};
beforeEach(() => {
  picture = document.createElement('div');
});
afterEach(() => {
  forget();
  mode.value = 'screen';
});

it('moves the untouched picture by a few pixels, comes round again, and never jumps', () => {
  startDrift(picture, clock);
  const places = Array.from({ length: 9 }, () => {
    tick();
    return picture.style.translate.split(' ').map((each) => Number.parseFloat(each) || 0);
  });
  expect(new Set(places.map(String)).size).toBe(8);
  for (const by of places.flat()) {
    expect(by).toBeGreaterThanOrEqual(-4);
    // Further would be something to scroll to.
    expect(by).toBeLessThanOrEqual(0);
  }
  for (const [n, [x = 0, y = 0]] of places.slice(1).entries()) {
    const [fromX = 0, fromY = 0] = places[n] ?? [];
    expect(Math.abs(x - fromX) + Math.abs(y - fromY)).toBe(2);
  }
});

it('is still while somebody is there, and on a phone', () => {
  startDrift(picture, clock);
  const before = picture.style.translate;
  typeSearch('养老');
  tick();
  expect(picture.style.translate).toBe(before);
  forget();
  mode.value = 'phone';
  tick();
  expect(picture.style.translate).toBe(before);
  mode.value = 'screen';
  tick();
  expect(picture.style.translate).not.toBe(before);
});
