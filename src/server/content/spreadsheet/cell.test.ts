import { describe, expect, it } from 'vitest';
import { cellText, dayOf, durationOf, linesIn, oneLine, wordsIn } from './cell.ts';

describe('a cell as text', () => {
  it.each([
    ['　关于　２０１４年 ', '关于　2014年'],
    ['ＡＢＣ１', 'ABC1'],
    ['a\u00a0b', 'a b'],
    ['\ufeff标题\u200b', '标题'],
    ['一\r\n二', '一\n二'],
    ['x\u0007y', 'xy'],
    [20140124, '20140124'],
    [true, '是'],
    [new Date('2014-01-24T00:00:00Z'), '2014-01-24'],
    [null, ''],
  ])('%j is %j', (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });

  it('joins a title that was broken over two lines', () => {
    expect(oneLine('关于做好农机\n补贴的通知')).toBe('关于做好农机补贴的通知');
    expect(oneLine('GB/T 1526\nISO')).toBe('GB/T 1526 ISO');
  });
});

describe('a day', () => {
  it.each([
    '2014-1-24',
    '2014-01-24',
    '2014年1月24日',
    '2014.01.24',
    '2014/1/24',
    '20140124',
    '41663',
    '2014-01-24 00:00:00',
    '2014 年 1 月 24 日',
  ])('is read from %s', (text) => {
    expect(dayOf(text)).toBe('2014-01-24');
  });
  it.each(['2014-2-30', '2014年1月', '24.01.2014', '去年', '', '20141324', '12345', '2014'])(
    'is not guessed from %j',
    (text) => {
      expect(dayOf(text)).toBeNull();
    },
  );
});

describe('a span of time', () => {
  it.each([
    ['5个工作日', { n: 5, unit: 'workday' }],
    ['20 工作日内', { n: 20, unit: 'workday' }],
    ['三个月', { n: 3, unit: 'month' }],
    ['30天', { n: 30, unit: 'day' }],
    ['即办', { n: 0, unit: 'immediate' }],
    ['当场办结', { n: 0, unit: 'immediate' }],
  ])('is read from %s', (text, lasts) => {
    expect(durationOf(text)).toEqual(lasts);
  });
  it.each(['很快', '0天', '5', '5到7天', '999天'])('is not guessed from %s', (text) => {
    expect(durationOf(text)).toBeNull();
  });
});

it('several stand in one cell', () => {
  expect(wordsIn('农机、补贴；种地\n春耕')).toEqual(['农机', '补贴', '种地', '春耕']);
  expect(linesIn('1.身份证\n（二）户口簿；\n3、申请表')).toEqual(['身份证', '户口簿', '申请表']);
  expect(linesIn('2014年的通知')).toEqual(['2014年的通知']);
});
