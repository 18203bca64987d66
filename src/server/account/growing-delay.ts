/**
 * After some wrong tries each further one must wait longer: 1, 2, 4 … seconds up to a ceiling. Nothing is ever locked. A try counts
 * as wrong from its beginning, so many at once gain nothing; `forgive` takes it back when it was right.
 */
export interface GrowingDelay {
  /** Seconds until the next try may begin; 0 now. */
  readonly wait: (key: string) => number;
  readonly begin: (key: string) => void;
  /** Takes back one try. */
  readonly forgive: (key: string) => void;
  readonly forget: (key: string) => void;
}

export interface GrowingDelayOptions {
  readonly freeTries: number;
  readonly mostMs: number;
  /** After so long without a try all is forgotten. */
  readonly forgetMs: number;
  readonly clock: () => number;
}

interface Tries {
  readonly count: number;
  readonly lastAt: number;
}

/** A flood of names pushes the oldest counts out. */
const MAX_KEYS = 20_000;
const FIRST_MS = 1_000;

export function growingDelay({ freeTries, mostMs, forgetMs, clock }: GrowingDelayOptions): GrowingDelay {
  const held = new Map<string, Tries>();
  const triesOf = (key: string): Tries | undefined => {
    const tries = held.get(key);
    return tries && clock() - tries.lastAt < forgetMs ? tries : undefined;
  };
  return {
    wait(key) {
      const tries = triesOf(key);
      if (!tries || tries.count < freeTries) return 0;
      const delayMs = Math.min(FIRST_MS * 2 ** (tries.count - freeTries), mostMs);
      return Math.max(0, Math.ceil((tries.lastAt + delayMs - clock()) / 1000));
    },
    begin(key) {
      const count = (triesOf(key)?.count ?? 0) + 1;
      held.delete(key);
      held.set(key, { count, lastAt: clock() });
      const oldest = held.keys().next();
      if (held.size > MAX_KEYS && !oldest.done) held.delete(oldest.value);
    },
    forgive(key) {
      const tries = held.get(key);
      if (!tries) return;
      if (tries.count <= 1) held.delete(key);
      else held.set(key, { ...tries, count: tries.count - 1 });
    },
    forget: (key) => void held.delete(key),
  };
}
