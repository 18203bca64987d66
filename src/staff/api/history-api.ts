import * as v from 'valibot';
import { EntryDetail } from '../../contract/desk.ts';
import {
  EntryPast,
  HallVersion,
  HallVersionRow,
  PastWriting,
  PastWritingRow,
  type Restore,
  Revision,
} from '../../contract/history.ts';
import type { EntryId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** What was. */
export const historyApi = ({ get, send }: Calls) => ({
  past: (id: EntryId) => get(staff.entryHistory(id), EntryPast),
  revision: (id: EntryId, revision: number) => get(staff.entryRevision(id, revision), Revision),
  restore: (id: EntryId, restore: Restore) => send('POST', staff.entryRestoration(id), restore, EntryDetail),
  /** What this person typed there and gave up. */
  pastWritings: (id: EntryId) => get(staff.pastWritings(id), v.array(PastWritingRow)),
  pastWriting: (id: EntryId, n: number) => get(staff.pastWriting(id, n), PastWriting),
  hallPast: () => get(staff.hallHistory, v.array(HallVersionRow)),
  hallVersion: (key: string) => get(staff.hallVersion(key), HallVersion),
});
