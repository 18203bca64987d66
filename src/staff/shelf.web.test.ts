import { afterEach, expect, test } from 'vitest';
import { makeShelf } from './shelf.ts';

const shelf = makeShelf();
afterEach(() => {
  for (const owner of ['s-testone', 's-testtwo', 's-test'])
    for (const key of shelf.all(owner).keys()) shelf.drop(owner, key);
  localStorage.removeItem('bianminping/desk/s-testone/broken');
});

test('in the real storage of the browser, each under its owner', () => {
  expect(shelf.put('s-testone', '内容 guide/a', { mine: { title: '养老' } })).toBe(true);
  shelf.put('s-testtwo', '内容 guide/a', 2);
  expect(makeShelf().all('s-testone')).toEqual(new Map([['内容 guide/a', { mine: { title: '养老' } }]]));
  // A name that begins alike is another's.
  expect(shelf.all('s-test').size).toBe(0);
  shelf.drop('s-testone', '内容 guide/a');
  expect(shelf.all('s-testone').size).toBe(0);
  expect(shelf.all('s-testtwo').size).toBe(1);
});

test('what is damaged is passed over, what is too large is said', () => {
  localStorage.setItem('bianminping/desk/s-testone/broken', '{');
  expect(shelf.all('s-testone').size).toBe(0);
  expect(shelf.put('s-testone', 'large', '字'.repeat(30_000_000))).toBe(false);
});
