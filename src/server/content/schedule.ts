import type { Deps } from '../deps.ts';
import { publishDue, type TimeDeps, withdrawEnded } from './at-its-time.ts';
import { withdrawOver } from './expire.ts';
import { clearWritings } from './past-writing.ts';

/** The one clock of content: looked at when the server starts and at every full minute. */

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** A timer may fire a little early. */
const AFTER_MINUTE_MS = 50;

/** Returns how to stop. */
export function keepTime(deps: TimeDeps & Pick<Deps, 'log'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let hour = -1;

  /** One that fails does not keep the others from their time. */
  const tried = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      deps.log.warn({ name: (error as Error).name, work: name }, 'what was due failed and is tried again');
    }
  };
  const look = async (): Promise<void> => {
    await tried('publish', () => publishDue(deps));
    await tried('end', () => withdrawEnded(deps));
    const now = Math.floor(deps.clock() / HOUR_MS);
    // A 公示期 ends with a day; to look through all that is shown takes longer than the rest.
    if (now === hour) return;
    await tried('period', async () => {
      await withdrawOver(deps);
      hour = now;
    });
    await tried('writings', () => clearWritings(deps));
  };
  const go = (): void => {
    void look().then(() => {
      if (!isStopped) timer = setTimeout(go, MINUTE_MS - (deps.clock() % MINUTE_MS) + AFTER_MINUTE_MS);
    });
  };
  go();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
