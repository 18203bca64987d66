import type { MachineRow } from '../../contract/desk.ts';
import type { StoredMachine } from './machine.ts';

/** A machine as the desk sees it. */
export const machineRow = (row: StoredMachine): MachineRow => ({
  id: row.id,
  prefix: row.prefix,
  kind: row.kind,
  enrolledAt: row.enrolled_at,
  lastSeenAt: row.last_seen_at,
  shows: row.shows,
  waiting: row.waiting,
  revoked: row.revoked_at !== null,
});
