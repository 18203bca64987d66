import fc from 'fast-check';
import { sql } from 'kysely';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Envelope, MAX_ENVELOPE_BYTES } from '../../contract/envelope.ts';
import type { StaffId } from '../../contract/id.ts';
import { ReceiptBody, ServerReceipt } from '../../contract/receipt.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import { MEDIA_TYPE, routes } from '../../contract/routes.ts';
import { utf8 } from '../../seal/bytes.ts';
import { digest } from '../../seal/digest.ts';
import { verify } from '../../seal/sign.ts';
import { firstBrokenRow } from '../audit/audit.ts';
import { confirm, revoke } from '../machine/manage.ts';
import { unseenIncidents } from '../store/incident.ts';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine, newSubmissionId, type TestMachine, upload } from '../test-machine.ts';

let hall: TestHall;
let machine: TestMachine;
beforeEach(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
});
afterEach(() => hall.close());

const officer = { id: 's-test000' as StaffId, name: '测试', roles: [], department: null };

/** For histories and fuzzing on a busy machine. */
const LONG = { timeout: 60_000 };

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { problem: { code: string } }).problem.code;
const stored = () => hall.deps.store.db.selectFrom('submission').selectAll().orderBy('id').execute();
const conflicts = () => hall.deps.store.db.selectFrom('submission_conflict').selectAll().execute();

describe('an upload', () => {
  it('is stored as it came, and answered by a signed receipt over its digest', async () => {
    const envelope = await machine.seal();
    // Not our own spelling of JSON: the bytes count.
    const text = JSON.stringify(envelope, null, 3);
    const answer = await hall.ask('PUT', routes.submission(envelope.submission), { text });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe(MEDIA_TYPE);
    const receipt = v.parse(ServerReceipt, await answer.json());
    const { publicKey } = hall.deps.keys.receipt;
    expect(await verify(publicKey, 'receipt', utf8(receipt.body), receipt.signature)).toBe(true);
    const body = v.parse(ReceiptBody, JSON.parse(receipt.body));
    expect(body.digest).toBe(await digest(text));
    expect(body.receiptNo).toBe(envelope.receiptNo);
    expect((await stored()).map((row) => row.envelope)).toEqual([text]);
  });

  it('is on the disk when it is answered', async () => {
    const envelope = await machine.seal();
    await upload(hall, envelope);
    expect(hall.databaseBytes().includes(envelope.ct)).toBe(true);
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(hall.deps.store.db);
    expect(rows[0]?.synchronous).toBe(2);
  });

  it('may be repeated for ever: the same receipt, one row', async () => {
    const envelope = await machine.seal();
    const first = await upload(hall, envelope);
    const firstText = await first.text();
    for (const wait of [0, 1_000, 400 * 86_400_000]) {
      hall.turnClock(wait);
      const again = await upload(hall, envelope);
      expect(again.status).toBe(200);
      expect(await again.text()).toBe(firstText);
    }
    expect(await stored()).toHaveLength(1);
    expect(await hall.deps.store.db.selectFrom('submission_event').selectAll().execute()).toHaveLength(1);
  });

  it('is one row also when it comes many times at once', async () => {
    const envelope = await machine.seal();
    const answers = await Promise.all(Array.from({ length: 8 }, () => upload(hall, envelope)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await stored()).toHaveLength(1);
  });

  it('of a form that is not known here is taken all the same', async () => {
    const envelope = await machine.seal({
      header: { form: { ...(await machine.seal()).form, digest: await digest('x') } },
    });
    expect((await upload(hall, envelope)).status).toBe(201);
    expect((await stored()).map((row) => [row.form_title, row.purpose])).toEqual([['没有登记的表单', null]]);
  });
});

describe('other content', () => {
  it('under a known id is refused and kept; the first stays', async () => {
    const first = await machine.seal();
    await upload(hall, first);
    const other = await machine.seal({ id: first.submission, answers: { name: '李四（示例）' } });
    for (let round = 0; round < 2; round += 1) {
      const answer = await upload(hall, other);
      expect([answer.status, await codeOf(answer)]).toEqual([409, 'other-content-under-this-id']);
    }
    expect((await stored()).map((row) => row.envelope)).toEqual([JSON.stringify(first)]);
    expect((await conflicts()).map((row) => row.envelope)).toEqual([JSON.stringify(other)]);
    expect(await unseenIncidents(hall.deps.store.db, 9)).toMatchObject([
      { kind: 'upload-other-content-under-this-id', detail: other.receiptNo, times: 1 },
    ]);
    expect((await upload(hall, first)).status).toBe(200);
    const acts = await hall.deps.store.db.selectFrom('audit').select('act').orderBy('n').execute();
    expect(acts.filter(({ act }) => act === 'submission.conflict')).toHaveLength(1);
    expect(await firstBrokenRow(hall.deps.store.db)).toBeNull();
  });

  it('under a taken receipt number is refused and kept', async () => {
    await upload(hall, await machine.seal({ sequence: 5 }));
    const second = await machine.seal({ sequence: 5 });
    const answer = await upload(hall, second);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'receipt-number-taken']);
    expect((await conflicts()).map((row) => row.submission_id)).toEqual([second.submission]);
    expect(await stored()).toHaveLength(1);
  });
});

describe('the door', () => {
  const refused = async (envelope: Envelope, id = envelope.submission) => {
    const answer = await hall.ask('PUT', routes.submission(id), { body: envelope });
    return [answer.status, await codeOf(answer)];
  };

  it.each<[string, (envelope: Envelope) => Envelope]>([
    ['another receipt number', (e) => ({ ...e, receiptNo: receiptNo(machine.enrolled.prefix, 999) })],
    ['another time', (e) => ({ ...e, filedAt: '2026-11-24T03:00:00.000Z' as Envelope['filedAt'] })],
    ['another clock', (e) => ({ ...e, clock: null })],
    ['other sealed bytes', (e) => ({ ...e, ct: `A${e.ct.slice(1)}B` })],
    ['no signature', (e) => ({ ...e, sig: '' })],
    ['a signature of nonsense', (e) => ({ ...e, sig: 'A'.repeat(86) })],
  ])('refuses %s under the old signature', async (_, change) => {
    expect(await refused(change(await machine.seal()))).toEqual([403, 'signature-wrong']);
    expect(await stored()).toEqual([]);
  });

  it('refuses a machine that it does not know, or that was revoked', async () => {
    const envelope = await machine.seal();
    const stranger = { ...envelope, machine: 'm-000000000000' as Envelope['machine'] };
    expect(await refused(stranger)).toEqual([403, 'machine-unknown']);
    await revoke(hall.deps, machine.enrolled.machine, { by: officer, reason: '被盗' });
    expect(await refused(envelope)).toEqual([403, 'machine-revoked']);
    expect(await stored()).toEqual([]);
    // Somebody holds the receipt: staff hear of it, once, and not by a stranger's word.
    expect(await refused({ ...envelope, sig: 'A'.repeat(86) })).toEqual([403, 'signature-wrong']);
    await upload(hall, envelope);
    expect(await unseenIncidents(hall.deps.store.db, 9)).toMatchObject([
      { kind: 'upload-machine-revoked', detail: envelope.receiptNo, times: 2 },
    ]);
  });

  it('refuses one machine that signs for another, or takes its prefix', async () => {
    const thief = await enrolMachine(hall);
    const { prefix } = machine.enrolled;
    const stolen = await thief.seal({ header: { receiptNo: receiptNo(prefix, 1) } });
    expect(await refused(stolen)).toEqual([403, 'receipt-number-not-yours']);
    const posing = await thief.seal({ header: { machine: machine.enrolled.machine } });
    expect(await refused(posing)).toEqual([403, 'signature-wrong']);
  });

  it('refuses what is for another address or another hall', async () => {
    const envelope = await machine.seal();
    expect(await refused(envelope, newSubmissionId(hall.deps.clock()))).toEqual([400, 'bad-input']);
    const elsewhere = await machine.seal({ header: { hall: '110101001' as Envelope['hall'] } });
    expect(await refused(elsewhere)).toEqual([400, 'bad-input']);
  });

  it('refuses more than an envelope may have before it reads it all', async () => {
    const { submission } = await machine.seal();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1_000_000).fill(32));
      },
    });
    const request = new Request(`http://hall.test${routes.submission(submission)}`, {
      method: 'PUT',
      headers: { 'content-type': MEDIA_TYPE },
      body,
      duplex: 'half',
    } as RequestInit);
    const answer = await hall.app.request(request);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'too-large']);
    expect(sent).toBeLessThan(20);
  });

  it('takes the longest that a form can ask, and nothing longer', LONG, async () => {
    const longest = Array.from({ length: 40 }, (_, n) => [`question-${n}`, '长'.repeat(2_000)]);
    const envelope = await machine.seal({ answers: Object.fromEntries(longest) });
    expect((await upload(hall, envelope)).status).toBe(201);
    const text = JSON.stringify(envelope);
    expect(text.length).toBeGreaterThan(MAX_ENVELOPE_BYTES * 0.95);
    const path = routes.submission(envelope.submission);
    const longer = text.padEnd(MAX_ENVELOPE_BYTES + 1, ' ');
    expect((await hall.ask('PUT', path, { text: longer })).status).toBe(413);
  });
});

describe('a flood', () => {
  it('of a phone ends at twenty an hour; nothing that was answered is lost', async () => {
    const phone = await enrolMachine(hall, 'phone');
    const answers: number[] = [];
    for (let round = 0; round < 22; round += 1) answers.push((await upload(hall, await phone.seal())).status);
    expect(answers).toEqual([...Array(20).fill(201), 429, 429]);
    expect(await stored()).toHaveLength(20);
    hall.turnClock(3_600_000);
    expect((await upload(hall, await phone.seal())).status).toBe(201);
  });

  it('of a screen that staff have not confirmed ends at sixty an hour', LONG, async () => {
    const screen = await enrolMachine(hall, 'screen', '198.51.100.7');
    const send = async () => (await upload(hall, await screen.seal())).status;
    for (let round = 0; round < 60; round += 1) expect(await send()).toBe(201);
    expect(await send()).toBe(429);
    await confirm(hall.deps, screen.enrolled.machine, officer);
    expect(await send()).toBe(201);
  });

  it('of large ones ends at two megabytes a day for a phone', LONG, async () => {
    const phone = await enrolMachine(hall, 'phone');
    const what = '长'.repeat(70_000);
    const send = async () => (await upload(hall, await phone.seal({ answers: { what } }))).status;
    for (let round = 0; round < 5; round += 1) expect(await send()).toBe(201);
    expect(await send()).toBe(429);
    hall.turnClock(3_600_000);
    expect(await send()).toBe(429);
    hall.turnClock(23 * 3_600_000);
    expect(await send()).toBe(201);
  });

  it('under another machine’s name does not use up its quota', async () => {
    const phone = await enrolMachine(hall, 'phone');
    const good = await phone.seal();
    for (let round = 0; round < 30; round += 1) {
      expect((await upload(hall, { ...good, sig: 'A'.repeat(86) })).status).toBe(403);
    }
    expect((await upload(hall, good)).status).toBe(201);
  });

  it('from one address ends at six hundred a minute', async () => {
    const path = routes.submission('x');
    const wrong = () => hall.ask('PUT', path, { text: '{', address: '198.51.100.1' });
    for (let round = 0; round < 600; round += 1) expect((await wrong()).status).toBe(400);
    const refused = await wrong();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await hall.ask('PUT', path, { text: '{', address: '198.51.100.2' })).status).toBe(400);
    hall.turnClock(60_000);
    expect((await wrong()).status).toBe(400);
  });
});

describe('a full disk', () => {
  const room = async (pages: number) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(hall.deps.store.db);
    await sql`pragma max_page_count = ${sql.raw(String((rows[0]?.page_count ?? 0) + pages))}`.execute(
      hall.deps.store.db,
    );
  };

  it('is said at once, keeps what is there, and is over without a restart', async () => {
    const first = await machine.seal();
    await upload(hall, first);
    await room(2);
    const large = await machine.seal({ answers: { what: '长'.repeat(60_000) } });
    const refused = await upload(hall, large);
    expect([refused.status, await codeOf(refused)]).toEqual([507, 'storage-full']);
    expect((await upload(hall, first)).status).toBe(200);
    expect(await stored()).toHaveLength(1);
    await room(10_000);
    expect((await upload(hall, large)).status).toBe(201);
    expect(hall.deps.store.isIntact()).toBe(true);
  });
});

describe('random histories', () => {
  it('keep exactly one row an id, the first content, and one receipt each', LONG, async () => {
    const step = fc.record({
      which: fc.integer({ min: 0, max: 3 }),
      variant: fc.integer({ min: 0, max: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const fresh = await enrolMachine(hall);
        const ids = [0, 1, 2, 3].map(() => newSubmissionId(hall.deps.clock()));
        const variants = await Promise.all(
          ids.map((id, at) =>
            Promise.all([0, 1].map((n) => fresh.seal({ id, sequence: at + 1, answers: { what: `第${n}` } }))),
          ),
        );
        const firstOf = new Map<number, number>();
        const receipts = new Map<number, string>();
        for (const { which, variant } of steps) {
          const answer = await upload(hall, variants[which]![variant]!, `10.0.0.${which}`);
          const isFirst = !firstOf.has(which);
          if (isFirst) firstOf.set(which, variant);
          if (firstOf.get(which) !== variant) {
            expect(answer.status).toBe(409);
            continue;
          }
          expect(answer.status).toBe(isFirst ? 201 : 200);
          const text = await answer.text();
          expect(receipts.get(which) ?? text).toBe(text);
          receipts.set(which, text);
        }
        const rows = (await stored()).filter((row) => row.machine_id === fresh.enrolled.machine);
        const expected = [...firstOf].map(([which, variant]) => JSON.stringify(variants[which]![variant]!));
        expect(rows.map((row) => row.envelope).sort()).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  });
});

describe('fuzzed bodies', () => {
  const never5xx = async (text: string, id: string) => {
    hall.turnClock(60_000);
    const answer = await hall.ask('PUT', `/api/submission/${encodeURIComponent(id)}`, { text });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.json()).toHaveProperty('say');
  };

  it('are refused in words', LONG, async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.webPath(), (text, id) => never5xx(text, id)),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.uuid({ version: 7 }), (text, id) => never5xx(text, id)),
      { numRuns: 150 },
    );
  });

  it('that look almost like an envelope are refused in words', LONG, async () => {
    const envelope = await machine.seal();
    const names = Object.keys(envelope) as (keyof Envelope)[];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue(), async (name, value) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(envelope[name]));
        await never5xx(JSON.stringify({ ...envelope, [name]: value }), envelope.submission);
      }),
      { numRuns: 300 },
    );
    for (const text of [
      '',
      '[]',
      'null',
      '"',
      '['.repeat(100_000),
      `{"a":${'['.repeat(50_000)}`,
      '\u0000',
      '{"__proto__":{}}',
    ]) {
      await never5xx(text, envelope.submission);
    }
  });
});
