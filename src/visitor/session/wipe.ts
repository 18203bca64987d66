import { forget } from './memory.ts';

/**
 * The end of a visit: nothing of the visitor stays. A new document, not a cleared one, so that no closure, no form control
 * and no back-forward cache can bring anything back.
 */
export const wipe = (): void => {
  forget();
  sessionStorage.clear();
  // Best effort: without a permission or a touch just before it is refused, and then nothing of ours could be in it either.
  navigator.clipboard?.writeText('').catch(() => undefined);
  location.replace('/');
};

/** Whatever way the page is left, memory goes with it. */
export const forgetOnLeaving = (): void => window.addEventListener('pagehide', forget);
