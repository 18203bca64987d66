import { effect } from '@preact/signals';
import { POLL_MS } from '../../contract/machine.ts';
import { contentDatabase, current } from '../store/content.ts';
import { connection } from '../store/facts.ts';
import { http, note } from './contact.ts';
import { type KeepParts, keepPicturesOnce } from './keep-pictures.ts';
import { startLoop, wallTimer } from './loop.ts';

/** A hall's screen brings its pictures ahead: once the texts of a snapshot have turned, and when the network comes back. */

const told = new Set<string>();

/** Once a day of the page's life is enough; the desk would else read it every few minutes. */
const tell: KeepParts['tell'] = (kind, detail) => {
  if (told.has(`${kind} ${kind === 'picture-wrong' ? detail : ''}`)) return;
  told.add(`${kind} ${kind === 'picture-wrong' ? detail : ''}`);
  note(kind, detail);
};

/** Other pages of this machine leave it to the first. */
const alone = async (run: () => ReturnType<typeof keepPicturesOnce>) =>
  navigator.locks.request('bianminping-pictures', { ifAvailable: true }, async (lock) =>
    lock === null ? 'done' : run(),
  );

export const startPictures = (freeBytes: KeepParts['freeBytes']): void => {
  const parts: KeepParts = { db: contentDatabase, http, freeBytes, tell };
  const loop = startLoop({
    run: () => alone(() => keepPicturesOnce(parts)),
    restMs: POLL_MS,
    timer: wallTimer,
    onFault: (cause) => note('picture-fault', String(cause)),
  });
  effect(() => {
    if (current.value) loop.wake();
  });
  effect(() => {
    if (connection.value === 'connected') loop.revive();
  });
};
