import * as v from 'valibot';
import { EntryDetail } from '../../../contract/desk.ts';
import {
  EntryPast,
  HallVersion,
  HallVersionRow,
  PastWriting,
  PastWritingRow,
  type Restore,
  Revision,
} from '../../../contract/history.ts';
import type { EntryId } from '../../../contract/id.ts';
import { routes } from '../../../contract/routes.ts';
import type { Answer } from '../../api.ts';

/** The part of the api that is about what was. */
export interface HistoryApi {
  readonly past: (id: EntryId) => Answer<EntryPast>;
  readonly revision: (id: EntryId, revision: number) => Answer<Revision>;
  readonly restore: (id: EntryId, restore: Restore) => Answer<EntryDetail>;
  /** What this person typed there and gave up. */
  readonly pastWritings: (id: EntryId) => Answer<PastWritingRow[]>;
  readonly pastWriting: (id: EntryId, n: number) => Answer<PastWriting>;
  readonly hallPast: () => Answer<HallVersionRow[]>;
  readonly hallVersion: (key: string) => Answer<HallVersion>;
}

type Get = <S extends v.GenericSchema>(path: string, schema: S) => Answer<v.InferOutput<S>>;
type Send = <S extends v.GenericSchema>(
  method: 'POST' | 'PUT',
  path: string,
  body: unknown,
  schema: S,
) => Answer<v.InferOutput<S>>;

const { staff } = routes;

export const historyCalls = (get: Get, send: Send): HistoryApi => ({
  past: (id) => get(staff.entryHistory(id), EntryPast),
  revision: (id, revision) => get(staff.entryRevision(id, revision), Revision),
  restore: (id, restore) => send('POST', staff.entryRestoration(id), restore, EntryDetail),
  pastWritings: (id) => get(staff.pastWritings(id), v.array(PastWritingRow)),
  pastWriting: (id, n) => get(staff.pastWriting(id, n), PastWriting),
  hallPast: () => get(staff.hallHistory, v.array(HallVersionRow)),
  hallVersion: (key) => get(staff.hallVersion(key), HallVersion),
});
