import { retryAfterMs } from './retry.ts';

/**
 * Runs something again and again: at once when woken, after `restMs` when all is well, later and later while it fails. One run at a
 * time; a wake during a run leads to one more. Nothing of it is stored: a crash leaves no "busy" behind.
 */

export interface Timer {
  /** Calls once after so long, unless the returned function is called first. */
  readonly after: (ms: number, call: () => void) => () => void;
  readonly random: () => number;
}

export const wallTimer: Timer = {
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

export type RunEnd = 'done' | 'failed' | { readonly againInMs: number };

export interface Loop {
  /** Something happened that makes a run worth while now. */
  readonly wake: () => void;
  /** Sign of life: what waits after failures is tried at once, and counting begins anew. */
  readonly revive: () => void;
  readonly stop: () => void;
}

export interface LoopParts {
  readonly run: () => Promise<RunEnd>;
  readonly restMs: number;
  readonly timer: Timer;
  readonly onFault: (cause: unknown) => void;
}

export const startLoop = ({ run, restMs, timer, onFault }: LoopParts): Loop => {
  let failures = 0;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let cancel = (): void => undefined;

  const delayAfter = (end: RunEnd): number => {
    if (typeof end === 'object') return end.againInMs;
    failures = end === 'failed' ? failures + 1 : 0;
    return failures === 0 ? restMs : retryAfterMs(failures, timer.random());
  };

  const once = async (): Promise<void> => {
    cancel();
    isRunning = true;
    isWanted = false;
    const end = await run().catch((cause: unknown): RunEnd => {
      onFault(cause);
      return 'failed';
    });
    isRunning = false;
    if (isStopped) return;
    cancel = timer.after(isWanted ? 0 : delayAfter(end), () => void once());
  };

  const wake = (): void => {
    if (isStopped) return;
    if (isRunning) isWanted = true;
    else void once();
  };

  wake();
  return {
    wake,
    revive: () => {
      const hasFailed = failures > 0;
      failures = 0;
      if (hasFailed) wake();
    },
    stop: () => {
      isStopped = true;
      cancel();
    },
  };
};
