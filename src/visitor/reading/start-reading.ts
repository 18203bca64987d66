import { effect } from '@preact/signals';
import { language } from '../../ui/words/words.ts';
import { aloud, isReadingAloud, reader } from '../session/aloud.ts';
import { idleQuestion, isResting } from '../session/idle-watch.ts';
import { filing, visitsOver } from '../session/memory.ts';
import { pathOf } from '../session/path.ts';
import { screen } from '../session/screen.ts';
import { markWords } from './mark.ts';
import { pageReader } from './page-reader.ts';
import { browserSpeech, type Speech } from './speech.ts';
import { tongueOf } from './tongue.ts';

/** From now on pages can be read aloud wherever this machine has a voice of its own. */
export const startReading = (speech: Speech): (() => void) => {
  const page = pageReader({ speech, mark: markWords() });

  const stopOffering = effect(() => {
    const tongue = tongueOf(language.value);
    const isThere = tongue !== null && speech.tongues.value.includes(tongue);
    reader.value = isThere ? page : null;
    if (!isThere && aloud.peek() !== 'silent') page.stop();
  });

  // Another page, another question, another language, another visitor: nobody hears the rest of what was there.
  const stopFollowing = effect(() => {
    void [
      pathOf(screen.value),
      screen.value.name,
      placeInForm(),
      language.value,
      visitsOver.value,
      isResting.value,
    ];
    if (aloud.peek() !== 'silent') page.stop();
  });

  // Who has listened to a page may not be able to read the question either.
  let hasListened = false;
  const stopNoting = effect(() => {
    if (isReadingAloud.value) hasListened = true;
  });
  const stopForgetting = effect(() => {
    void visitsOver.value;
    hasListened = false;
  });
  const stopAsking = effect(() => {
    const isAsked = idleQuestion.value !== null;
    if (!isAsked) page.resume();
    else if (hasListened && reader.peek() !== null) page.interrupt();
  });

  const watch = new MutationObserver(page.lookAgain);
  watch.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['open'],
  });

  return () => {
    for (const stop of [stopOffering, stopFollowing, stopNoting, stopForgetting, stopAsking]) stop();
    watch.disconnect();
    page.stop();
    reader.value = null;
  };
};

/** With the browser's own voices. */
export const startBrowserReading = (): (() => void) => startReading(browserSpeech(window.speechSynthesis));

const placeInForm = (): string => {
  const at = filing.value?.at;
  return typeof at === 'object' ? at.question : (at ?? '');
};
