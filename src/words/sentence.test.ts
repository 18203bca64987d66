import { describe, expect, it } from 'vitest';
import { english, fill, inChinese, type Say } from './sentence.ts';

describe('a sentence with places', () => {
  it('is filled with values by name', () => {
    expect(fill('已经存好 {done} 份，共 {of} 份。', { done: 2, of: 7 })).toBe('已经存好 2 份，共 7 份。');
    expect(fill('{a}{b}{a}', { a: '甲', b: '' })).toBe('甲甲');
  });

  it('lets a number choose its words: the n-th, else the last', () => {
    const items = (n: number) => fill('{n} {n:item|items}', { n });
    expect([0, 1, 2, 21].map(items)).toEqual(['0 items', '1 item', '2 items', '21 items']);
    expect(fill('{weekday:周日|周一|周二}', { weekday: 2 })).toBe('周一');
  });

  it('leaves what a value holds as it is', () => {
    expect(fill('{title}', { title: '{title} $&' })).toBe('{title} $&');
  });
});

it('the compiler asks for each value, and for no value that the sentence has not', () => {
  const en = english({ 首页: 'Home', '{count} 项': '{count} {count:item|items}' });
  const say: Say<keyof typeof en> = inChinese;
  expect([say('首页'), say('{count} 项', { count: 3 })]).toEqual(['首页', '3 项']);
  // @ts-expect-error: no such sentence
  say('上一步');
  // @ts-expect-error: the value is missing
  expect(say('{count} 项')).toBe('undefined 项');
  // @ts-expect-error: English may not ask for what Chinese is not given
  english({ 首页: 'Home of {hall}' });
});
