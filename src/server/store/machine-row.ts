import type { MachineRow } from '../../contract/desk.ts';
import type { NamedMachine } from './machine.ts';
import { personOf } from './person.ts';

/** A machine as the desk sees it. */
export const machineRow = (row: NamedMachine): MachineRow => ({
  id: row.id,
  prefix: row.prefix,
  kind: row.kind,
  place: row.place,
  enrolledAt: row.enrolled_at,
  lastSeenAt: row.last_seen_at,
  shows: row.shows,
  waiting: row.waiting,
  refused: row.refused,
  confirmedAt: row.confirmed_at,
  revocation:
    row.revoked_at === null
      ? null
      : { at: row.revoked_at, by: personOf(row.revoked_by, row.revoker), reason: row.revoked_for ?? '' },
});
