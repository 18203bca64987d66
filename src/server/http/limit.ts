/** At most so many a span of time for each key, counted in memory; a restart forgives. */
export interface Limit {
  /** 0 if this one may pass, else seconds until the next may. */
  readonly take: (key: string) => number;
  /** What was taken last does not count after all. */
  readonly giveBack: (key: string) => void;
}

/** More senders than this at once are a flood; then the oldest counts go first. */
const MAX_KEYS = 20_000;

export function limit(options: { most: number; perMs: number; clock: () => number }): Limit {
  const { most, perMs, clock } = options;
  const spans = new Map<string, { startedAt: number; count: number }>();
  return {
    take(key) {
      const now = clock();
      const span = spans.get(key);
      if (span === undefined || now - span.startedAt >= perMs || now < span.startedAt) {
        spans.delete(key);
        spans.set(key, { startedAt: now, count: 1 });
        const oldest = spans.keys().next();
        if (spans.size > MAX_KEYS && !oldest.done) spans.delete(oldest.value);
        return 0;
      }
      span.count += 1;
      return span.count <= most ? 0 : Math.max(1, Math.ceil((span.startedAt + perMs - now) / 1000));
    },
    giveBack(key) {
      const span = spans.get(key);
      if (span !== undefined && span.count > 0) span.count -= 1;
    },
  };
}
