import { computed, signal } from '@preact/signals';
import { mode } from './mode.ts';
import { pathOf, type Screen, screenAt } from './path.ts';

/**
 * Which screen is shown. On the hall's screen the browser's history never grows (nothing to go back to for the next visitor):
 * the way back is a list in memory. On a phone the browser's own back button works.
 */

const HOME: Screen = { name: 'home' };

export const screen = signal<Screen>(HOME);
const past = signal<readonly Screen[]>([]);
const depth = signal(0);

export const canGoBack = computed(() => (mode.value === 'phone' ? depth.value > 0 : past.value.length > 0));

const show = (next: Screen): void => {
  screen.value = next;
  window.scrollTo(0, 0);
};

const replaceAddress = (next: Screen): void => history.replaceState({ depth: depth.value }, '', pathOf(next));

const isSame = (a: Screen, b: Screen): boolean => JSON.stringify(a) === JSON.stringify(b);

export const go = (next: Screen): void => {
  if (isSame(screen.value, next)) return;
  if (mode.value === 'phone') {
    depth.value += 1;
    history.pushState({ depth: depth.value }, '', pathOf(next));
  } else {
    past.value = [...past.value, screen.value];
    replaceAddress(next);
  }
  show(next);
};

/** The next screen takes the place of this one: there is no way back to what was here (a form that was sent). */
export const goInstead = (next: Screen): void => {
  replaceAddress(next);
  show(next);
};

export const goHome = (): void => {
  past.value = [];
  if (mode.value === 'phone' && screen.value.name !== 'home') {
    go(HOME);
    return;
  }
  replaceAddress(HOME);
  show(HOME);
};

export const back = (): void => {
  if (mode.value === 'phone' && depth.value > 0) {
    history.back();
    return;
  }
  const last = past.value.at(-1) ?? HOME;
  past.value = past.value.slice(0, -1);
  replaceAddress(last);
  show(last);
};

/** Shows what the address names, and follows the phone's back button from now on. */
export const openAddress = (): void => {
  const follow = (state: unknown): void => {
    const held = state as { depth?: number } | null;
    depth.value = held?.depth ?? 0;
    past.value = [];
    show(screenAt(location));
  };
  window.addEventListener('popstate', (event) => follow(event.state));
  follow(history.state);
  // Takes a query or fragment that is not ours out of the address bar.
  replaceAddress(screen.value);
};
