import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { followViewport, mode } from './mode.ts';

afterEach(() => page.viewport(1080, 1920));

it('is a phone when the shorter side is under 600, however it is held', async () => {
  followViewport();
  const seen: string[] = [];
  for (const [width, height] of [
    [1080, 1920],
    [390, 844],
    [844, 390],
    [768, 1024],
    [1920, 1080],
    [599, 900],
    [600, 900],
  ] as const) {
    await page.viewport(width, height);
    await expect.poll(() => [innerWidth, innerHeight]).toEqual([width, height]);
    await expect.poll(() => mode.value).toBe(Math.min(width, height) < 600 ? 'phone' : 'screen');
    seen.push(mode.value);
  }
  expect(seen).toEqual(['screen', 'phone', 'phone', 'screen', 'screen', 'phone', 'screen']);
});
