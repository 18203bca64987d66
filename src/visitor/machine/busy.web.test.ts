import { expect, it } from 'vitest';
import { ifNobodyIsBusy, tellBusy } from './busy.ts';

const isFree = (): Promise<boolean> => {
  let called = false;
  ifNobodyIsBusy(() => {
    called = true;
  });
  return navigator.locks.request('bianminping-busy', { mode: 'shared' }, async () => called);
};

it('a page in use keeps others from replacing the shell, until it is not in use any more', async () => {
  const [one, two] = [tellBusy(), tellBusy()];
  expect(await isFree()).toBe(true);
  one(true);
  one(true);
  two(true);
  expect(await isFree()).toBe(false);
  one(false);
  expect(await isFree()).toBe(false);
  two(false);
  two(false);
  await expect.poll(isFree).toBe(true);
});
