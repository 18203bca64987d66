import { effect } from '@preact/signals';
import { connection } from '../store/facts.ts';
import { note } from './contact.ts';
import { keepInputDataOnce } from './input-data.ts';
import { startLoop, wallTimer } from './loop.ts';

/** Nothing changes while the page lives: once held, the loop only looks whether the browser has thrown it away. */
const LOOK_MS = 60 * 60_000;

export const startInputData = (): void => {
  const loop = startLoop({
    run: keepInputDataOnce,
    restMs: LOOK_MS,
    timer: wallTimer,
    onFault: (cause) => note('input-data-fault', String(cause)),
  });
  effect(() => {
    if (connection.value === 'connected') loop.revive();
  });
};
