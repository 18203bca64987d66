import { describe, expect, test } from 'vitest';
import { day } from '../../contract/day.ts';
import type { SubmissionRow } from '../../contract/desk.ts';
import { dueOf } from './due.ts';
import { filterInbox } from './inbox.ts';
import { legalMoves } from './move-panel.tsx';

const NOW = Date.parse('2026-11-24T02:00:00.000Z');
const row = (part: Partial<SubmissionRow>): SubmissionRow =>
  ({
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    receiptNo: 'A7-000119-2',
    formTitle: '申请公开一份政府信息',
    purpose: 'disclosure-request',
    state: 'inHand',
    filedOn: '2026-11-10',
    receivedAt: '2026-11-10T02:00:00.000Z',
    promisedOn: day('2026-11-26'),
    statutoryOn: day('2026-12-08'),
    left: 2,
    machine: 'A7',
    ...part,
  }) as SubmissionRow;

describe('days left, in words', () => {
  test.each([
    [{ left: 4 }, { say: '还有 4 个工作日', more: '法定 12月8日', tone: 'calm' }],
    [{ left: 2 }, { say: '还有 2 个工作日', more: '法定 12月8日', tone: 'soon' }],
    [{ left: 0 }, { say: '今天到期', more: '法定 12月8日', tone: 'late' }],
    [{ left: -2 }, { say: '超承诺 2 个工作日', more: '法定 12月8日', tone: 'late' }],
    [
      { left: -9, statutoryOn: day('2026-11-20') },
      { say: '超承诺 9 个工作日', more: '法定 11月20日，已超过', tone: 'late' },
    ],
    [
      { left: null, promisedOn: null },
      { say: '法定 12月8日', tone: 'calm' },
    ],
    [
      { left: null, statutoryOn: null },
      { say: '11月26日到期', tone: 'calm' },
    ],
    [
      { left: null, promisedOn: null, statutoryOn: null },
      { say: '没有期限', tone: 'none' },
    ],
    [
      { state: 'replied' as const, left: -3 },
      { say: '不再计时', tone: 'none' },
    ],
  ])('%o', (part, due) => {
    expect(dueOf(row(part), NOW)).toEqual(due);
  });
});

describe('the inbox', () => {
  const late = row({ receiptNo: 'A7-000001-1' as never, promisedOn: day('2026-11-20') });
  const soon = row({ receiptNo: 'A7-000002-2' as never, promisedOn: day('2026-11-25') });
  const free = row({
    receiptNo: 'A7-000003-3' as never,
    promisedOn: null,
    statutoryOn: null,
    purpose: 'opinion',
    formTitle: '评价和建议',
  });
  const done = row({ receiptNo: 'A7-000004-4' as never, state: 'archived', promisedOn: day('2026-11-01') });
  const all = [done, free, soon, late];
  const numbers = (rows: readonly SubmissionRow[]) => rows.map((each) => each.receiptNo);

  test('what is due first stands first, what is done last', () => {
    expect(numbers(filterInbox(all, 'all', ''))).toEqual(numbers([late, soon, free, done]));
    expect(numbers(filterInbox(all, 'open', ''))).toEqual(numbers([late, soon, free]));
    expect(numbers(filterInbox(all, 'archived', ''))).toEqual(numbers([done]));
  });

  test('a number is found however it is typed', () => {
    for (const q of ['A7-000002', 'a7000002', 'Ａ７－０００００２', ' 0000022 '])
      expect(numbers(filterInbox(all, 'all', q)), q).toEqual(numbers([soon]));
    expect(numbers(filterInbox(all, 'all', '建议'))).toEqual(numbers([free]));
  });
});

describe('moves', () => {
  test('are those of the table', () => {
    expect(legalMoves(row({ state: 'received' }))).toEqual(['register', 'start', 'transfer', 'withdraw']);
    expect(legalMoves(row({ state: 'archived' }))).toEqual([]);
  });
});
