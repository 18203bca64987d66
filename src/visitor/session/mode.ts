import { signal } from '@preact/signals';

/**
 * `screen` is the hall's touchscreen: no history, idle question, wipe. `phone` is the same site as a public website.
 * A machine that was told to be a screen is one, whatever its resolution or zoom. Else the shorter side decides, so that a phone
 * laid on its side does not become a touchscreen.
 */
export type Mode = 'screen' | 'phone';

const NARROW = '(width < 600px), (height < 600px)';

export const mode = signal<Mode>('screen');

/** Follows the viewport from now on, unless this machine was told to be a screen. */
export const followViewport = (isMarkedScreen: boolean): void => {
  if (isMarkedScreen) {
    mode.value = 'screen';
    return;
  }
  const query = window.matchMedia(NARROW);
  const follow = (): void => {
    mode.value = query.matches ? 'phone' : 'screen';
  };
  query.addEventListener('change', follow);
  follow();
};
