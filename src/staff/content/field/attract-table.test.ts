import { expect, test } from 'vitest';
import { Attract } from '../../../contract/attract.ts';
import { faultsOf } from '../../../contract/schema.ts';
import { tidyAttract } from './attract-table.ts';

const on = tidyAttract({ name: '试验乡', attract: { isOn: true } });

test('switched on for the first time it begins with what fits', () => {
  expect(faultsOf(Attract, on.attract)).toEqual([]);
  expect(tidyAttract(on)).toBe(on);
});

test('a hall without it stays without it; switched off again untouched it has none', () => {
  const hall = { name: '试验乡' };
  expect(tidyAttract(hall)).toBe(hall);
  expect(tidyAttract({ ...on, attract: { ...(on.attract as object), isOn: false } })).toEqual(hall);
});

test('switched off after it was written, what was written stays for the next time', () => {
  const off = { name: '试验乡', attract: { ...(on.attract as object), secondsEach: 20, isOn: false } };
  expect(tidyAttract(off)).toBe(off);
});

test('a night with neither hour is no night; with one it waits for the other', () => {
  const nightOf = (night: { from: string; until: string }) =>
    tidyAttract({ attract: { ...(on.attract as object), night } }).attract;
  expect(nightOf({ from: '', until: '' })).not.toHaveProperty('night');
  expect(nightOf({ from: '20:00', until: '' })).toHaveProperty('night.until', '');
});
