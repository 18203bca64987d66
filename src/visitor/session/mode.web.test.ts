import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { followViewport, mode } from './mode.ts';

afterEach(() => page.viewport(1080, 1920));

it('is a screen when the machine was told so, also where a screen of high resolution counts few pixels', async () => {
  await page.viewport(540, 960);
  await expect.poll(() => innerWidth).toBe(540);
  mode.value = 'phone';
  followViewport(true);
  expect(mode.value).toBe('screen');
});

it('is a phone when the shorter side is under 600, however it is held', async () => {
  followViewport(false);
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
