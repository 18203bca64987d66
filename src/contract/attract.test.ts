import { expect, test } from 'vitest';
import { Attract, isNight } from './attract.ts';
import { faultsOf } from './schema.ts';

const attract = {
  isOn: true,
  afterSeconds: 120,
  secondsEach: 10,
  shows: ['notices', 'hall'],
  entries: ['guide/pension-claim', 'item/budget-2026', 'page/disclosure-guide'],
  night: { from: '20:00', until: '06:00' },
};
const says = (change: object): readonly string[] =>
  faultsOf(Attract, { ...attract, ...change }).map(({ say }) => say);

test.each([
  [{}, []],
  [{ entries: [], shows: [] }, []],
  [{ entries: ['form/complaint'] }, ['只能放办事指南、公开条目和页面。']],
  [{ afterSeconds: 5 }, ['不能小于 30。']],
  [{ secondsEach: 61 }, ['不能大于 60。']],
  [{ night: { from: '8:00', until: '24:00' } }, Array(2).fill('时间写成 “20:00” 的样子，24 小时制。')],
])('%j: %j', (change, said) => {
  expect(says(change)).toEqual(said);
});

test.each([
  ['20:00', '06:00', 19 * 60 + 59, false],
  ['20:00', '06:00', 20 * 60, true],
  ['20:00', '06:00', 0, true],
  ['20:00', '06:00', 6 * 60, false],
  ['12:00', '13:30', 12 * 60, true],
  ['12:00', '13:30', 13 * 60 + 30, false],
  ['12:00', '12:00', 12 * 60, false],
])('night from %s until %s, minute %i: %s', (from, until, minute, isIt) => {
  expect(isNight({ night: { from, until } }, minute)).toBe(isIt);
});

test('a hall that wrote no night has none', () => {
  expect(isNight({}, 0)).toBe(false);
});
