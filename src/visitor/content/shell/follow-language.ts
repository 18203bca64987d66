import { effect } from '@preact/signals';
import { language, speak } from '../../../ui/words/words.ts';
import type { Dictionary } from '../../../words/sentence.ts';
import { comfort, makeComfortable } from '../../session/memory.ts';

const english = async () => (await import('../../words/english.ts')).englishWords;

/** Marks from as soon as its code is here until it is ended. */
const markOnceLoaded = (root: HTMLElement): (() => void) => {
  let stop: () => void = () => undefined;
  let isOver = false;
  import('./mark-chinese.ts').then(({ markChinese }) => {
    if (!isOver) stop = markChinese(root);
  }, console.error);
  return () => {
    isOver = true;
    stop();
  };
};

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
    return language.value === 'zh-CN' ? undefined : markOnceLoaded(root);
  });
  return () => {
    stopLoading();
    stopMarking();
  };
};
