import { describe, expect, test } from 'vitest';
import { momentOf } from '../../contract/day.ts';
import { day } from '../../contract/day-schema.ts';
import type { SubmissionDetail, SubmissionRow } from '../../contract/desk.ts';
import type { MachinePrefix, SubmissionId } from '../../contract/id.ts';
import type { Due, Limit, Limits } from '../../contract/limit.ts';
import type { ReceiptNo } from '../../contract/receipt-no.ts';
import { dueOf, inHandsInWords, limitInWords } from './due.ts';
import { filterInbox } from './inbox.ts';
import { legalMoves } from './move-panel.tsx';

const NOW = Date.parse('2026-11-24T02:00:00.000Z');
const on = (text: string, left: number | null = null): Due => ({ is: 'day', on: day(text), left });
const noCalendar: Due = { is: 'calendar-missing', year: 2027 };
const promise = (due: Due, does: string | null = null): Limits['promised'] => ({
  lasts: { n: 7, unit: 'workday', note: '本乡承诺' },
  due,
  does,
});
const law = (due: Due): Limits['statutory'] => ({
  lasts: { n: 20, unit: 'workday' },
  due,
  basis: '条例第三十三条',
});
const limits = (promised: Limits['promised'], statutory: Limits['statutory'] = null): Limits => ({
  promised,
  statutory,
  supplement: null,
});

const row = (part: Partial<SubmissionRow>): SubmissionRow => ({
  id: '01890a5d-ac96-774b-bcce-b302099a8057' as SubmissionId,
  receiptNo: 'A7-000119-2' as ReceiptNo,
  formTitle: '申请公开一份政府信息',
  purpose: 'disclosure-request',
  state: 'inHand',
  filedOn: day('2026-11-10'),
  receivedAt: momentOf(Date.parse('2026-11-10T02:00:00.000Z')),
  limits: limits(promise(on('2026-11-26', 2)), law(on('2026-12-08', 10))),
  supplementBy: null,
  machine: 'A7' as MachinePrefix,
  inHandsOf: null,
  proposal: null,
  ...part,
});

test('in whose hands it is', () => {
  const inHandsOf = { id: 's-bianji', name: '王晓梅' } as SubmissionRow['inHandsOf'];
  expect(inHandsInWords(row({ state: 'received' }))).toBe('还没有人接');
  expect(inHandsInWords(row({ inHandsOf }))).toBe('王晓梅');
  expect(inHandsInWords(row({ inHandsOf, state: 'supplementAsked' }))).toBe('申请人');
  const proposal = { state: 'waiting' } as SubmissionRow['proposal'];
  expect(inHandsInWords(row({ inHandsOf, proposal }))).toBe('等负责人批准');
  expect(inHandsInWords(row({ state: 'replied' }))).toBe('办完了');
});

describe('days left, in words', () => {
  const both = (due: Due) => limits(promise(due), law(on('2026-12-08', 10)));
  test.each<[string, Partial<SubmissionRow>, string, readonly string[], string]>([
    [
      'calm',
      { limits: both(on('2026-11-30', 4)) },
      '还有 4 个工作日',
      ['承诺 11月30日', '法定 12月8日'],
      'calm',
    ],
    [
      'soon',
      { limits: both(on('2026-11-26', 2)) },
      '还有 2 个工作日',
      ['承诺 11月26日', '法定 12月8日'],
      'soon',
    ],
    ['today', { limits: both(on('2026-11-24', 0)) }, '今天到期', ['承诺 11月24日', '法定 12月8日'], 'late'],
    [
      'past the promise',
      { limits: both(on('2026-11-20', -2)) },
      '超承诺 2 个工作日',
      ['承诺 11月20日，已超过', '法定 12月8日'],
      'late',
    ],
    [
      'past, and nobody can count by how much',
      { limits: both(on('2026-11-20')) },
      '已超承诺',
      ['承诺 11月20日，已超过', '法定 12月8日'],
      'late',
    ],
    [
      'past the law',
      { limits: limits(null, law(on('2026-11-20', -2))) },
      '超法定 2 个工作日',
      ['法定 11月20日，已超过'],
      'late',
    ],
    [
      'past the law though not the promise',
      { limits: limits(promise(on('2026-11-30', 4)), law(on('2026-11-20', -2))) },
      '还有 4 个工作日',
      ['承诺 11月30日', '法定 11月20日，已超过'],
      'late',
    ],
    [
      'a day that cannot be counted to',
      { limits: limits(promise(on('2026-11-26'))) },
      '11月26日到期',
      ['承诺 11月26日'],
      'soon',
    ],
    [
      'the law’s day in a year without calendar',
      { limits: limits(promise(on('2026-11-30', 4)), law(noCalendar)) },
      '还有 4 个工作日',
      ['承诺 11月30日', '法定：缺 2027 年放假安排'],
      'calm',
    ],
    [
      'no day at all',
      { limits: limits(promise(noCalendar), law(noCalendar)) },
      '算不出到期日',
      ['承诺：缺 2027 年放假安排', '法定：缺 2027 年放假安排'],
      'soon',
    ],
    [
      'paused',
      { state: 'supplementAsked', limits: limits(promise({ is: 'paused' }), law({ is: 'paused' })) },
      '暂停计时',
      [],
      'none',
    ],
    [
      'paused until a day that is past',
      {
        state: 'supplementAsked',
        limits: limits(promise({ is: 'paused' })),
        supplementBy: day('2026-11-20'),
      },
      '暂停计时',
      ['补到 11月20日，已超过'],
      'none',
    ],
    ['no clock', { limits: limits(null) }, '没有期限', [], 'none'],
    ['done', { state: 'replied', limits: both(on('2026-11-20', -2)) }, '不再计时', [], 'none'],
  ])('%s', (_, part, say, more, tone) => {
    expect(dueOf(row(part), NOW)).toEqual({ say, more, tone });
  });

  test('in full on the page: the law’s limit is there also where its day is not', () => {
    expect(limitInWords({ lasts: { n: 20, unit: 'workday' }, due: noCalendar, basis: '条例' }, NOW)).toBe(
      '20 个工作日。2027 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。',
    );
    expect(limitInWords({ ...law(on('2026-12-08', 10)), does: null } as Limit, NOW)).toBe(
      '12月8日（周二），20 个工作日',
    );
  });
});

describe('the inbox', () => {
  const numbered = (receiptNo: string, part: Partial<SubmissionRow>) =>
    row({ receiptNo: receiptNo as ReceiptNo, ...part });
  const late = numbered('A7-000001-1', { limits: limits(promise(on('2026-11-20'))) });
  const soon = numbered('A7-000002-2', { limits: limits(promise(on('2026-11-25'))) });
  const unknown = numbered('A7-000005-5', { limits: limits(promise(noCalendar)) });
  const free = numbered('A7-000003-3', {
    limits: limits(null),
    purpose: 'opinion',
    formTitle: '评价和建议',
  });
  const done = numbered('A7-000004-4', {
    state: 'archived',
    limits: limits(promise(on('2026-11-01'))),
  });
  const all = [done, free, unknown, soon, late];
  const numbers = (rows: readonly SubmissionRow[]) => rows.map((each) => each.receiptNo);

  test('what is due first stands first, what is done last', () => {
    expect(numbers(filterInbox(all, 'all', ''))).toEqual(numbers([late, soon, unknown, free, done]));
    expect(numbers(filterInbox(all, 'open', ''))).toEqual(numbers([late, soon, unknown, free]));
    expect(numbers(filterInbox(all, 'archived', ''))).toEqual(numbers([done]));
  });

  test('a number is found however it is typed', () => {
    for (const q of ['A7-000002', 'a7000002', 'Ａ７－０００００２', ' 0000022 '])
      expect(numbers(filterInbox(all, 'all', q)), q).toEqual(numbers([soon]));
    expect(numbers(filterInbox(all, 'all', '建议'))).toEqual(numbers([free]));
  });
});

describe('moves', () => {
  const detail = (part: Partial<SubmissionDetail>): SubmissionDetail => ({
    ...row({}),
    history: [],
    proposals: [],
    outcome: null,
    ...part,
  });
  const offered = (part: Partial<SubmissionDetail>) =>
    legalMoves(detail(part), NOW).map(({ move, obstacle }) =>
      obstacle ? `${move}: ${obstacle.code}` : move,
    );
  const step = (state: SubmissionDetail['state']) => ({
    state,
    at: momentOf(NOW),
    by: null,
    publicNote: null,
  });

  test('are those of the table', () => {
    expect(offered({ state: 'received' })).toEqual(['register', 'start', 'transfer', 'withdraw']);
    expect(offered({ state: 'archived' })).toEqual([]);
  });

  test('each with what stands in its way', () => {
    expect(offered({ history: [step('supplementAsked')] })).toContain('askSupplement: move-made-before');
    const past = limits(null, law(on('2026-11-20')));
    expect(offered({ limits: past })).toContain('extend: move-too-late');
    expect(offered({ state: 'supplementAsked', supplementBy: day('2026-11-24') })).toContain(
      'abandon: move-too-early',
    );
    expect(offered({ state: 'supplementAsked', supplementBy: day('2026-11-23') })).toContain('abandon');
  });
});
