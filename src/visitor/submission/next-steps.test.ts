import { expect, test } from 'vitest';
import { day } from '../../contract/day-schema.ts';
import type { Hall } from '../../contract/hall.ts';
import type { Due, Limits } from '../../contract/limit.ts';
import type { GivenReceipt } from '../session/memory.ts';
import { nextStepLines } from './next-steps.ts';

const hall = { name: '嘎什根乡', superviseLine: '0436-7861003' } as Hall;
const on = (text: string): Due => ({ is: 'day', on: day(text), left: 7 });
const limits: Limits = {
  promised: { lasts: { n: 7, unit: 'workday', note: '本乡承诺（示例）' }, due: on('2026-12-03'), does: null },
  statutory: {
    lasts: { n: 20, unit: 'workday', note: '经批准可以延长' },
    due: on('2026-12-22'),
    basis: '条例第三十三条',
  },
  supplement: null,
};
const lines = (
  part: Partial<Limits>,
  steps = ['工作人员登记。'],
  filedOn: GivenReceipt['filedOn'] = day('2026-11-24'),
): readonly string[] => {
  const given: Partial<GivenReceipt> = { limits: { ...limits, ...part }, nextSteps: steps, filedOn };
  return nextStepLines(given as GivenReceipt, hall);
};
const middle = (part: Partial<Limits>): readonly string[] => lines(part).slice(1, -1);
const LAW = '法律规定最晚 12月22日（周二）前答复。20 个工作日，经批准可以延长；条例第三十三条。';

test('a request: the promised day with all of its note, and the last one by law', () => {
  expect(middle({})).toEqual(['12月3日（周四）前答复。7 个工作日，本乡承诺（示例）。', LAW]);
});

test('everything that the form says comes after, in its order, each line once', () => {
  expect(lines({}, ['登记。', '补正。', '问别人的时间不算。', '不满意：行政复议。'])).toEqual([
    '登记。',
    '12月3日（周四）前答复。7 个工作日，本乡承诺（示例）。',
    LAW,
    '补正。',
    '问别人的时间不算。',
    '不满意：行政复议。',
    '凭两个号码，在任何一台屏幕或手机上看进度。',
  ]);
});

test('a promise without a note is the hall’s', () => {
  const promised = { lasts: { n: 7, unit: 'workday' }, due: on('2026-12-03'), does: null } as const;
  expect(middle({ promised })[0]).toBe('12月3日（周四）前答复。7 个工作日；嘎什根乡承诺。');
});

test('a petition: what is done by the first day is not called the reply', () => {
  const promised = {
    lasts: { n: 15, unit: 'day' },
    due: on('2026-12-09'),
    does: '先告诉您收到没有',
  } as const;
  expect(middle({ promised })[0]).toBe('12月9日（周三）前先告诉您收到没有。15 天；嘎什根乡承诺。');
});

test('no official calendar for the day: nothing is guessed, and why is said once', () => {
  const due = { is: 'calendar-missing', year: 2027 } as const;
  const promised = limits.promised && { ...limits.promised, due };
  const statutory = limits.statutory && { ...limits.statutory, due };
  expect(middle({ promised, statutory })).toEqual([
    '7 个工作日内答复。本乡承诺（示例）；2027 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。',
    '法律规定最晚 20 个工作日内答复。经批准可以延长；条例第三十三条。',
  ]);
  expect(middle({ statutory })[1]).toContain('2027 年的放假安排还没有录入');
});

test('an opinion without a clock promises no reply', () => {
  expect(middle({ promised: null, statutory: null })).toEqual([]);
});

test('a clock that cannot be right: how long, never until when, and why once', () => {
  expect(lines({}, ['登记。'], null).slice(1, -1)).toEqual([
    '7 个工作日内答复。本乡承诺（示例）；这台屏幕的时钟不准，准确日期请在“查进度”里看。',
    '法律规定最晚 20 个工作日内答复。经批准可以延长；条例第三十三条。',
  ]);
});
