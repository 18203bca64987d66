import { describe, expect, it } from 'vitest';
import { limit } from './limit.ts';

const start = () => {
  let now = 1_000_000;
  const turn = (ms: number) => {
    now += ms;
  };
  return { turn, limited: limit({ most: 3, perMs: 10_000, clock: () => now }) };
};

describe('a limit', () => {
  it('lets so many pass, then says how long to wait, then forgets', () => {
    const { turn, limited } = start();
    expect([1, 2, 3].map(() => limited.take('a'))).toEqual([0, 0, 0]);
    expect(limited.take('a')).toBe(10);
    turn(9_500);
    expect(limited.take('a')).toBe(1);
    turn(500);
    expect(limited.take('a')).toBe(0);
  });

  it('counts each sender alone', () => {
    const { limited } = start();
    for (let round = 0; round < 4; round += 1) limited.take('a');
    expect(limited.take('b')).toBe(0);
  });

  it('takes back what should not count', () => {
    const { limited } = start();
    for (let round = 0; round < 10; round += 1) {
      expect(limited.take('a')).toBe(0);
      limited.giveBack('a');
    }
    limited.giveBack('never seen');
    expect([1, 2, 3, 4].map(() => limited.take('a') > 0)).toEqual([false, false, false, true]);
  });

  it('shuts nobody out because the clock was set back', () => {
    const { turn, limited } = start();
    for (let round = 0; round < 4; round += 1) limited.take('a');
    turn(-86_400_000);
    expect(limited.take('a')).toBe(0);
  });

  it('does not grow without end under a flood of senders', () => {
    const { limited } = start();
    for (let round = 0; round < 4; round += 1) limited.take('first');
    for (let n = 0; n < 20_001; n += 1) limited.take(`sender-${n}`);
    // The oldest count went: that is the price, and the proof that something goes.
    expect(limited.take('first')).toBe(0);
  });
});
