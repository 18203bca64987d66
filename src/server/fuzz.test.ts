import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MEDIA_TYPE, routes } from '../contract/routes.ts';
import { openTestContent, people, type TestContent } from './content/test-content.ts';

/** Promise P8: no bad input gives a 5xx or a hang; every refusal is a problem with its sentence. */

let content: TestContent;
beforeAll(async () => {
  content = await openTestContent();
});
afterAll(() => content.close());

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '%', '%00', '..', '__proto__', '养老', '-1', '1e9', 'NaN'),
);
const segment = text.map((each) => {
  try {
    return encodeURIComponent(each);
  } catch {
    return '%E0%A4%A';
  }
});
const path = fc.oneof(
  fc.constantFrom(
    routes.head,
    routes.machine,
    routes.progress,
    routes.report,
    routes.incident,
    routes.staff.session,
    routes.staff.today,
    routes.staff.entries,
    routes.staff.entry('page/about'),
    routes.staff.entryMove('page/about'),
    routes.staff.publication,
    routes.staff.snapshots,
    routes.staff.rollback,
    routes.staff.submissions,
    routes.staff.machines,
  ),
  fc
    .tuple(segment, segment, segment)
    .map(([a, b, c]) => routes.change(0, 1).replace('0/1', `${a}/${b}/${c}`)),
  segment.map((a) => routes.object(a)),
  segment.map((a) => routes.submission(a)),
  segment.map((a) => routes.staff.opening(a)),
  fc.tuple(segment, segment).map(([a, b]) => routes.staff.entry(`${a}/${b}`)),
  fc.tuple(segment, segment).map(([a, b]) => `/${a}/${b}`),
);
/** Half of the bodies are nearly right: known names with odd values. */
const nearly = fc.record(
  {
    move: fc.oneof(fc.constantFrom('approve', 'publish', 'withdraw', 'edit'), text),
    revision: fc.oneof(fc.integer(), fc.double(), text),
    basedOn: fc.oneof(fc.nat(3), fc.double()),
    to: fc.oneof(fc.integer(), fc.constant(2 ** 53)),
    reason: text,
    note: fc.oneof(text, fc.constant('长'.repeat(10_000))),
    secrecyChecked: fc.boolean(),
    entry: fc.oneof(
      fc.jsonValue(),
      fc.record({
        kind: fc.constantFrom('page', 'guide', 'chart', 'x'),
        id: fc.constant('page/about'),
        steps: fc.jsonValue(),
        body: fc.jsonValue(),
      }),
    ),
    login: text,
    password: text,
    receiptNo: text,
    code: text,
    publicKey: text,
    kind: fc.constantFrom('screen', 'phone', 'x'),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  nearly.map((each) => JSON.stringify(each)),
  fc.jsonValue().map((each) => JSON.stringify(each)),
  text,
  fc.constant('['.repeat(100_000)),
  fc.constant('{"__proto__":{"polluted":true},"constructor":1}'),
);
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  path,
  query: fc.option(segment, { nil: undefined }),
  body,
  type: fc.constantFrom(MEDIA_TYPE, 'application/json', 'text/plain', 'multipart/form-data; boundary=x', ''),
  as: fc.constantFrom(...Object.keys(people), 'nobody'),
  site: fc.constantFrom('same-origin', 'cross-site', ''),
});

test('no request is answered with 5xx, and every refusal has a sentence', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(request, async (it) => {
      const hasBody = it.method !== 'GET' && it.method !== 'HEAD';
      const answer = await content.app.request(
        `${it.path}${it.query === undefined ? '' : `?machine=${it.query}`}`,
        {
          method: it.method,
          headers: {
            'x-test-staff': it.as,
            ...(it.type === '' ? {} : { 'content-type': it.type }),
            ...(it.site === '' ? {} : { 'sec-fetch-site': it.site }),
          },
          ...(hasBody ? { body: it.body } : {}),
        },
      );
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      if (answer.status < 400 || it.method === 'HEAD') return;
      expect(answer.headers.get('content-type')).toBe(MEDIA_TYPE);
      const { say, problem } = (await answer.json()) as { say: string; problem: { code: string } };
      expect(say).toMatch(/[一-鿿]/);
      expect(problem.code).not.toBe('unexpected');
    }),
    { numRuns: 600 },
  );
  expect(content.logged.filter((line) => line.startsWith('ERROR'))).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
