import { expect, it, vi } from 'vitest';
import { markChinese } from './mark-chinese.ts';

it('marks what is in hanzi, as it comes and as it changes, and nothing else', async () => {
  const root = document.createElement('div');
  root.innerHTML = '<p>Home</p><p>养老金</p><p lang="en">中文</p><p>See <b>原件</b></p>';
  const langs = () => [...root.querySelectorAll<HTMLElement>('*')].map((each) => each.lang);
  const stop = markChinese(root);
  expect(langs()).toEqual(['', 'zh-CN', 'en', '', 'zh-CN']);
  const [first, second] = [...root.querySelectorAll('p')];
  if (first?.firstChild) first.firstChild.nodeValue = '首页';
  if (second?.firstChild) second.firstChild.nodeValue = 'Pension';
  root.append(Object.assign(document.createElement('i'), { textContent: '新' }));
  await vi.waitFor(() => expect(langs()).toEqual(['zh-CN', '', 'en', '', 'zh-CN', 'zh-CN']));
  stop();
  expect(langs()).toEqual(['', '', 'en', '', '', '']);
});

it('a group of which only the name is Chinese keeps its English', async () => {
  const root = document.createElement('div');
  root.lang = 'en';
  root.innerHTML = '<ul aria-label="翻建时"><li>ID card</li><li>户口簿</li><li>12</li></ul>';
  const langs = () => [...root.querySelectorAll<HTMLElement>('*')].map((each) => each.lang);
  const stop = markChinese(root);
  expect(langs()).toEqual(['zh-CN', 'en', 'zh-CN', '']);
  const [first] = root.querySelectorAll('li');
  if (first?.firstChild) first.firstChild.nodeValue = '照片';
  await vi.waitFor(() => expect(langs()).toEqual(['zh-CN', 'zh-CN', 'zh-CN', '']));
  root.querySelector('ul')?.setAttribute('aria-label', 'For a new house');
  await vi.waitFor(() => expect(langs()).toEqual(['', 'zh-CN', 'zh-CN', '']));
  stop();
  expect(langs()).toEqual(['', '', '', '']);
});
