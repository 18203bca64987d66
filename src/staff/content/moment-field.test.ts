import { expect, test } from 'vitest';
import { momentTyped, typedOf } from './moment-field.ts';

test('what is typed is the time at the hall, and comes back as it was typed', () => {
  expect(momentTyped('2026-11-25T08:30')).toBe('2026-11-25T00:30:00.000Z');
  expect(momentTyped('2027-01-01T00:00')).toBe('2026-12-31T16:00:00.000Z');
  for (const typed of ['2026-11-25T08:30', '2028-02-29T23:59']) {
    const moment = momentTyped(typed);
    expect(moment && typedOf(moment)).toBe(typed);
  }
});

test.each(['', '2026-11-25', '2026-11-25T8:30', '2026-13-25T08:30', '明天'])('%s is no moment', (typed) => {
  expect(momentTyped(typed)).toBeNull();
});
