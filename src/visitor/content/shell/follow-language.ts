import { effect } from '@preact/signals';
import { language, speak } from '../../../ui/words/words.ts';
import type { Dictionary } from '../../../words/sentence.ts';
import { comfort, makeComfortable } from '../../session/memory.ts';
import { markChinese } from './mark-chinese.ts';

const english = async () => (await import('../../words/english.ts')).englishWords;

/** The language that the visitor chose; it lives in memory and is gone with the visitor. Until its words are here the old one stays. */
export const followLanguage = (
  root: HTMLElement,
  load: () => Promise<Dictionary> = english,
): (() => void) => {
  const stopLoading = effect(() => {
    const wanted = comfort.value.language;
    if (wanted === 'zh-CN') return speak(wanted, null);
    load().then(
      (words) => {
        if (comfort.peek().language === wanted) speak(wanted, words);
      },
      (cause: unknown) => {
        console.error(cause);
        makeComfortable({ language: 'zh-CN' });
      },
    );
  });
  const stopMarking = effect(() => {
    root.lang = language.value;
    return language.value === 'zh-CN' ? undefined : markChinese(root);
  });
  return () => {
    stopLoading();
    stopMarking();
  };
};
