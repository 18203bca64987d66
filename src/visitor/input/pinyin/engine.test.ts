import { afterEach, expect, it } from 'vitest';
import { forget, memory } from '../../session/memory.ts';
import { ports } from '../../session/port.ts';
import { compileLists } from './compile.mjs';
import { loadPinyinEngine } from './engine.ts';
import { LISTS } from './fixture-lists.ts';

afterEach(forget);

it('what one visitor chose comes first until the wipe, and is nowhere after it', async () => {
  const data = new Uint8Array(compileLists(LISTS)).buffer;
  Object.assign(ports, { inputData: () => Promise.resolve(data) });
  const engine = await loadPinyinEngine();
  const texts = (keys: string) => engine.candidates(keys).map(({ text }) => text);
  const before = texts('wanglifu');
  expect(before[0]).not.toBe('王利付');
  engine.learn('wanglifu', '王利付');
  expect(texts('wanglifu')[0]).toBe('王利付');
  expect(texts('wozaiwanglifujia')[0]).toBe('我在王利付家');
  forget();
  expect(texts('wanglifu')).toEqual(before);
  expect(texts('wozaiwanglifujia')).not.toContain('我在王利付家');
  expect(JSON.stringify(memory.value)).not.toContain('王利付');
});
