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
  fc.constantFrom(
    '',
    '%',
    '%00',
    '..',
    '__proto__',
    '养老',
    '-1',
    '1e9',
    'NaN',
    '9'.repeat(20),
    '半\ud842个',
  ),
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
    routes.staff.entryHistory('page/about'),
    routes.staff.entryRestoration('page/about'),
    routes.staff.entryComment('page/about'),
    routes.staff.entrySheet('page/about'),
    routes.staff.entryMask('page/about'),
    routes.staff.entryEnd('page/about'),
    routes.staff.entryNamedBy('page/about'),
    routes.staff.writing('page/about'),
    routes.staff.pastWritings('page/about'),
    routes.staff.files,
    routes.staff.batches,
    `${routes.staff.batches}?kind=item&name=a.csv`,
    routes.staff.exportEntries,
    routes.staff.exportFiles,
    routes.staff.hall,
    routes.staff.hallHistory,
    routes.staff.hallDecision,
    routes.staff.dueItems,
    routes.staff.timeliness,
    routes.staff.reviewWay,
  ),
  segment.map((a) => `${routes.staff.entry('page/about')}/revision/${a}`),
  segment.map((a) => `${routes.staff.entryComment('page/about')}/${a}/done`),
  segment.map((a) => `${routes.staff.pastWritings('page/about')}/${a}`),
  segment.map((a) => `${routes.staff.rollback}/${a}`),
  segment.map((a) => `${routes.staff.hallHistory}/${a}`),
  segment.map((a) => routes.file(a)),
  segment.map((a) => routes.staff.fileBytes(a)),
  segment.map((a) => routes.staff.file(a)),
  segment.map((a) => routes.staff.batch(a)),
  segment.map((a) => routes.staff.batchRows(a)),
  segment.map((a) => routes.staff.batchStart(a)),
  segment.map((a) => routes.staff.template(a)),
  segment.map((a) => routes.staff.exportList(a)),
  segment.map((a) => routes.staff.digest(a)),
  fc.tuple(segment, segment).map(([a, b]) => routes.staff.accountability(a, b)),
  segment.map((a) => routes.staff.machinePlace(a)),
  segment.map((a) => routes.staff.proposalDecision(a)),
  segment.map((a) => `${routes.practice}/${a}`),
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
    text: fc.oneof(text, fc.jsonValue()),
    after: fc.oneof(fc.nat(2), fc.double()),
    hand: fc.constantFrom('hand0000', ''),
    from: fc.oneof(fc.nat(3), fc.double(), text),
    isDone: fc.boolean(),
    withheld: fc.oneof(text, fc.constant(null)),
    paths: fc.array(text, { maxLength: 3 }),
    ids: fc.array(fc.constantFrom('page/about', 'x', '../y'), { maxLength: 3 }),
    whenHere: fc.constantFrom('skip', 'revise', 'x'),
    place: fc.oneof(text, fc.constant(null)),
    act: fc.constantFrom('approve', 'return', 'x'),
    n: fc.oneof(fc.integer(), fc.double()),
    hall: fc.jsonValue(),
    decision: fc.constantFrom('sign', 'return'),
    answers: fc.oneof(fc.integer(), fc.double()),
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
    { numRuns: 2_000 },
  );
  expect(content.logged.filter((line) => line.startsWith('ERROR'))).toEqual([]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
