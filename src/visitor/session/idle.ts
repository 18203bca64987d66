/**
 * Is the visitor still there? A pure machine: what it knows is when the last touch was; what it does is decided by
 * differences of time, never by counting ticks, so that a throttled timer cannot stretch it.
 */

export const IDLE_MS = 45_000;
export const IDLE_IN_FORM_MS = 90_000;
export const IDLE_WHILE_PRINTING_MS = 120_000;
export const IDLE_WHILE_LISTENING_MS = 120_000;
export const COUNTDOWN_MS = 20_000;

/** What the visitor is doing; `nothing` is an untouched home screen, where nobody is asked: it rests. */
export type Activity = 'nothing' | 'reading' | 'form' | 'printing' | 'listening';

export interface IdleState {
  readonly activity: Activity;
  readonly touchedAt: number;
  /** When the question appeared, or the rest began; null while neither is. */
  readonly askedAt: number | null;
}

export type IdleView =
  | { readonly phase: 'quiet' }
  | { readonly phase: 'asking'; readonly secondsLeft: number }
  /** Home is untouched for long: what the hall shows while nobody is there. */
  | { readonly phase: 'resting' }
  | { readonly phase: 'gone' };

const LIMITS = {
  reading: IDLE_MS,
  form: IDLE_IN_FORM_MS,
  printing: IDLE_WHILE_PRINTING_MS,
  listening: IDLE_WHILE_LISTENING_MS,
} as const satisfies Record<Exclude<Activity, 'nothing'>, number>;

/** For a screen that never rests. */
export const NEVER_MS = Number.POSITIVE_INFINITY;

export const idleAt = (nowMs: number): IdleState => ({
  activity: 'nothing',
  touchedAt: nowMs,
  askedAt: null,
});

/** Any touch continues. */
export const touched = (state: IdleState, nowMs: number): IdleState => ({
  ...state,
  touchedAt: nowMs,
  askedAt: null,
});

/** A new activity begins its own time, also when no touch began it (a print that ends). */
export const turnedTo = (state: IdleState, activity: Activity, nowMs: number): IdleState =>
  activity === state.activity ? state : { activity, touchedAt: nowMs, askedAt: null };

/** `restAfterMs` may turn to never while the screen rests: then the rest is over. */
export const passed = (state: IdleState, nowMs: number, restAfterMs: number): IdleState => {
  const { activity, touchedAt, askedAt } = state;
  if (activity === 'nothing' && restAfterMs === NEVER_MS)
    return askedAt === null ? state : { ...state, askedAt: null };
  const limit = activity === 'nothing' ? restAfterMs : LIMITS[activity];
  return askedAt !== null || nowMs - touchedAt < limit ? state : { ...state, askedAt: nowMs };
};

export const viewOf = ({ activity, askedAt }: IdleState, nowMs: number): IdleView => {
  if (askedAt === null) return { phase: 'quiet' };
  if (activity === 'nothing') return { phase: 'resting' };
  const leftMs = askedAt + COUNTDOWN_MS - nowMs;
  return leftMs <= 0 ? { phase: 'gone' } : { phase: 'asking', secondsLeft: Math.ceil(leftMs / 1_000) };
};
