import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { comfort, forget, makeComfortable } from '../../session/memory.ts';
import { t } from '../../t.ts';
import { followLanguage } from './follow-language.ts';

const Words = () => <p>{t('已经存好 {done} 份，共 {of} 份。', { done: 2, of: 7 })}</p>;

const root = document.createElement('div');
let stop: () => void;
beforeEach(() => {
  render(<Words />, root);
  stop = () => undefined;
});
afterEach(() => {
  stop();
  forget();
  render(null, root);
});

it('a screen redraws itself in the language that is chosen, and in Chinese for the next visitor', async () => {
  stop = followLanguage(root);
  expect([root.lang, root.textContent]).toEqual(['zh-CN', '已经存好 2 份，共 7 份。']);
  makeComfortable({ language: 'en' });
  await vi.waitFor(() => expect([root.lang, root.textContent]).toEqual(['en', '2 of 7 saved.']));
  forget();
  await vi.waitFor(() =>
    expect([root.lang, root.textContent]).toEqual(['zh-CN', '已经存好 2 份，共 7 份。']),
  );
});

it('where the words cannot be had the choice goes back, and a choice that was taken back is not followed', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let fail: (cause: Error) => void = () => undefined;
  let give: (words: Record<string, string>) => void = () => undefined;
  const loads = [
    new Promise<never>((_, reject) => {
      fail = reject;
    }),
    new Promise<Record<string, string>>((resolve) => {
      give = resolve;
    }),
  ];
  stop = followLanguage(root, () => loads.shift() as Promise<never>);
  makeComfortable({ language: 'en' });
  fail(new Error('no network'));
  await vi.waitFor(() => expect(comfort.value.language).toBe('zh-CN'));
  makeComfortable({ language: 'en' });
  makeComfortable({ language: 'zh-CN' });
  give({});
  await loads[0];
  expect([root.lang, error.mock.calls.length]).toEqual(['zh-CN', 1]);
});
