import type { EntryId } from '../../contract/id.ts';
import { contentDatabase, spokenRow } from './content.ts';
import type { Row } from './content-db.ts';

/** In the order asked for; what is not published is left out. */
export const rowsById = async (ids: readonly EntryId[]): Promise<readonly Row[]> => {
  const rows = await contentDatabase.run({
    stores: ['rows'],
    mode: 'readonly',
    do: (unit) => Promise.all(ids.map((id) => unit.objectStore('rows').get(id))),
  });
  return rows.filter((row) => row !== undefined).map(spokenRow);
};
