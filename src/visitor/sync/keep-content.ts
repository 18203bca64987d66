import { effect, untracked } from '@preact/signals';
import { POLL_MS } from '../../contract/machine.ts';
import { noteInCanary, readCanary } from '../store/canary.ts';
import { contentDatabase, current, readAgain } from '../store/content.ts';
import { machineName } from '../store/facts.ts';
import { tell } from '../store/notice.ts';
import { waiting } from '../store/outbox.ts';
import { http, note } from './contact.ts';
import { openEventSource, type Shown, startEvents } from './events.ts';
import { type Loop, type RunEnd, startLoop, wallTimer } from './loop.ts';
import { pull } from './pull.ts';

/** Keeps content current: pulls when the stream says so, when the network comes back, and every few minutes besides. */

const onTurned = async (): Promise<void> => {
  await readAgain();
  tell('content');
};

const pullOnce = async (onContact: () => void): Promise<RunEnd> => {
  const end = await navigator.locks.request('bianminping-pull', () =>
    pull({ db: contentDatabase, http, readCanary, noteShown: (shown) => noteInCanary({ shown }), onTurned }),
  );
  if (end.kind === 'refused') note(`snapshot-${end.why}`, String(end.number ?? ''));
  if (end.kind !== 'turned' && end.kind !== 'unchanged') return 'failed';
  onContact();
  return 'done';
};

/** The desk sees a change of these after so long; many changes together are told once. */
const TELL_AFTER_MS = 500;

const reopenOnChange = (reopen: () => void): void => {
  let cancel = (): void => undefined;
  let isFirst = true;
  effect(() => {
    void [current.value?.number, waiting.value, machineName.value];
    if (!isFirst) {
      untracked(() => {
        cancel();
        cancel = wallTimer.after(TELL_AFTER_MS, reopen);
      });
    }
    isFirst = false;
  });
};

export const keepContent = (onContact: () => void): Loop => {
  const loop = startLoop({
    run: () => pullOnce(onContact),
    restMs: POLL_MS,
    timer: wallTimer,
    onFault: (cause) => note('pull-fault', String(cause)),
  });
  const shown = (): Shown => ({
    machine: machineName.peek(),
    shows: current.peek()?.number ?? 0,
    waiting: waiting.peek(),
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
  reopenOnChange(events.reopen);
  window.addEventListener('online', () => {
    events.reopen();
    loop.wake();
  });
  // Whether the line is really cut is for a try to find out.
  window.addEventListener('offline', loop.wake);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') loop.wake();
  });
  return loop;
};
