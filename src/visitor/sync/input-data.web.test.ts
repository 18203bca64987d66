import { inputData } from 'virtual:input-data';
import { afterEach, expect, it, vi } from 'vitest';
import { hold, isHeld, readHeld } from '../store/input-cache.ts';
import { inputDataNow, keepInputDataOnce } from './input-data.ts';

const wanted = inputData.pinyin ?? { url: '', digest: '' };

afterEach(async () => {
  vi.unstubAllGlobals();
  await caches.delete('input-data');
});

const cutTheLine = () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));

it('comes from the hall once, then from here without network', async () => {
  const first = await inputDataNow('pinyin');
  cutTheLine();
  expect(new Uint8Array(await inputDataNow('pinyin'))).toEqual(new Uint8Array(first));
});

it('a hall’s screen brings all kinds ahead, and tries again after a cut line', async () => {
  cutTheLine();
  expect(await keepInputDataOnce()).toBe('failed');
  vi.unstubAllGlobals();
  expect(await keepInputDataOnce()).toBe('done');
  for (const each of Object.values(inputData)) expect(await isHeld(each.url)).toBe(true);
});

it('a captive portal’s page is neither used nor kept', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>log in</html>'));
  await expect(inputDataNow('pinyin')).rejects.toThrow();
  expect(await isHeld(wanted.url)).toBe(false);
});

it('what was damaged on the disk is fetched anew', async () => {
  await hold(wanted.url, new ArrayBuffer(8));
  expect((await inputDataNow('pinyin')).byteLength).toBeGreaterThan(8);
  expect((await readHeld(wanted.url))?.byteLength).toBeGreaterThan(8);
});

it('a later version takes the place of an earlier one, and leaves other kinds alone', async () => {
  for (const name of ['input-pinyin-AAAAAAAA', 'input-pinyin-BBBBBBBB', 'input-handwriting-CCCCCCCC'])
    await hold(`/assets/${name}.bin`, new ArrayBuffer(1));
  const names = (await (await caches.open('input-data')).keys()).map(({ url }) => url.replace(/.*\//, ''));
  expect(names.sort()).toEqual(['input-handwriting-CCCCCCCC.bin', 'input-pinyin-BBBBBBBB.bin']);
});
