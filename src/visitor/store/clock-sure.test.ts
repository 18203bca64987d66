import { describe, expect, it } from 'vitest';
import { isClockSureBy } from './clock-sure.ts';

const signedAt = '2026-11-24T03:00:00.000Z';
const NOW = Date.parse(signedAt);
const HOUR_MS = 3_600_000;

describe('a clock is believed', () => {
  it('within a day of the server’s, whatever the content says', () => {
    expect(isClockSureBy({ signedAt, aheadMs: 5 * HOUR_MS }, NOW - 9e9)).toBe(true);
    expect(isClockSureBy({ signedAt, aheadMs: 25 * HOUR_MS }, NOW)).toBe(false);
    expect(isClockSureBy({ signedAt, aheadMs: -25 * HOUR_MS }, NOW)).toBe(false);
  });

  it('without the server when it is not earlier than the content that it shows', () => {
    expect(isClockSureBy({ signedAt, aheadMs: null }, NOW + 400 * 24 * HOUR_MS)).toBe(true);
    expect(isClockSureBy({ signedAt, aheadMs: null }, NOW - HOUR_MS)).toBe(true);
    expect(isClockSureBy({ signedAt, aheadMs: null }, Date.parse('2015-01-01T00:00:00Z'))).toBe(false);
    expect(isClockSureBy({ signedAt: null, aheadMs: null }, 0)).toBe(true);
  });
});
