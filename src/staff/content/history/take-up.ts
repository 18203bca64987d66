import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Desk } from '../../desk.ts';
import type { Writing } from '../writing.ts';

/**
 * Puts a text into the editor in place of what one was writing there. Promise: that is kept among what was given up first; when it
 * cannot be, nothing is replaced and why is returned.
 */
export const takeUp = async (desk: Desk, id: EntryId, writing: Writing): Promise<Problem | null> => {
  const { api, autosave, place } = desk;
  await autosave.flush();
  const release = await autosave.rest(id);
  const gone = await api.dropWriting(id);
  if (gone.ok) {
    autosave.settle(id);
    autosave.keep(id, writing);
  }
  release();
  if (!gone.ok) return gone.problem;
  place.go({ page: 'entry', id });
  return null;
};
