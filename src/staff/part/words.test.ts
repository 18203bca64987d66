import { expect, test } from 'vitest';
import { day } from '../../contract/day-schema.ts';
import { dateInWords, dueInWords, momentInWords, sinceInWords } from './words.ts';

/** 24 November 2026, 10:00 at the hall. */
const NOW = Date.parse('2026-11-24T02:00:00.000Z');

test('moments are said by the hall’s clock', () => {
  expect(momentInWords('2026-11-24T01:12:00.000Z', NOW)).toBe('今天 09:12');
  // Half past midnight at the hall is still the day before in London.
  expect(momentInWords('2026-11-23T16:30:00.000Z', NOW)).toBe('今天 00:30');
  expect(momentInWords('2026-11-23T08:20:00.000Z', NOW)).toBe('昨天 16:20');
  expect(momentInWords('2026-11-01T08:20:00.000Z', NOW)).toBe('11月1日 16:20');
  expect(momentInWords('2025-12-31T20:00:00.000Z', NOW)).toBe('1月1日 04:00');
  expect(momentInWords('2025-12-31T02:00:00.000Z', NOW)).toBe('2025年12月31日 10:00');
});

test('how long ago', () => {
  expect(sinceInWords('2026-11-24T01:59:30.000Z', NOW)).toBe('刚刚');
  expect(sinceInWords('2026-11-24T01:55:00.000Z', NOW)).toBe('5 分钟前');
  expect(sinceInWords('2026-11-23T23:00:00.000Z', NOW)).toBe('3 小时前');
  expect(sinceInWords('2026-11-22T23:00:00.000Z', NOW)).toBe('昨天 07:00');
  // A screen whose clock runs ahead was not seen in the future.
  expect(sinceInWords('2026-11-24T02:05:00.000Z', NOW)).toBe('刚刚');
});

test('days', () => {
  expect(dueInWords(day('2026-12-01'), NOW)).toBe('12月1日（周二）');
  expect(dueInWords(day('2027-01-04'), NOW)).toBe('2027年1月4日（周一）');
  expect(dateInWords(day('2026-12-01'), NOW)).toBe('12月1日');
});
