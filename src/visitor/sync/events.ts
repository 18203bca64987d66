import { EVENT_SILENCE_MS } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { Timer } from './loop.ts';
import { retryAfterMs } from './retry.ts';

/**
 * The server's event stream. It only says that a look is worth while: nothing it carries is believed. A stream behind a proxy can
 * die without a word, so silence longer than three beats reopens it.
 */

export interface Stream {
  readonly close: () => void;
}

export interface StreamEvents {
  readonly onHead: (number: number) => void;
  readonly onBeat: () => void;
  readonly onError: () => void;
}

export type OpenStream = (path: string, events: StreamEvents) => Stream;

export const openEventSource: OpenStream = (path, { onHead, onBeat, onError }) => {
  const source = new EventSource(path);
  source.addEventListener('head', ({ data }) => onHead(numberIn(data)));
  source.addEventListener('beat', onBeat);
  source.addEventListener('error', onError);
  return { close: () => source.close() };
};

/** 0 when it cannot be read: still a reason to look. */
const numberIn = (data: unknown): number => {
  try {
    const { number } = JSON.parse(String(data)) as { number?: unknown };
    return typeof number === 'number' ? number : 0;
  } catch {
    return 0;
  }
};

/** What the desk sees of this screen: nothing of any visitor. */
export interface Shown {
  readonly machine: string | null;
  readonly shows: number;
  readonly waiting: number;
  /** Kept because the server will not take them: a person must see to them. */
  readonly refused: number;
}

export interface EventParts {
  readonly open: OpenStream;
  readonly timer: Timer;
  readonly shown: () => Shown;
  readonly onHead: (number: number) => void;
  /** The stream has come up: a sign of life. */
  readonly onAlive: () => void;
  readonly onLost: () => void;
}

/** Shorter than elsewhere: a stream that comes up is what revives everything else. */
const MOST_MS = 15_000;

export interface Events {
  /** Opens anew at once: the network is back, or what the desk should see has changed. */
  readonly reopen: () => void;
  readonly stop: () => void;
}

const pathOf = ({ machine, shows, waiting, refused }: Shown): string => {
  const query = new URLSearchParams({
    shows: String(shows),
    waiting: String(waiting),
    refused: String(refused),
  });
  if (machine !== null) query.set('machine', machine);
  return `${routes.events}?${query}`;
};

export const startEvents = ({ open, timer, shown, onHead, onAlive, onLost }: EventParts): Events => {
  let stream: Stream | null = null;
  let failures = 0;
  let cancel = (): void => undefined;

  const close = (): void => {
    cancel();
    stream?.close();
    stream = null;
  };
  const reopenAfter = (ms: number): void => {
    close();
    cancel = timer.after(ms, begin);
  };
  const lost = (): void => {
    failures += 1;
    reopenAfter(retryAfterMs(failures, timer.random(), MOST_MS));
    onLost();
  };
  const watchSilence = (): void => {
    cancel();
    cancel = timer.after(EVENT_SILENCE_MS, lost);
  };
  const heard = (): void => {
    if (failures > 0) onAlive();
    failures = 0;
    watchSilence();
  };
  const begin = (): void => {
    close();
    // Events of a stream that was closed meanwhile may still come.
    const own = (call: () => void) => () => {
      if (stream === opened) call();
    };
    const opened = open(pathOf(shown()), {
      onHead: (number) =>
        own(() => {
          heard();
          onHead(number);
        })(),
      onBeat: own(heard),
      onError: own(lost),
    });
    stream = opened;
    watchSilence();
  };

  begin();
  return { reopen: begin, stop: close };
};
