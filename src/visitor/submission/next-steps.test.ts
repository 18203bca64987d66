import { expect, test } from 'vitest';
import { day } from '../../contract/day.ts';
import type { Hall } from '../../contract/hall.ts';
import type { GivenReceipt } from '../session/memory.ts';
import { nextStepLines } from './next-steps.ts';

const hall = { name: '嘎什根乡', superviseLine: '0436-7861003' } as Hall;
const given = (part: Partial<GivenReceipt>): GivenReceipt =>
  ({
    promisedOn: day('2026-12-03'),
    statutoryOn: day('2026-12-22'),
    promisedFor: '7 个工作日',
    statutoryFor: '20 个工作日',
    promises: null,
    nextSteps: ['工作人员登记'],
    ...part,
  }) as GivenReceipt;
const middle = (part: Partial<GivenReceipt>): readonly string[] =>
  nextStepLines(given(part), hall).slice(1, -1);

test('a request: the promised day, and the last one by law', () => {
  expect(middle({})).toEqual(['12月3日（周四）前答复。嘎什根乡承诺；法律规定最晚 12月22日（周二）前。']);
});

test('a petition: what is done by the first day is not called the reply', () => {
  expect(middle({ promises: '先告诉您收到没有' })).toEqual([
    '12月3日（周四）前先告诉您收到没有。',
    '12月22日（周二）前答复。法律规定的最后一天。',
  ]);
});

test('no official calendar for the day: nothing is guessed', () => {
  expect(middle({ promisedOn: null, statutoryOn: null })).toEqual([
    '7 个工作日内答复。嘎什根乡承诺；法律规定最晚 20 个工作日内。',
  ]);
});

test('an opinion without a clock promises no reply', () => {
  expect(middle({ promisedOn: null, statutoryOn: null, promisedFor: null, statutoryFor: null })).toEqual([]);
});
