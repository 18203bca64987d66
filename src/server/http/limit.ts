/** At most so many a span of time for each key, counted in memory; a restart forgives. */
export interface Limit {
  /** 0 if this one may pass, else seconds until the next may. What is limited may come in amounts, such as bytes. */
  readonly take: (key: string, amount?: number) => number;
  /** What was taken last does not count after all. */
  readonly giveBack: (key: string) => void;
}

/** More senders than this at once are a flood; then the oldest counts go first. */
const MAX_KEYS = 20_000;

export function limit(options: { most: number; perMs: number; clock: () => number }): Limit {
  const { most, perMs, clock } = options;
  const spans = new Map<string, { startedAt: number; count: number }>();
  return {
    take(key, amount = 1) {
      const now = clock();
      const span = spans.get(key);
      if (span === undefined || now - span.startedAt >= perMs || now < span.startedAt) {
        spans.delete(key);
        spans.set(key, { startedAt: now, count: amount });
        const oldest = spans.keys().next();
        if (spans.size > MAX_KEYS && !oldest.done) spans.delete(oldest.value);
        return amount <= most ? 0 : Math.ceil(perMs / 1000);
      }
      span.count += amount;
      return span.count <= most ? 0 : Math.max(1, Math.ceil((span.startedAt + perMs - now) / 1000));
    },
    giveBack(key) {
      const span = spans.get(key);
      if (span !== undefined && span.count > 0) span.count -= 1;
    },
  };
}
