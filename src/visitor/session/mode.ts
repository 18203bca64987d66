import { signal } from '@preact/signals';

/**
 * `screen` is the hall's touchscreen: no history, idle question, wipe. `phone` is the same site as a public website.
 * The shorter side decides, so that a phone laid on its side does not become a touchscreen.
 */
export type Mode = 'screen' | 'phone';

const NARROW = '(width < 600px), (height < 600px)';

export const mode = signal<Mode>('screen');

/** Follows the viewport from now on. */
export const followViewport = (): void => {
  const query = window.matchMedia(NARROW);
  const follow = (): void => {
    mode.value = query.matches ? 'phone' : 'screen';
  };
  query.addEventListener('change', follow);
  follow();
};
