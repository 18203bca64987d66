import * as v from 'valibot';
import { expect, test } from 'vitest';
import { spreadsheetFaults } from './batch.ts';
import { type ChartStep, chartFault } from './chart.ts';
import { day } from './day-schema.ts';
import { kindOf, nameOf } from './entry-name.ts';
import { attachmentFaults, fileFaults, fileWarnings } from './file.ts';
import { formPurposes } from './form.ts';
import { type Hall, hoursOn } from './hall.ts';
import { EntryId, entryId } from './id.ts';
import { indexNumber } from './index-no.ts';
import { phoneInGroups } from './phone.ts';
import { type Problem, problemCodes, sayProblem } from './problem.ts';
import {
  isLegalReviewMove,
  type ReviewMove,
  type ReviewState,
  reviewMoveIds,
  reviewStates,
} from './review.ts';
import { faultsOf } from './schema.ts';
import {
  isLegalSubmissionMove,
  type MoveFacts,
  moveObstacle,
  publicNoteOf,
  type SubmissionMove,
  type SubmissionState,
  submissionMoveIds,
  submissionMoveRule,
  submissionStates,
  supplementByFault,
} from './submission.ts';
import { plainText, RichText } from './text.ts';

const samples: Partial<Record<Problem['code'], Problem>> = {
  'calendar-year-missing': { code: 'calendar-year-missing', year: 2027 },
  'bad-input': { code: 'bad-input', faults: [{ path: 'title', say: '这里不能空着。' }] },
  'move-too-late': { code: 'move-too-late', on: day('2026-11-24') },
  'move-too-early': { code: 'move-too-early', on: day('2026-11-24') },
  'too-many-tries': { code: 'too-many-tries', seconds: 30 },
  'bad-spreadsheet': { code: 'bad-spreadsheet', say: spreadsheetFaults.broken },
  'file-refused': { code: 'file-refused', why: fileFaults.ofd },
  'attachment-not-ready': {
    code: 'attachment-not-ready',
    name: '收支表.pdf',
    why: attachmentFaults.unprepared,
  },
};

test.each([
  ...Object.values(fileFaults),
  ...Object.values(fileWarnings),
  ...Object.values(spreadsheetFaults),
  ...Object.values(attachmentFaults),
])('what is said of a file is a sentence that ends: %s', (sentence) =>
  expect(sentence).toMatch(/[一-鿿].*[。]$/),
);

test.each(problemCodes)('problem %s is a sentence in Chinese that ends', (code) => {
  expect(sayProblem(samples[code] ?? ({ code } as Problem))).toMatch(/[一-鿿].*[。]$/);
});

test.each([
  [30, '30 秒'],
  [90, '2 分钟'],
  [3_400, '57 分钟'],
  [86_400, '24 小时'],
])('a wait of %i seconds is told as %s', (seconds, say) => {
  expect(sayProblem({ code: 'too-many-tries', seconds })).toContain(`请过 ${say}再试`);
});

test('every review state but the last can be left, and every move leads to its state', () => {
  for (const state of reviewStates)
    expect(reviewMoveIds.some((move) => isLegalReviewMove({ state, publishedRevision: 1 }, move))).toBe(true);
  const may = (state: ReviewState, move: ReviewMove, publishedRevision: number | null = null) =>
    isLegalReviewMove({ state, publishedRevision }, move);
  expect(may('draft', 'publish')).toBe(false);
  expect(may('submitted', 'publish')).toBe(false);
  expect(may('approved', 'publish')).toBe(true);
  expect(may('draft', 'withdraw')).toBe(false);
  expect(may('draft', 'withdraw', 1)).toBe(true);
});

test('a reply comes only from an open case, and an archived one stays so', () => {
  const may = (state: SubmissionState, move: SubmissionMove) =>
    isLegalSubmissionMove({ state, purpose: 'disclosure-request' }, move);
  expect(submissionMoveIds.filter((move) => may('archived', move))).toEqual([]);
  expect(submissionStates.filter((state) => may(state, 'reply'))).toEqual([
    'registered',
    'inHand',
    'extended',
  ]);
  expect(submissionMoveRule('reply').reply).toBe('required');
});

test('a reply to who may be nameless has words for the screen', () => {
  expect(formPurposes.map((purpose) => publicNoteOf('reply', purpose))).toEqual([
    'optional',
    'required',
    'required',
  ]);
});

test('only a request for disclosure is extended or given up', () => {
  for (const purpose of ['complaint', 'opinion', null] as const) {
    expect(isLegalSubmissionMove({ state: 'inHand', purpose }, 'extend')).toBe(false);
    expect(isLegalSubmissionMove({ state: 'supplementAsked', purpose }, 'abandon')).toBe(false);
  }
});

const facts: MoveFacts = {
  state: 'inHand',
  purpose: 'disclosure-request',
  been: ['received', 'inHand'],
  limits: { promised: null, statutory: null, supplement: null },
  supplementBy: null,
  isProposed: false,
  today: day('2026-11-24'),
};
const lastDay = (on: string) => ({
  lasts: { n: 7, unit: 'workday' as const },
  due: { is: 'day' as const, on: day(on), left: null },
});

test.each<[string, Partial<MoveFacts>, SubmissionMove, Problem | null]>([
  ['a supplement twice', { been: ['supplementAsked'] }, 'askSupplement', { code: 'move-made-before' }],
  [
    'a supplement after its limit',
    { limits: { ...facts.limits, supplement: lastDay('2026-11-23') } },
    'askSupplement',
    { code: 'move-too-late', on: day('2026-11-23') },
  ],
  [
    'a supplement on the last day',
    { limits: { ...facts.limits, supplement: lastDay('2026-11-24') } },
    'askSupplement',
    null,
  ],
  [
    'an extension after the due day',
    { limits: { ...facts.limits, statutory: { ...lastDay('2026-11-23'), basis: '条例' } } },
    'extend',
    { code: 'move-too-late', on: day('2026-11-23') },
  ],
  [
    'given up on the last day',
    { state: 'supplementAsked', supplementBy: facts.today },
    'abandon',
    { code: 'move-too-early', on: facts.today },
  ],
  ['anything while a chief is asked', { isProposed: true }, 'reply', { code: 'proposal-waits' }],
  ['what the applicant takes back, even then', { isProposed: true }, 'withdraw', null],
  ['given up after it', { state: 'supplementAsked', supplementBy: day('2026-11-23') }, 'abandon', null],
])('%s', (_, part, move, obstacle) => {
  expect(moveObstacle({ ...facts, ...part }, move)).toEqual(obstacle);
});

test('a day for the supplement lies ahead, and not beyond all reason', () => {
  expect(supplementByFault(facts.today, facts.today)).toContain('今天以后');
  expect(supplementByFault(day('2026-11-25'), facts.today)).toBeNull();
  expect(supplementByFault(day('2027-03-01'), facts.today)).toContain('90');
});

const steps: ChartStep[] = [
  { shape: 'start', id: 'a', label: '申请', next: 'b' },
  {
    shape: 'decision',
    id: 'b',
    label: '齐吗',
    branches: [
      { label: '齐', to: 'c' },
      { label: '不齐', to: 'a' },
    ],
  },
  { shape: 'end', id: 'c', label: '办结' },
];
test('a chart without fault', () => expect(chartFault(steps)).toBeNull());
test.each([
  ['两个步骤', [...steps, { shape: 'end', id: 'c', label: '又一个' }]],
  ['只有一个起点', steps.slice(1)],
  [
    '不存在',
    [
      steps[0],
      {
        shape: 'decision',
        id: 'b',
        label: '齐吗',
        branches: [
          { label: '齐', to: 'c' },
          { label: '不', to: 'x' },
        ],
      },
      steps[2],
    ],
  ],
  ['走不到步骤', [...steps, { shape: 'end', id: 'd', label: '孤岛' }]],
  [
    '还没有终点',
    [
      { shape: 'start', id: 'a', label: '申请', next: 'b' },
      { shape: 'step', id: 'b', label: '转', next: 'a' },
    ],
  ],
] as [string, ChartStep[]][])('a chart with a fault: %s', (words, wrong) => {
  expect(chartFault(wrong)).toContain(words);
});

test('an id tells its kind', () => {
  const id = entryId('guide', 'pension-claim');
  expect([id, kindOf(id), nameOf(id)]).toEqual(['guide/pension-claim', 'guide', 'pension-claim']);
  for (const wrong of ['guide/', 'guide/Ü', 'guide/-a', 'news/a', '../a', 'guide/a/b'])
    expect(v.is(EntryId, wrong)).toBe(false);
});

test('faults name the place and say what to do, unknown names included', () => {
  const schema = v.strictObject({
    n: v.number('这里要写数字。'),
    list: v.array(v.strictObject({ a: v.string('这里要写文字。') })),
  });
  expect(faultsOf(schema, { n: 'x', list: [{ a: 1 }], more: 1 })).toEqual([
    { path: ['n'], say: '这里要写数字。' },
    { path: ['list', 0, 'a'], say: '这里要写文字。' },
    { path: ['more'], say: '没有“more”这一项，可能是写错了名字。' },
  ]);
  expect(faultsOf(schema, { n: 1 })[0]?.say).toBe('缺少“list”。');
});

test('hours follow the season, across the year’s end too', () => {
  const hall = {
    hours: [
      { season: '夏季', from: '05-01', until: '09-30', days: '周一至周五', times: '8:00–11:30' },
      { season: '冬季', from: '10-01', until: '04-30', days: '周一至周五', times: '8:30–11:30' },
    ],
  } as unknown as Hall;
  expect(hoursOn(hall, day('2026-07-01'))[0]?.season).toBe('夏季');
  expect(hoursOn(hall, day('2026-12-31'))[0]?.season).toBe('冬季');
  expect(hoursOn(hall, day('2026-04-30'))[0]?.season).toBe('冬季');
});

test('an index number follows the hall’s template', () => {
  const hall = {
    code: '220821203',
    creditCode: '11220821013698700K',
    indexTemplate: '{uscc}/{yyyy}-{seq:5}',
  } as unknown as Hall;
  expect(indexNumber(hall, day('2026-11-24'), 7)).toBe('11220821013698700K/2026-00007');
  expect(indexNumber({ ...hall, indexTemplate: '{region}-{yyyyMM}-{seq:3}' }, day('2026-11-24'), 1234)).toBe(
    '220821203-202611-1234',
  );
});

test('telephone numbers are grouped for reading aloud', () => {
  expect(['13800138000', '0436-7861003', '7861003', '12345'].map(phoneInGroups)).toEqual([
    '138 0013 8000',
    '0436-786 1003',
    '786 1003',
    '12345',
  ]);
});

test('rich text: the words alone; links lead nowhere but to entries of this hall', () => {
  const body = v.parse(RichText, [
    { type: 'heading', level: 2, text: '题' },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '一' },
        { type: 'strong', text: '二' },
        { type: 'break' },
        { type: 'link', to: 'guide/a', text: '三' },
      ],
    },
    { type: 'table', head: [[{ type: 'text', text: '甲' }]], rows: [[[{ type: 'text', text: '乙' }]]] },
    { type: 'generated', part: 'catalogue' },
  ]);
  expect(plainText(body)).toBe('题\n一二\n三\n甲\n乙');
  expect(
    v.is(RichText, [{ type: 'paragraph', content: [{ type: 'link', to: 'https://x.example', text: 'x' }] }]),
  ).toBe(false);
  expect(v.is(RichText, [{ type: 'html', html: '<img onerror=1>' }])).toBe(false);
});
