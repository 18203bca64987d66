import type { Person } from '../../contract/desk.ts';
import type { StaffId } from '../../contract/id.ts';

/** Whoever did something keeps their name in the record as long as their account is there. */
export const personOf = (id: StaffId | null, name: string | null): Person | null =>
  id === null ? null : { id, name: name ?? '已离开的同事' };
