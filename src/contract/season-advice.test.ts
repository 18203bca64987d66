import { expect, test } from 'vitest';
import { seasonAdvice } from './season-advice.ts';

const season = (name: string, from: string, until: string) => ({ season: name, from, until });
const say = (...hours: unknown[]) => seasonAdvice(hours).map((each) => each.say);

test.each([
  [season('全年', '01-01', '12-31')],
  [season('夏季', '05-01', '09-30'), season('冬季', '10-01', '04-30')],
  [season('春夏', '03-01', '09-30'), season('秋冬', '10-01', '02-29')],
])('seasons that meet are left alone', (...hours) => {
  expect(say(...hours)).toEqual([]);
});

test('days between two seasons are named', () => {
  expect(say(season('夏季', '05-04', '09-30'), season('冬季', '10-02', '04-30'))).toEqual([
    '5月1日到5月3日没有写办公时间。请把前后两段的日子接上。',
    '10月1日没有写办公时间。请把前后两段的日子接上。',
  ]);
});

test('the leap day is a day', () => {
  expect(say(season('春夏', '03-01', '09-30'), season('秋冬', '10-01', '02-28'))).toEqual([
    '2月29日（闰年才有）没有写办公时间。请把前后两段的日子接上。',
  ]);
});

test('a gap over the year’s end is one', () => {
  expect(say(season('全年', '01-11', '12-20'))).toEqual([
    '12月21日到1月10日没有写办公时间。请把前后两段的日子接上。',
  ]);
});

test('days of two seasons are told at the later row', () => {
  const advice = seasonAdvice([season('夏季', '05-01', '10-03'), season('冬季', '10-01', '04-30')]);
  expect(advice).toEqual([
    {
      path: 'hours.1.from',
      say: '10月1日到10月3日“夏季”和“冬季”都写了，屏幕说不准那时几点办公。请改成一天只归一段。',
    },
  ]);
  expect(say(season('全年', '01-01', '12-31'), season('', '12-25', '01-05'))).toEqual([
    '12月25日到1月5日“全年”和“第 2 段”都写了，屏幕说不准那时几点办公。请改成一天只归一段。',
  ]);
});

test('a day that no year has is told', () => {
  expect(seasonAdvice([season('夏季', '05-01', '09-31'), season('冬季', '10-01', '04-30')])).toEqual([
    { path: 'hours.0.until', say: '“夏季”写的9月31日，日历上没有。请改成那个月有的日子。' },
  ]);
});

test('nothing is said of what is half typed', () => {
  expect(say()).toEqual([]);
  expect(say(season('夏季', '05-01', '09-30'), season('', '', ''))).toEqual([]);
  expect(say(season('夏季', '5-1', '09-30'), null)).toEqual([]);
  expect(seasonAdvice(undefined)).toEqual([]);
});
