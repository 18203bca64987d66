import { t } from '../t.ts';
import { forget } from './memory.ts';

const CLIPBOARD_MS = 500;

/**
 * Best effort: without a permission or a touch just before it is refused, and then nothing of ours could be in it either. It
 * is waited for, since a document that is replaced takes an unfinished write with it; but never long.
 */
const clearClipboard = (): Promise<unknown> =>
  Promise.race([
    navigator.clipboard?.writeText('').catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, CLIPBOARD_MS)),
  ]);

/** Taken out of the page, not hidden in it: whatever draws itself once more on a slow machine is drawn where nobody looks. */
const cover = (): void => {
  const words = document.createElement('p');
  words.className = 'wiping';
  words.textContent = t('正在清除，马上就好。');
  document.body.replaceChildren(words);
};

/**
 * The end of a visit: nothing of the visitor stays. A new document, not a cleared one, so that no closure, no form control
 * and no back-forward cache can bring anything back.
 */
export const wipe = (): void => {
  cover();
  forget();
  sessionStorage.clear();
  void clearClipboard().finally(() => location.replace('/'));
};

/** Whatever way the page is left, memory goes with it. */
export const forgetOnLeaving = (): void => window.addEventListener('pagehide', forget);
