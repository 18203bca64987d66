import { expect, test } from 'vitest';
import type { IncidentRow } from '../../contract/desk.ts';
import { byUrgency, isPressing, sayIncident, tellerOf } from './incident-words.ts';

const row = (kind: string, it: object = {}): IncidentRow =>
  ({
    kind,
    detail: 'A2-000128-4',
    machine: { prefix: 'A2', kind: 'screen' },
    seen: null,
    ...it,
  }) as unknown as IncidentRow;

test.each([
  'upload-bad-input',
  'upload-machine-revoked',
  'upload-something-new',
  'upload-receipt-number-taken',
  'receipt-wrong',
  'outbox-lost',
  'outbox-healed',
  'envelope-broken',
  'content-lost',
  'snapshot-older',
  'snapshot-forked',
  'pull-fault',
  'pictures-no-room',
  'picture-wrong',
  'never-heard-of',
])('%s is told in whole sentences with something to do', (kind) => {
  const { say, todo } = sayIncident(row(kind));
  expect(say).toMatch(/。$/);
  expect(todo).toMatch(/。$/);
  expect(`${say}${todo}`).not.toContain(kind);
});

test('a filing for which somebody holds a receipt names that receipt', () => {
  for (const kind of ['upload-bad-input', 'upload-other-content-under-this-id', 'upload-what-ever'])
    expect(sayIncident(row(kind))).toMatchObject({
      tone: 'bad',
      say: expect.stringContaining('回执 A2-000128-4'),
    });
});

test('filings in danger come first', () => {
  const kinds = ['outbox-healed', 'pull-fault', 'upload-bad-input', 'receipt-wrong', 'envelope-broken'];
  expect(
    kinds
      .map((kind) => row(kind))
      .sort(byUrgency)
      .map(({ kind }) => kind),
  ).toEqual(['upload-bad-input', 'envelope-broken', 'pull-fault', 'receipt-wrong', 'outbox-healed']);
});

test('what presses is what a screen has not mended, and of a telephone only filings in danger', () => {
  const phone = { machine: { prefix: 'B22', kind: 'phone' } };
  expect(isPressing(row('pull-fault'))).toBe(true);
  expect(isPressing(row('pull-fault', phone))).toBe(false);
  expect(isPressing(row('upload-bad-input', phone))).toBe(true);
  expect(isPressing(row('upload-bad-input', { seen: {} }))).toBe(false);
  expect(isPressing(row('journal-healed'))).toBe(false);
  expect(tellerOf(row('pull-fault', { machine: null }))).toBe('一台没登记的屏幕');
});
