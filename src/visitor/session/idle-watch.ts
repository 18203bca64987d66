import { effect, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Activity,
  type IdleState,
  idleAt,
  NEVER_MS,
  passed,
  touched,
  turnedTo,
  viewOf,
} from './idle.ts';

/** Non-null while the visitor is asked 您还在吗？ */
export const idleQuestion = signal<{ readonly secondsLeft: number } | null>(null);

/** True while the hall's own pictures stand over an untouched home screen. */
export const isResting = signal(false);

/** How long home is left untouched before that. Never, until there is something to show. */
export const restAfterMs = signal(NEVER_MS);

export interface Clock {
  readonly now: () => number;
  /** Calls back about so often until the returned function is called. */
  readonly every: (ms: number, call: () => void) => () => void;
}

export const wallClock: Clock = {
  // Monotonic: setting the machine's clock neither wipes a visitor nor keeps one.
  now: () => performance.now(),
  every: (ms, call) => {
    const timer = setInterval(call, ms);
    return () => clearInterval(timer);
  },
};

export interface IdleWatch {
  readonly activity: ReadonlySignal<Activity>;
  readonly clock: Clock;
  readonly target: EventTarget;
  readonly onGone: () => void;
}

const TICK_MS = 250;
const GESTURE = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'keydown',
];
const BEGINS = new Set(['pointerdown', 'keydown']);

/** Watches until the returned function is called. The touch that answers the question, or ends a rest, does nothing else on the page. */
export const watchIdle = ({ activity, clock, target, onGone }: IdleWatch): (() => void) => {
  let state: IdleState = idleAt(clock.now());
  let isSwallowing = false;

  const show = (next: IdleState): void => {
    state = next;
    const view = viewOf(state, clock.now());
    const asked = view.phase === 'asking' ? view.secondsLeft : null;
    if (asked !== (idleQuestion.peek()?.secondsLeft ?? null)) {
      idleQuestion.value = asked === null ? null : { secondsLeft: asked };
    }
    isResting.value = view.phase === 'resting';
    if (view.phase === 'gone') {
      stop();
      onGone();
    }
  };

  const feel = (event: Event): void => {
    if (BEGINS.has(event.type)) isSwallowing = state.askedAt !== null;
    if (isSwallowing) {
      event.stopImmediatePropagation();
      event.preventDefault();
    }
    show(touched(state, clock.now()));
  };

  for (const type of GESTURE) target.addEventListener(type, feel, { capture: true, passive: false });
  // A page that is read aloud scrolls along by itself: that is nobody's finger.
  const scrolled = (): void => {
    if (state.askedAt === null && state.activity !== 'listening') show(touched(state, clock.now()));
  };
  target.addEventListener('scroll', scrolled, { capture: true, passive: true });
  const stopTicks = clock.every(TICK_MS, () => show(passed(state, clock.now(), restAfterMs.peek())));
  const stopActivity = effect(() => {
    const next = activity.value;
    show(turnedTo(state, next, clock.now()));
  });

  const stop = (): void => {
    for (const type of GESTURE) target.removeEventListener(type, feel, { capture: true });
    target.removeEventListener('scroll', scrolled, { capture: true });
    stopTicks();
    stopActivity();
    idleQuestion.value = null;
    isResting.value = false;
  };
  return stop;
};
