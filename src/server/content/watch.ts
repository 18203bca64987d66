import type { Deps } from '../deps.ts';
import { currentNumber } from '../store/snapshot.ts';

/** A content import is a process of its own: its snapshot is noticed here, and screens are told as of any other. */

const LOOK_MS = 500;

export function watchImports({ store, events, log }: Pick<Deps, 'store' | 'events' | 'log'>): () => void {
  let seen = store.foreignChanges();
  let told = 0;
  const stopHearing = events.onHead((number) => {
    told = number;
  });
  const look = async (): Promise<void> => {
    const now = store.foreignChanges();
    if (now === seen) return;
    seen = now;
    const number = await currentNumber(store.db);
    if (number > told) events.announce(number);
  };
  const timer = setInterval(() => {
    look().catch((error: Error) => log.warn({ name: error.name }, 'looking for imports failed'));
  }, LOOK_MS);
  void currentNumber(store.db).then((number) => {
    told = Math.max(told, number);
  });
  return () => {
    clearInterval(timer);
    stopHearing();
  };
}
