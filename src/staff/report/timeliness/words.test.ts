import { expect, test } from 'vitest';
import { day } from '../../../contract/day-schema.ts';
import type { TimelinessRow } from '../../../contract/desk-timeliness.ts';
import { departmentName, mondayOf, timingInWords } from './words.ts';

const NOW_MS = Date.parse('2026-11-24T02:00:00.000Z');
const row = (more: Partial<TimelinessRow>): TimelinessRow => ({
  show: 'late',
  of: { kind: 'item', id: 'item/a' as never, state: 'draft' },
  title: '一件',
  department: 'minzheng',
  formedOn: day('2026-10-20'),
  publishedOn: null,
  on: day('2026-11-17'),
  days: 5,
  missingYear: null,
  why: null,
  ...more,
});
const said = (more: Partial<TimelinessRow>) => timingInWords(row(more), NOW_MS);

test('lateness and what is left, in working days, with the last day', () => {
  expect(said({})).toEqual({ say: '超 5 个工作日', more: '形成于 10月20日，最晚 11月17日' });
  expect(said({ show: 'soon', days: 2, on: day('2026-11-26') }).say).toBe('还有 2 个工作日');
  expect(said({ show: 'soon', days: 0, on: day('2026-11-24') }).say).toBe('今天到期');
  expect(said({ days: null }).say).toBe('已超期');
  expect(said({ show: 'published', days: 3, publishedOn: day('2026-11-20') }).more).toContain(
    '公开于 11月20日',
  );
});

test('a missing calendar is named, and no day is', () => {
  expect(said({ show: 'unknown', on: null, days: null, missingYear: 2027 })).toEqual({
    say: '缺 2027 年放假安排',
    more: '形成于 10月20日，录入以后才有准确日期',
  });
});

test('periods and validity end in days', () => {
  const ends = { show: 'expiring', on: day('2026-12-10') } as const;
  expect(said({ ...ends, why: 'period', days: 16 })).toEqual({
    say: '公示期还有 16 天',
    more: '到 12月10日',
  });
  expect(said({ ...ends, why: 'period', days: 0 }).say).toBe('公示期今天满');
  expect(said({ ...ends, why: 'validity', days: -3 }).say).toBe('有效期过了 3 天');
});

test('a week begins on Monday, at the hall', () => {
  expect(mondayOf(NOW_MS)).toBe('2026-11-23');
  // Sunday 23:30 and Monday 00:30 at the hall.
  expect(mondayOf(Date.parse('2026-11-29T15:30:00.000Z'))).toBe('2026-11-23');
  expect(mondayOf(Date.parse('2026-11-29T16:30:00.000Z'))).toBe('2026-11-30');
});

test('a department that is gone keeps its short name', () => {
  const hall = { departments: [{ id: 'minzheng', name: '民政办' }] };
  expect(departmentName(hall, 'minzheng')).toBe('民政办');
  expect(departmentName(hall, 'gone')).toBe('gone');
  expect(departmentName(null, '')).toBe('（没有写科室）');
});
