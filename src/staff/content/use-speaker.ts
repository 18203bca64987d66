import type { EntryRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import type { Speaker } from './field/in-words.ts';

/** Names of departments and entries, so that nobody has to read a short name. Until they are there, short names stand in. */
export const useSpeaker = (): { readonly speaker: Speaker; readonly entries: readonly EntryRow[] } => {
  const { api, hall } = useDesk();
  const { value: entries = [] } = useLoad('entries', () => api.entries());
  return {
    entries,
    speaker: { hall: hall.value, titleOf: (id) => entries.find((row) => row.id === id)?.title },
  };
};
