import { momentOf } from '../../contract/day.ts';
import { routes } from '../../contract/routes.ts';
import type { OutboxDatabase, StoredIncident } from '../store/outbox-db.ts';
import { enrolledMachine } from './enrol.ts';
import type { Http } from './http.ts';

/** What staff must know of a screen: a lost database, a refused snapshot, a refused upload. Numbers and codes, nothing of a visitor. */

/** More than this wait only when nobody has listened for long; the oldest say most. */
const MOST = 200;

export const noteIncident = (
  db: OutboxDatabase,
  incident: { readonly kind: string; readonly detail: string },
  nowMs: number,
): Promise<void> =>
  db.run({
    stores: ['incidents'],
    mode: 'readwrite',
    do: async (unit) => {
      const store = unit.objectStore('incidents');
      const held = await store.getAll();
      const isKnown = held.some(({ kind, detail }) => kind === incident.kind && detail === incident.detail);
      if (!isKnown && held.length < MOST) await store.add({ ...incident, at: momentOf(nowMs) });
    },
  });

const incidentsOf = (db: OutboxDatabase): Promise<readonly (readonly [number, StoredIncident])[]> =>
  db.run({
    stores: ['incidents'],
    mode: 'readonly',
    do: async (unit) => {
      const store = unit.objectStore('incidents');
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return values.map((value, at) => [keys[at] ?? 0, value] as const);
    },
  });

/** Sends what was noted; what the server has heard is not kept. */
export const report = async (db: OutboxDatabase, http: Http): Promise<void> => {
  const noted = await incidentsOf(db);
  if (noted.length === 0) return;
  const machine = (await enrolledMachine(db))?.enrolled.machine ?? null;
  const body = { machine, incidents: noted.map(([, incident]) => incident) };
  const answer = await http.ask({ path: routes.report, method: 'POST', body });
  if (answer.kind !== 'ok') return;
  const keys = noted.map(([key]) => key);
  await db.run({
    stores: ['incidents'],
    mode: 'readwrite',
    do: async (unit) => {
      for (const key of keys) await unit.objectStore('incidents').delete(key);
    },
  });
};
