import { describe, expect, it } from 'vitest';
import { day } from './day-schema.ts';
import { inEnglish, staleIn } from './english.ts';
import { englishStateOf, followed, withoutGone } from './english-follow.ts';

const on = day('2026-11-29');
const guide = {
  title: '领取养老金',
  materials: [{ name: '身份证' }, { name: '户口簿' }, { name: '照片' }],
  places: [{ window: '1 号窗口' }, { window: '1 号窗口' }],
  en: { 领取养老金: 'Claim a pension', 身份证: 'ID card', 户口簿: 'Household register' },
};
const named = (...names: readonly string[]) => names.map((name) => ({ name }));

describe('English whose Chinese is changed', () => {
  it('goes with it, and says what it was written for and since when', () => {
    const now = followed(guide, { ...guide, title: '申领养老金' }, on);
    expect(now.en?.申领养老金).toEqual({ text: 'Claim a pension', was: '领取养老金', on });
    expect([inEnglish(now).title, staleIn(now), englishStateOf(now)]).toEqual([
      'Claim a pension',
      [{ chinese: '申领养老金', english: 'Claim a pension', on }],
      'stale',
    ]);
  });

  it('goes on when it is changed again, and fits again when the change is taken back', () => {
    const first = followed(guide, { ...guide, title: '申领养老金' }, on);
    const later = day('2026-12-01');
    const second = followed(first, { ...first, title: '申请养老金' }, later);
    expect(second.en?.申请养老金).toEqual({ text: 'Claim a pension', was: '领取养老金', on: later });
    expect(followed(second, { ...second, title: '领取养老金' }, later).en).toEqual(guide.en);
  });

  it('is found by what it was written for, where an older copy is saved again', () => {
    const first = followed(guide, { ...guide, title: '申领养老金' }, on);
    const typedMeanwhile = { ...guide, title: '申领养老金', materials: named('身份证') };
    expect(followed(first, typedMeanwhile, on).en?.申领养老金).toEqual(first.en?.申领养老金);
  });

  it('is not given to a row that only moved up', () => {
    const fewer = followed(guide, { ...guide, materials: named('户口簿', '照片') }, on);
    expect(fewer.en).toEqual(guide.en);
    expect(staleIn(fewer)).toEqual([]);
  });

  it('stays as it is while the text stands elsewhere, and where something else is written already', () => {
    const places = [{ window: '2 号窗口' }, { window: '1 号窗口' }];
    const windows = { ...guide, en: { '1 号窗口': 'Counter 1' } };
    expect(followed(windows, { ...windows, places }, on).en).toEqual(windows.en);
    const en = { ...guide.en, 申领养老金: 'Apply for a pension' };
    expect(followed(guide, { ...guide, title: '申领养老金', en }, on).en).toEqual(en);
  });

  it('goes when its Chinese has gone', () => {
    const fewer = { ...guide, materials: named('照片') };
    expect(withoutGone(fewer).en).toEqual({ 领取养老金: 'Claim a pension' });
    expect(withoutGone({ ...fewer, title: '别的' }).en).toBeUndefined();
    expect(withoutGone(guide)).toBe(guide);
  });

  it('is the same value where nothing is gone', () => {
    const next = { ...guide, materials: named('照片', '户口簿', '身份证') };
    expect(followed(guide, next, on)).toBe(next);
    expect([englishStateOf(guide), englishStateOf({ title: '领取养老金' })]).toEqual(['there', null]);
  });
});
