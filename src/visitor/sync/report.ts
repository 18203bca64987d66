import { momentOf } from '../../contract/day.ts';
import { type IncidentReport, MOST_INCIDENTS } from '../../contract/machine.ts';
import { routes } from '../../contract/routes.ts';
import type { OutboxDatabase, StoredIncident } from '../store/outbox-db.ts';
import { enrolledMachine } from './enrol.ts';
import type { Http } from './http.ts';

/** What staff must know of a screen: a lost database, a refused snapshot, a refused upload. Numbers and codes, nothing of a visitor. */

const MOST_LETTERS = 300;

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
      const noted = { kind: incident.kind, detail: incident.detail.slice(0, MOST_LETTERS) };
      const isKnown = held.some(({ kind, detail }) => kind === noted.kind && detail === noted.detail);
      if (!isKnown && held.length < MOST_INCIDENTS) await store.add({ ...noted, at: momentOf(nowMs) });
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
  const body: IncidentReport = { machine, incidents: noted.map(([, incident]) => incident) };
  const answer = await http.ask({ path: routes.incident, method: 'POST', body });
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
