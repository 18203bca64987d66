import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../contract/routes.ts';
import { demoHall, openTestContent, type TestContent } from './content/test-content.ts';

let content: TestContent;
beforeAll(async () => {
  content = await openTestContent(demoHall());
});
afterAll(() => content.close());

const asked = (path: string) =>
  content.app.request(path, { headers: { 'x-test-staff': 'editor', 'accept-encoding': 'gzip, br' } });

test('a long list goes to the desk packed, a short answer as it is', async () => {
  const long = await asked(routes.staff.entries);
  expect(long.headers.get('content-encoding')).toBe('gzip');
  const packed = new Uint8Array(await long.arrayBuffer());
  const plain = await content.get(routes.staff.entries, 'editor');
  const length = Number(plain.headers.get('content-length'));
  expect(packed.length).toBeLessThan(length / 4);
  const read = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(read).json()).toEqual(await plain.json());

  const short = await asked(routes.staff.today);
  expect(short.headers.get('content-encoding')).toBeNull();
  expect(short.headers.get('content-length')).toBe(String((await short.arrayBuffer()).byteLength));
});
