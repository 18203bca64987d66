import type { EntryRow } from '../../contract/desk.ts';
import { ok } from '../../contract/result.ts';
import { useDesk, useMay } from '../desk.ts';
import { useLoad } from '../part/use-load.ts';
import type { Speaker } from './field/in-words.ts';

/**
 * Names of departments and entries, so that nobody has to read a short name. Until they are there, short names stand in. Who keeps the
 * hall and reads no drafts is told what is published.
 */
export const useSpeaker = (): { readonly speaker: Speaker; readonly entries: readonly EntryRow[] } => {
  const { api, hall } = useDesk();
  const may = useMay();
  const { value: entries = [] } = useLoad('entries', async () =>
    may('content.read') ? api.entries() : ok([]),
  );
  const { value: shown = [] } = useLoad('shown', async () =>
    may('hall.read') && !may('content.read') ? api.hallEntries() : ok([]),
  );
  const titleOf = (id: string): string | undefined =>
    [...entries, ...shown].find((row) => row.id === id)?.title;
  return {
    entries,
    speaker: { hall: hall.value, titleOf },
  };
};
