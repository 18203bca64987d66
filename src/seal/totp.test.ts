import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { base32, matchingStep, STEP_MS, stepAt, totpCode } from './totp.ts';

/** RFC 6238, Appendix B, SHA-1: the ASCII text 12345678901234567890, eight digits. */
const secret = utf8('12345678901234567890');

describe('codes by time', () => {
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %d s are %s', async (seconds, code) => {
    expect(await totpCode(secret, stepAt(seconds * 1000), 8)).toBe(code);
    expect(await totpCode(secret, stepAt(seconds * 1000))).toBe(code.slice(2));
  });

  it.each([
    ['755224', 0],
    ['287082', 1],
    ['520489', 9],
  ])('of RFC 4226, Appendix D: %s', async (code, count) => {
    expect(await totpCode(secret, count)).toBe(code);
  });

  it('are right for half a minute more on either side, and never twice', async () => {
    const nowMs = 1_000 * STEP_MS + 7;
    const match = async (step: number, lastStep = -1) =>
      matchingStep(secret, await totpCode(secret, step), { nowMs, lastStep });
    expect([
      await match(998),
      await match(999),
      await match(1000),
      await match(1001),
      await match(1002),
    ]).toEqual([null, 999, 1000, 1001, null]);
    expect([await match(1000, 1000), await match(999, 1000), await match(1001, 1000)]).toEqual([
      null,
      null,
      1001,
    ]);
    expect(await matchingStep(secret, '000000', { nowMs, lastStep: -1 })).toBeNull();
    expect(await matchingStep(secret, '', { nowMs, lastStep: -1 })).toBeNull();
  });
});

it.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base 32 of %s is %s (RFC 4648 §10)', (text, written) => {
  expect(base32(utf8(text))).toBe(written);
});
