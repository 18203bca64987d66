import { render } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Moment } from '../contract/day.ts';
import { day } from '../contract/day-schema.ts';
import type { EnglishTexts } from '../contract/english-texts.ts';
import { speak } from '../ui/words/words.ts';
import { LanguageNotice, SomeChinese } from './language-notice.tsx';
import { certainEntry, current, spoken, spokenEntry, spokenWords } from './store/content.ts';
import type { Current } from './store/content-db.ts';
import { hall } from './sync/fixture-content.ts';
import { englishWords } from './words/english.ts';

const root = document.createElement('div');
document.body.append(root);
const en: EnglishTexts = {
  '1 号窗口': 'Counter 1',
  示例一村: { text: 'Old Village', was: '老村', on: day('2026-11-20') },
};
beforeEach(() => {
  current.value = { number: 1, signedAt: '' as Moment, hall: { ...hall, helpAt: '1 号窗口', en } } as Current;
});
afterEach(() => {
  render(null, root);
  speak('zh-CN', null);
  current.value = undefined;
});

const entry = {
  title: '领养老金',
  fee: '不收费',
  en: {
    领养老金: 'Claim a pension',
    不收费: { text: 'It costs 5 yuan', was: '收费 5 元', on: day('2026-11-29') },
  } satisfies EnglishTexts,
};
const notice = (it: Parameters<typeof LanguageNotice>[0]['entry']): string => {
  render(<LanguageNotice entry={it} />, root);
  return root.textContent ?? '';
};

it('English that is older than its Chinese says so, with the Chinese beside it', () => {
  speak('en', englishWords);
  const text = notice(entry);
  expect(text).toContain('The Chinese text was changed on Sunday, 29 November 2026.');
  expect(text).toContain('Where they differ, the Chinese counts.');
  expect(text).toContain('It costs 5 yuan不收费');
  expect(text).toContain('Counter 1');
  expect(root.querySelector('dd')?.lang).toBe('zh-CN');
  expect(spokenEntry<typeof entry>(entry).fee).toBe('It costs 5 yuan');
  // Paper outlives the notice.
  expect(certainEntry<typeof entry>(entry)).toMatchObject({ title: 'Claim a pension', fee: '不收费' });
});

it('nothing is said where the English fits, and in Chinese', () => {
  expect(notice(entry)).toBe('');
  speak('en', englishWords);
  expect(notice({ title: '领养老金', en: { 领养老金: 'Claim a pension' } })).toBe('');
  expect(notice({ title: '别的' })).toContain('This page is in Chinese only.');
});

it('what the hall says on every page is never stale there', () => {
  speak('en', englishWords);
  expect([spokenWords('示例一村'), spokenWords('1 号窗口')]).toEqual(['示例一村', 'Counter 1']);
  expect(spoken.value?.hall.helpAt).toBe('Counter 1');
});

it('what staff wrote in Chinese is told', () => {
  speak('en', englishWords);
  render(<SomeChinese texts={['', '请补身份证']} />, root);
  expect(root.textContent).toContain('Some of this is in Chinese only.');
  render(<SomeChinese texts={['See you']} />, root);
  expect(root.textContent).toBe('');
});
