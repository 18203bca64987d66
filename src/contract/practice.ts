import { type Role, roles } from './account.ts';
import type { StaffId } from './id.ts';

/**
 * Practice (练习): a hall of one's own with the content of the real one, in which one person takes every part in turn, from the draft
 * to the publication. Nothing of it reaches a screen, a colleague or a register.
 */

export const practiceRoles = ['editor', 'reviewer', 'secrecy', 'signer'] as const satisfies readonly Role[];
export type PracticeRole = (typeof practiceRoles)[number];

/** The part that is played, with each request. */
export const PRACTICE_HEADER = 'x-practice-role';

/** Each part is somebody of its own: nobody signs what they wrote, in practice neither. */
export const practisingPerson = (role: PracticeRole): { readonly id: StaffId; readonly name: string } => ({
  id: `s-practice${role}` as StaffId,
  name: `练习·${roles[role]}`,
});
