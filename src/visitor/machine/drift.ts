import { activity } from '../session/activity.ts';
import { type Clock, wallClock } from '../session/idle-watch.ts';
import { mode } from '../session/mode.ts';

/**
 * Care of the glass: home may stand untouched for a whole day, so that the whole picture moves by a few pixels every few minutes and no
 * line burns in. Only while nobody is there; whoever comes finds it still.
 */

export const DRIFT_EVERY_MS = 180_000;
/** Round a small square, never two steps at once; to the left and up, where nothing can be scrolled to. */
const PLACES = [
  [0, 0],
  [-2, 0],
  [-4, 0],
  [-4, -2],
  [-4, -4],
  [-2, -4],
  [0, -4],
  [0, -2],
] as const;

export const startDrift = (picture: HTMLElement, clock: Clock = wallClock): (() => void) => {
  let at = 0;
  return clock.every(DRIFT_EVERY_MS, () => {
    if (mode.peek() !== 'screen' || activity.peek() !== 'nothing') return;
    at = (at + 1) % PLACES.length;
    const [x, y] = PLACES[at] ?? PLACES[0];
    picture.style.translate = `${x}px ${y}px`;
  });
};
