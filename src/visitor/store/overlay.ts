import type { Digest } from '../../contract/id.ts';
import type { PublishedEntry, PublishedObject } from '../../contract/published.ts';
import type { Current } from './content-db.ts';
import type { ContentDatabase } from './read-content.ts';
import { ALL, dropRows, putRows } from './turn.ts';

/** Drafts over what is published, in a preview's own database: lists, counts and search see them as if they were out. */

/** No digest of anything: nothing that was signed is ever taken for a draft. */
const nameOf = ({ entry, revision }: PublishedEntry): Digest => `draft ${entry.id} ${revision}` as Digest;

export const overlay = (db: ContentDatabase, drafts: readonly PublishedObject[]): Promise<void> =>
  db.run({
    stores: ALL,
    mode: 'readwrite',
    do: async (unit) => {
      const state = unit.objectStore('state');
      let current = (await state.get('current')) as Current | undefined;
      if (current === undefined) return;
      for (const draft of drafts) {
        if (draft.type === 'hall') current = { ...current, hall: draft.hall };
        if (draft.type !== 'entry') continue;
        const digest = nameOf(draft);
        await unit.objectStore('objects').put(draft, digest);
        const left = await dropRows(unit, [draft.entry.id], current.counts);
        current = { ...current, counts: await putRows(unit, [digest], left) };
      }
      await state.put(current, 'current');
    },
  });
