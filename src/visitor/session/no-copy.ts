import { mode } from './mode.ts';

/**
 * On the hall's screen nothing is carried out of a field or off the page: the clipboard belongs to the whole machine, copying asks
 * no permission, and clearing it does, so what never gets in need not be wiped.
 */
const CARRIERS = ['copy', 'cut', 'dragstart', 'drop', 'contextmenu'] as const;

/** Holds until the returned function is called. */
export const keepOnGlass = (target: EventTarget): (() => void) => {
  const listening = new AbortController();
  const stop = (event: Event): void => {
    if (mode.peek() === 'screen') event.preventDefault();
  };
  for (const type of CARRIERS) {
    target.addEventListener(type, stop, { capture: true, signal: listening.signal });
  }
  return () => listening.abort();
};
