import type { Canary } from '../store/canary.ts';
import { connection, heardAt } from '../store/facts.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import { openHttp } from './http.ts';
import { type PullEnd, pull } from './pull.ts';

/** What the hall has published, into a database that held nothing: for a preview. It neither reads nor writes what this machine remembers. */

const NOTHING: Canary = { shown: null, prefix: null, isScreen: false, helpLine: null };

const http = openHttp({
  fetch: (...args) => fetch(...args),
  onContact: (contact) => {
    connection.value = contact === 'connected' ? 'connected' : 'offline';
    heardAt.value = Date.now();
  },
});

export const pullOnce = (db: ContentDatabase): Promise<PullEnd> =>
  pull({
    db,
    http,
    readCanary: () => NOTHING,
    noteShown: () => undefined,
    isThorough: false,
    onTurned: async () => undefined,
  });
