import { effect } from '@preact/signals';
import { POLL_MS } from '../../contract/machine.ts';
import { phoneInGroups } from '../../contract/phone.ts';
import { noteInCanary, readCanary } from '../store/canary.ts';
import { contentDatabase, current, readAgain } from '../store/content.ts';
import { machineName } from '../store/facts.ts';
import { tell } from '../store/notice.ts';
import { refused, waiting } from '../store/outbox.ts';
import { http, note } from './contact.ts';
import { openEventSource, type Shown, startEvents } from './events.ts';
import { type Loop, type RunEnd, startLoop, wallTimer } from './loop.ts';
import { type PullEnd, type PullParts, pull } from './pull.ts';

/** Keeps content current: pulls when the stream says so, when the network comes back, and every few minutes besides. */

const onTurned = async (): Promise<void> => {
  await readAgain();
  const hall = current.peek()?.hall;
  if (hall) noteInCanary({ helpLine: phoneInGroups(hall.hotline) });
  tell('content');
};

const pullOnce = async (isThorough: boolean): Promise<PullEnd> => {
  const noteShown: PullParts['noteShown'] = (shown) => noteInCanary({ shown });
  const end = await navigator.locks.request('bianminping-pull', () =>
    pull({ db: contentDatabase, http, readCanary, noteShown, isThorough, onTurned }),
  );
  if (end.kind === 'refused') note(`snapshot-${end.why}`, String(end.number ?? ''));
  return end;
};

const puller = (onContact: () => void): (() => Promise<RunEnd>) => {
  let isChecked = false;
  return async () => {
    const { kind } = await pullOnce(!isChecked);
    if (kind !== 'turned' && kind !== 'unchanged') return 'failed';
    isChecked ||= kind === 'unchanged';
    onContact();
    return 'done';
  };
};

/** The desk sees a change of these after so long; many changes together are told once. */
const TELL_AFTER_MS = 500;

const reopenOnChange = (reopen: () => void): (() => void) => {
  let cancel = (): void => undefined;
  let isFirst = true;
  const stop = effect(() => {
    void [current.value?.number, waiting.value, refused.value, machineName.value];
    cancel();
    if (!isFirst) cancel = wallTimer.after(TELL_AFTER_MS, reopen);
    isFirst = false;
  });
  return () => {
    stop();
    cancel();
  };
};

const shown = (): Shown => ({
  machine: machineName.peek(),
  shows: current.peek()?.number ?? 0,
  waiting: waiting.peek(),
  refused: refused.peek(),
});

/** `onContact` is called whenever our server has answered as it should: a sign of life for whatever waits. */
export const keepContent = (onContact: () => void): Pick<Loop, 'wake' | 'stop'> => {
  const loop = startLoop({
    run: puller(onContact),
    restMs: POLL_MS,
    timer: wallTimer,
    onFault: (cause) => note('pull-fault', String(cause)),
  });
  const events = startEvents({
    open: openEventSource,
    timer: wallTimer,
    shown,
    onHead: (number) => {
      if (number !== current.peek()?.number) loop.wake();
    },
    onAlive: () => {
      loop.wake();
      onContact();
    },
    onLost: loop.wake,
  });
  const stopTelling = reopenOnChange(events.reopen);
  const listening = new AbortController();
  const { signal } = listening;
  const online = (): void => {
    events.reopen();
    loop.wake();
  };
  window.addEventListener('online', online, { signal });
  // Whether the line is really cut is for a try to find out.
  window.addEventListener('offline', loop.wake, { signal });
  const seen = (): void => {
    if (document.visibilityState === 'visible') loop.wake();
  };
  document.addEventListener('visibilitychange', seen, { signal });
  return {
    wake: loop.wake,
    stop: () => {
      for (const stop of [loop.stop, events.stop, stopTelling]) stop();
      listening.abort();
    },
  };
};
