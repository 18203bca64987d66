/**
 * A hand that trembles touches twice. The second touch of a double tap would press what the first one brought, or take a choice
 * back at once: it does nothing. Keys of the screen keyboard are written twice, as they are touched.
 */
const KEYS = '[role="group"][aria-label] button:not([data-look="go"])';

/** Holds until the returned function is called. */
export const takeOneTap = (target: EventTarget): (() => void) => {
  const listening = new AbortController();
  const hear = (event: Event): void => {
    // Chromium counts the touches that follow quickly at one place; a mouse may be as quick as it likes.
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch' || event.detail < 2) return;
    if (event.target instanceof Element && event.target.closest(KEYS)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  target.addEventListener('click', hear, { capture: true, signal: listening.signal });
  return () => listening.abort();
};
