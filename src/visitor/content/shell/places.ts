import { pathOf } from '../../session/path.ts';
import { screen } from '../../session/screen.ts';

/**
 * Where one was on a page: going back to a list finds the same rows under the finger. Kept in memory only, and gone with
 * the visitor like everything else.
 */

const held = new Map<string, readonly number[]>();
let isGoingBack = false;
let shown = pathOf(screen.peek());

/** To be called just before a step back. */
export const noteStepBack = (): void => {
  isGoingBack = true;
};

/** The page, and lists in it that scroll by themselves. */
const scrollers = (): readonly Element[] => [...document.querySelectorAll('main, main ul')];

/** Content comes a little later than its screen: so many frames long it is waited for. */
const PATIENCE_FRAMES = 60;

const comeBackTo = (path: string, framesLeft: number): void => {
  const places = held.get(path);
  if (places === undefined || framesLeft === 0 || path !== shown) return;
  const found = scrollers();
  const isReady = places.every(
    (top, at) => top === 0 || (found[at]?.scrollHeight ?? 0) - (found[at]?.clientHeight ?? 0) >= top,
  );
  if (!isReady) {
    requestAnimationFrame(() => comeBackTo(path, framesLeft - 1));
    return;
  }
  for (const [at, top] of places.entries()) found[at]?.scrollTo({ top });
};

/** Follows the screens from now on. */
export const followPlaces = (): (() => void) => {
  // Before openAddress's own listener, whichever was added first: at the target, capturing ones are heard first.
  window.addEventListener('popstate', noteStepBack, { capture: true });
  return screen.subscribe((next) => {
    const path = pathOf(next);
    if (path === shown) return;
    // The page of the screen that is being left still stands.
    held.set(
      shown,
      scrollers().map((each) => each.scrollTop),
    );
    shown = path;
    if (isGoingBack) requestAnimationFrame(() => comeBackTo(path, PATIENCE_FRAMES));
    else held.delete(path);
    isGoingBack = false;
  });
};
