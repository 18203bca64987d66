import fc from 'fast-check';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '../../contract/entry.ts';
import type { Digest, EntryId, ObjectId } from '../../contract/id.ts';
import type { SnapshotRow } from '../../contract/publication.ts';
import { PublishedObject } from '../../contract/published.ts';
import { LINES_MEDIA_TYPE, MEDIA_TYPE, routes } from '../../contract/routes.ts';
import {
  applyChange,
  listText,
  type ObjectList,
  SignedHead,
  SnapshotChange,
  SnapshotHead,
} from '../../contract/snapshot.ts';
import { utf8 } from '../../seal/bytes.ts';
import { canonical } from '../../seal/canonical.ts';
import { verifyCertificate } from '../../seal/certificate.ts';
import { digest } from '../../seal/digest.ts';
import { verify } from '../../seal/sign.ts';
import { openTestContent, type TestContent } from './test-content.ts';

let content: TestContent;
beforeEach(async () => {
  content = await openTestContent();
});
afterEach(() => content.close());

const problemOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string } }).problem;
const readHead = async (): Promise<{ signed: SignedHead; head: SnapshotHead }> => {
  const signed = v.parse(SignedHead, await (await content.get(routes.head)).json());
  return { signed, head: v.parse(SnapshotHead, JSON.parse(signed.head)) };
};
const readChange = async (from: number, to: number): Promise<SnapshotChange> =>
  v.parse(SnapshotChange, await (await content.get(routes.change(from, to))).json());
const listOf = async (number: number): Promise<ObjectList> =>
  applyChange(new Map(), await readChange(0, number));
const withTitle = async (id: string, title: string): Promise<Entry> =>
  ({ ...(await content.detail(id)).entry, title }) as Entry;
const publish = () => content.send('reviewer', 'POST', routes.staff.publication, {});
const rollBack = (to: number) =>
  content.send('reviewer', 'POST', routes.staff.rollback, { to, reason: '试验' });

describe('the head', () => {
  test('is signed by a key that the root certified for snapshots of this hall', async () => {
    const { signed, head } = await readHead();
    const certificate = head.keys.find((key) => key.keyId === signed.keyId)!;
    expect(await verifyCertificate(certificate, signed.root, { hall: head.hall, purpose: 'snapshot' })).toBe(
      true,
    );
    expect(await verify(certificate.publicKey, 'snapshot', utf8(signed.head), signed.signature)).toBe(true);
    const altered = signed.head.replace('"number":1', '"number":2');
    expect(await verify(certificate.publicKey, 'snapshot', utf8(altered), signed.signature)).toBe(false);
  });

  test('binds the list, and the list every object', async () => {
    const { head } = await readHead();
    const list = await listOf(1);
    expect(head.list).toEqual({ digest: await digest(listText(list)), count: list.size });
    for (const [, name] of list) {
      const body = await (await content.get(routes.object(name))).text();
      expect(await digest(body)).toBe(name);
      expect(canonical(v.parse(PublishedObject, JSON.parse(body)))).toBe(body);
    }
  });

  test('numbers grow by one and each names the head before', async () => {
    const first = await readHead();
    await content.approve(await withTitle('page/about', '新'));
    await publish();
    const second = await readHead();
    expect(second.head.number).toBe(2);
    expect(second.head.previous).toBe(await digest(first.signed.head));
    expect(first.head.previous).toBeNull();
  });

  test('is never older than the one before, whatever the clock does', async () => {
    const before = (await readHead()).head.signedAt;
    content.pass(-86_400_000);
    await content.approve(await withTitle('page/about', '新'));
    await publish();
    expect((await readHead()).head.signedAt >= before).toBe(true);
  });
});

describe('what travels', () => {
  test('only what changed', async () => {
    await content.approve(await withTitle('page/about', '新'));
    await publish();
    const change = await readChange(1, 2);
    expect(change.put.map(([id]) => id)).toEqual(['page/about']);
    expect(change.drop).toEqual([]);
    const page = await content.get(routes.page(1, 2, 0));
    expect(page.headers.get('content-type')).toBe(LINES_MEDIA_TYPE);
    const lines = (await page.text()).trimEnd().split('\n');
    expect(await Promise.all(lines.map((line) => digest(line)))).toEqual(change.put.map(([, name]) => name));
  });

  test('lists may be kept for ever, texts for minutes, the head not at all', async () => {
    expect((await content.get(routes.head)).headers.get('cache-control')).toBe('no-store');
    const { put } = await readChange(0, 1);
    for (const [path, howLong] of [
      [routes.change(0, 1), 'public, max-age=31536000, immutable'],
      [routes.page(0, 1, 0), 'public, max-age=600'],
      [routes.object(put[0]![1]), 'public, max-age=600'],
    ] as const) {
      const answer = await content.get(path);
      expect(answer.headers.get('cache-control')).toBe(howLong);
      expect(answer.headers.get('vary')).toBe('accept-encoding');
    }
  });

  test('a text that was withdrawn or replaced is served to nobody, by no address; the rest of its page is', async () => {
    const { put } = await readChange(0, 1);
    const digestOf = (id: string) => put.find(([each]) => each === id)![1];
    const whole = await (await content.get(routes.page(0, 1, 0))).text();
    await content.move('reviewer', 'page/about', 'withdraw', { note: '有身份证号' });
    await content.approve(await withTitle('item/first', '改了'));
    await publish();
    for (const id of ['page/about', 'item/first']) {
      const answer = await content.get(routes.object(digestOf(id)));
      expect([answer.status, (await problemOf(answer)).code]).toEqual([404, 'no-such-thing']);
    }
    const lines = (await (await content.get(routes.page(0, 1, 0))).text()).trimEnd().split('\n');
    const left = await Promise.all(lines.map((line) => digest(line)));
    const gone = [digestOf('page/about'), digestOf('item/first')];
    expect(left).toEqual(put.map(([, name]) => name).filter((name) => !gone.includes(name)));
    expect(whole).toContain('关于');
    expect((await content.get(routes.object(digestOf('page/help')))).status).toBe(200);
  });

  test.each([
    ['br', routes.page(0, 1, 0)],
    ['gzip', routes.page(0, 1, 0)],
    ['br', routes.head],
  ])('compressed as %s it is the same: %s', async (encoding, path) => {
    const plain = await (await content.get(path)).text();
    const answer = await content.app.request(path, { headers: { 'accept-encoding': encoding } });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((encoding === 'br' ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toString()).toBe(plain);
  });

  test.each([
    ['/api/content/change/0/2', 'no-such-snapshot'],
    ['/api/content/change/2/1', 'no-such-snapshot'],
    ['/api/content/change/0/0', 'no-such-snapshot'],
    ['/api/content/change/00/1', 'no-such-address'],
    ['/api/content/change/-1/1', 'no-such-address'],
    ['/api/content/change/0/1/9', 'no-such-thing'],
    ['/api/content/change/0/1/x', 'no-such-thing'],
    [`/api/content/object/${'A'.repeat(43)}`, 'no-such-thing'],
    ['/api/content/nothing', 'no-such-address'],
  ])('%s is refused as %s', async (path, code) => {
    const answer = await content.get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, MEDIA_TYPE]);
    expect((await problemOf(answer)).code).toBe(code);
  });
});

describe('publication', () => {
  test('says beforehand what will change and who approved it', async () => {
    await content.approve(await withTitle('page/about', '新'));
    await content.approve({ ...(await withTitle('page/about', '又一页')), id: 'page/new' as EntryId });
    const page = await (await content.get(routes.staff.publication, 'reviewer')).json();
    expect(page).toMatchObject({
      number: 2,
      changes: [
        { id: 'page/about', title: '新', change: 'changed', revision: 2, approvedBy: { name: '审核' } },
        { id: 'page/new', change: 'new', revision: 1 },
      ],
    });
  });

  test('refuses to name what is not there, and then nothing has happened', async () => {
    const entry = await withTitle('page/about', '新');
    const link = { type: 'link' as const, to: 'guide/lost' as EntryId, text: '不在' };
    await content.approve({ ...entry, body: [{ type: 'paragraph', content: [link] }] } as Entry);
    const before = await content.deps.store.db.selectFrom('audit').select('n').execute();
    const answer = await publish();
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toEqual({ code: 'broken-reference', from: '新', to: 'guide/lost' });
    expect((await readHead()).head.number).toBe(1);
    expect((await content.detail('page/about')).state).toBe('approved');
    expect(await content.deps.store.db.selectFrom('audit').select('n').execute()).toHaveLength(before.length);
  });

  test('a withdrawal leaves the screens at once', async () => {
    const heard: number[] = [];
    content.deps.events.onHead((number) => void heard.push(number));
    expect((await content.move('reviewer', 'page/about', 'withdraw', { note: '旧了' })).status).toBe(200);
    expect(heard).toEqual([2]);
    expect((await readChange(1, 2)).drop).toEqual(['page/about']);
    expect(await content.detail('page/about')).toMatchObject({
      state: 'withdrawn',
      published: null,
      publishedRevision: null,
    });
  });

  test('a withdrawal does not wait for the draft that is being written, nor touch it', async () => {
    const entry = await withTitle('page/about', '新');
    await content.send('editor', 'PUT', routes.staff.entry('page/about'), { basedOn: 1, entry });
    expect((await content.move('reviewer', 'page/about', 'withdraw', { note: '有错' })).status).toBe(200);
    expect((await readChange(1, 2)).drop).toEqual(['page/about']);
    expect(await content.detail('page/about')).toMatchObject({ state: 'draft', published: null });
    const again = await content.move('reviewer', 'page/about', 'withdraw', { note: '有错' });
    expect(await problemOf(again)).toMatchObject({ code: 'move-not-legal' });
    await content.approve(entry);
    await publish();
    expect(await content.detail('page/about')).toMatchObject({ state: 'published', title: '新' });
  });

  test('a roll-back is a new number, with its reason', async () => {
    await content.approve(await withTitle('page/about', '新'));
    await publish();
    const answer = await rollBack(1);
    expect((await answer.json()) as SnapshotRow).toMatchObject({
      number: 3,
      reason: '退回到第 1 版：试验',
      changed: 1,
    });
    expect(await listOf(3)).toEqual(await listOf(1));
    expect(await content.detail('page/about')).toMatchObject({
      state: 'returned',
      revision: 2,
      publishedRevision: 1,
    });
    expect((await rollBack(1)).status).toBe(409);
    expect(await problemOf(await rollBack(9))).toEqual({ code: 'no-such-snapshot', number: 9 });
  });
});

describe('a roll-back past a withdrawal', () => {
  const withdrawn = async () => {
    await content.approve(await withTitle('page/about', '新'));
    await publish();
    await content.move('reviewer', 'item/first', 'withdraw', { note: '写了身份证号' });
  };
  const rollBackWith = (to: number, showAgain: string[]) =>
    content.send('reviewer', 'POST', routes.staff.rollback, { to, reason: '试验', showAgain });

  test('leaves what was withdrawn where it is, and the plan says so', async () => {
    await withdrawn();
    const plan = await content.get(routes.staff.rollbackPlan(1), 'reviewer');
    expect(await plan.json()).toEqual({
      to: 1,
      withdrawn: [
        {
          id: 'item/first',
          title: '第一件',
          by: { id: 's-reviewer', name: '审核' },
          at: '2026-11-24T02:00:00.000Z',
          reason: '写了身份证号',
        },
      ],
    });
    expect((await rollBack(1)).status).toBe(200);
    expect((await listOf(4)).has('item/first' as ObjectId)).toBe(false);
    expect((await content.detail('page/about')).published?.title).toBe('关于');
    expect(await content.detail('item/first')).toMatchObject({ state: 'withdrawn', published: null });
    // Nothing is left to go back to but what was withdrawn.
    expect((await rollBack(1)).status).toBe(409);
  });

  test('shows again what is named, and records who let it', async () => {
    await withdrawn();
    expect((await rollBackWith(1, ['item/first'])).status).toBe(200);
    expect(await listOf(4)).toEqual(await listOf(1));
    const detail = await content.detail('item/first');
    expect(detail).toMatchObject({ state: 'published', publishedRevision: 1 });
    expect(detail.history[0]).toMatchObject({ move: 'publish', note: '退回到第 1 版：试验' });
    expect(
      (await (await content.get(routes.staff.rollbackPlan(2), 'reviewer')).json()) as object,
    ).toMatchObject({
      withdrawn: [],
    });
  });

  test('what an earlier roll-back took away comes back by itself: no one withdrew it', async () => {
    await content.approve({
      ...(await withTitle('page/about', '又一页')),
      id: 'page/new' as EntryId,
    } as Entry);
    await publish();
    await rollBack(1);
    expect(await content.detail('page/new')).toMatchObject({ state: 'returned', published: null });
    expect((await rollBack(2)).status).toBe(200);
    expect(await listOf(4)).toEqual(await listOf(2));
  });

  test('a corrected text does not lend its innocence to the one that was withdrawn', async () => {
    await withdrawn();
    await content.approve(await withTitle('item/first', '改好的'));
    await publish();
    expect((await rollBack(1)).status).toBe(200);
    expect((await content.detail('item/first')).published?.title).toBe('改好的');
  });
});

test('an index number is issued once, by year, and stays through every change', async () => {
  const indexNo = async (id: string) => (await content.detail(id)).indexNo;
  expect(await indexNo('item/first')).toBe('220821203/2025-00001');
  const item = (await content.detail('item/first')).entry;
  for (const [name, formedOn] of [
    ['second', '2025-06-01'],
    ['third', '2026-01-01'],
  ] as const) {
    await content.approve({ ...item, id: `item/${name}`, formedOn } as Entry);
  }
  await publish();
  expect([await indexNo('item/second'), await indexNo('item/third')]).toEqual([
    '220821203/2025-00002',
    '220821203/2026-00001',
  ]);
  await content.approve(await withTitle('item/first', '改了'));
  await publish();
  await content.move('reviewer', 'item/second', 'withdraw', { note: '旧了' });
  await content.approve({ ...item, id: 'item/fourth' } as Entry);
  await publish();
  expect(await indexNo('item/first')).toBe('220821203/2025-00001');
  expect(await indexNo('item/fourth')).toBe('220821203/2025-00003');
});

const act = fc.oneof(
  fc.record({ do: fc.constant('publish' as const), page: fc.nat(4), title: fc.nat(2) }),
  fc.record({ do: fc.constant('withdraw' as const), page: fc.nat(4) }),
  fc.record({ do: fc.constant('rollBack' as const), to: fc.nat(8) }),
);

test('after any history, every change turns one list into the other, and heads bind and chain', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 7 }), async (acts) => {
      const fresh = await openTestContent();
      content = fresh;
      const lists = new Map<number, ObjectList>([[0, new Map<ObjectId, Digest>()]]);
      const heads: SnapshotHead[] = [];
      const remember = async (): Promise<void> => {
        const { head } = await readHead();
        if (head.number === heads.length) return;
        heads.push(head);
        expect(head.number).toBe(heads.length);
        lists.set(head.number, await listOf(head.number));
      };
      await remember();
      for (const each of acts) {
        fresh.pass(1_000);
        if (each.do === 'publish') {
          const entry = {
            ...(await withTitle('page/about', `题目${each.title}`)),
            id: `page/p${each.page}` as EntryId,
          };
          await fresh.approve(entry as Entry);
          await publish();
        } else if (each.do === 'withdraw') {
          await fresh.move('reviewer', `page/p${each.page}`, 'withdraw', { note: '旧了' });
        } else await rollBack(each.to);
        await remember();
      }
      for (const [from, before] of lists) {
        for (const [to, after] of lists) {
          if (to <= from) continue;
          expect(applyChange(before, await readChange(from, to))).toEqual(after);
        }
      }
      for (const [at, head] of heads.entries()) {
        expect(head.list.digest).toBe(await digest(listText(lists.get(at + 1)!)));
      }
      await fresh.close();
      content = await openTestContent();
    }),
    { numRuns: 12 },
  );
});
