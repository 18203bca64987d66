import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestHall, type TestHall } from '../test-hall.ts';
import { enrolMachine, type TestMachine, upload } from '../test-machine.ts';

// PBKDF2 and Argon2 are slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let hall: TestHall;
let machine: TestMachine;
beforeEach(async () => {
  hall = await openTestHall();
  machine = await enrolMachine(hall);
});
afterEach(() => hall.close());

const storedIds = async () =>
  (await hall.deps.store.db.selectFrom('submission').select('id').orderBy('id').execute()).map(
    (row) => row.id,
  );

it('many at once are all stored, each with a receipt of its own', async () => {
  const envelopes = await Promise.all(Array.from({ length: 150 }, () => machine.seal()));
  const answers = await Promise.all(envelopes.map((envelope) => upload(hall, envelope)));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
  const receipts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(receipts).size).toBe(150);
  expect(await storedIds()).toEqual(envelopes.map((envelope) => envelope.submission).sort());
});

it('of two that claim one receipt number at once one is stored, the other kept as a conflict', async () => {
  const pair = await Promise.all([machine.seal({ sequence: 1 }), machine.seal({ sequence: 1 })]);
  const answers = await Promise.all(pair.map((envelope) => upload(hall, envelope)));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  const kept = await hall.deps.store.db.selectFrom('submission_conflict').select('submission_id').execute();
  expect([...(await storedIds()), ...kept.map((row) => row.submission_id)].sort()).toEqual(
    pair.map((envelope) => envelope.submission).sort(),
  );
});

it('one that finds no room spoils no other', async () => {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(hall.deps.store.db);
  const most = (rows[0]?.page_count ?? 0) + 30;
  await sql`pragma max_page_count = ${sql.raw(String(most))}`.execute(hall.deps.store.db);
  const small = await Promise.all([machine.seal(), machine.seal(), machine.seal()]);
  const large = await machine.seal({ answers: { what: '长'.repeat(80_000) } });
  const answers = await Promise.all([large, ...small].map((envelope) => upload(hall, envelope)));
  expect(answers.map((answer) => answer.status)).toEqual([507, 201, 201, 201]);
  expect(await storedIds()).toEqual(small.map((envelope) => envelope.submission).sort());
});
