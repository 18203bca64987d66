import { expect, test } from 'vitest';
import { makeMemory } from './memory.ts';

test('keeps what was typed by its name until it is dropped or forgotten', () => {
  const memory = makeMemory();
  const told: number[] = [];
  const stop = memory.keys.subscribe((keys) => told.push(keys.length));
  memory.keep('内容 guide/a', 1);
  memory.keep('内容 guide/a', 2);
  memory.keep('收件 A7-000119-2 reply', 3);
  expect(memory.take('内容 guide/a')).toBe(2);
  memory.drop('内容 guide/a');
  expect(memory.take('内容 guide/a')).toBeUndefined();
  memory.forget();
  expect(memory.keys.value).toEqual([]);
  // Another letter in the same text is no news to those who count.
  expect(told).toEqual([0, 1, 2, 1, 0]);
  stop();
});
