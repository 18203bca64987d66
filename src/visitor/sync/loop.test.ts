import { beforeEach, describe, expect, it } from 'vitest';
import { FixtureTimer, settled } from './fixture-timer.ts';
import { type Loop, type RunEnd, startLoop } from './loop.ts';
import { retryAfterMs } from './retry.ts';

let timer: FixtureTimer;
let ends: RunEnd[];
let runs: number;
let faults: unknown[];
let finish: (end: RunEnd) => void;

const REST = 300_000;
const start = (run?: () => Promise<RunEnd>): Loop =>
  startLoop({
    run: run ?? (() => Promise.resolve(ends[runs++] ?? 'done')),
    restMs: REST,
    timer,
    onFault: (cause) => faults.push(cause),
  });
/** Runs that last until the test ends them. */
const startSlow = (): Loop =>
  start(() => {
    runs += 1;
    return new Promise((resolve) => {
      finish = resolve;
    });
  });

beforeEach(() => {
  timer = new FixtureTimer();
  ends = [];
  runs = 0;
  faults = [];
});

describe('a loop', () => {
  it('runs at once, and again after its rest', async () => {
    start();
    await settled();
    expect([runs, timer.next]).toEqual([1, REST]);
    await timer.pass(REST);
    expect(runs).toBe(2);
  });

  it('tries later and later while it fails, at most every five minutes, and for ever', async () => {
    ends = Array(40).fill('failed');
    start();
    await settled();
    const waits: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      waits.push(timer.next ?? 0);
      await timer.pass(timer.next ?? 0);
    }
    expect(waits.map((ms) => ms / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('counts anew after a success', async () => {
    ends = ['failed', 'failed', 'done', 'failed'];
    const loop = start();
    await settled();
    await timer.pass(3_000);
    expect(runs).toBe(3);
    loop.wake();
    await settled();
    expect(timer.next).toBe(1_000);
  });

  it('waits as long as the run itself says', async () => {
    ends = [{ againInMs: 7_000 }];
    start();
    await settled();
    expect(timer.next).toBe(7_000);
  });

  it('takes a throw for a failure and tells it', async () => {
    start(() => Promise.reject(new Error('broken')));
    await settled();
    expect(faults).toEqual([new Error('broken')]);
    expect(timer.next).toBe(1_000);
  });

  it('runs once at a time; a wake meanwhile leads to exactly one more', async () => {
    const loop = startSlow();
    loop.wake();
    loop.wake();
    await settled();
    expect(runs).toBe(1);
    finish('done');
    await settled();
    await timer.pass(0);
    expect(runs).toBe(2);
    finish('done');
    await settled();
    expect([runs, timer.next]).toEqual([2, REST]);
  });

  it('at a sign of life tries at once what waits after failures, and leaves alone what rests', async () => {
    ends = ['failed', 'failed', 'failed', 'done'];
    const loop = start();
    await settled();
    await timer.pass(1_000);
    expect(timer.next).toBe(2_000);
    loop.revive();
    await settled();
    expect([runs, timer.next]).toEqual([3, 1_000]);
    loop.revive();
    await settled();
    expect([runs, timer.next]).toEqual([4, REST]);
    loop.revive();
    await settled();
    expect(runs).toBe(4);
  });

  it('that was stopped never runs again', async () => {
    const loop = startSlow();
    loop.stop();
    finish('failed');
    await settled();
    loop.wake();
    await timer.pass(REST);
    expect(runs).toBe(1);
  });
});

it('retries are shortened at random by up to a half, so that screens do not come at once', () => {
  expect(retryAfterMs(1, 0)).toBe(1_000);
  expect(retryAfterMs(1, 0.999)).toBeGreaterThanOrEqual(500);
  expect(retryAfterMs(1, 0.999)).toBeLessThan(510);
  expect(retryAfterMs(9, 0)).toBe(256_000);
  expect(retryAfterMs(10_000, 0)).toBe(300_000);
  expect(retryAfterMs(10_000, 0, 15_000)).toBe(15_000);
});
