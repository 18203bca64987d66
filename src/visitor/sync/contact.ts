import { type Connection, clockAheadMs, connection, heardAt } from '../store/facts.ts';
import { outboxDatabase } from '../store/outbox.ts';
import { type Http, openHttp } from './http.ts';
import { noteIncident } from './report.ts';

/** The one real connection of this page, and what it tells the rest. */

const seen: Record<'connected' | 'offline' | 'not-our-server', Connection> = {
  connected: 'connected',
  offline: 'offline',
  'not-our-server': 'blocked',
};

export const http: Http = openHttp({
  fetch: (...args) => fetch(...args),
  onContact: (contact) => {
    connection.value = seen[contact];
    if (contact === 'connected') heardAt.value = Date.now();
  },
  onTime: (serverMs) => {
    clockAheadMs.value = Date.now() - serverMs;
  },
});

/** For staff; a note that cannot be kept is not worth a visitor's trouble. */
export const note = (kind: string, detail: string): void =>
  void noteIncident(outboxDatabase, { kind, detail }, Date.now()).catch(() => undefined);
