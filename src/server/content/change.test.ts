import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeReader } from './change.ts';
import { openTestContent, type TestContent } from './test-content.ts';

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

test('only who makes us compute is counted, and what is there already is given to everybody', async () => {
  const { change } = changeReader(content.deps.store.db);
  let asked = 0;
  const may = () => {
    asked += 1;
    return 0;
  };
  const first = await change('0', '1', may);
  expect(first).toMatchObject({ from: 0, to: 1, drop: [] });
  expect(await change('0', '1', () => 30)).toBe(first);
  expect(await change('0', '2', may)).toEqual({ code: 'no-such-snapshot', number: 2 });
  expect(asked).toBe(1);
  expect(await change('1', '1', () => 30)).toEqual({ code: 'too-many-tries', seconds: 30 });
  expect(await change('1', '1', may)).toMatchObject({ put: [], drop: [] });
});
