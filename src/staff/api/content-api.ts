import * as v from 'valibot';
import { EntryDetail, EntryRow, NamedBy, type SaveEntry } from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import { routes } from '../../contract/routes.ts';
import { type KeepWriting, WritingDetail, WritingKept, WritingRow } from '../../contract/writing.ts';
import type { Calls } from './call.ts';

const { staff } = routes;

/** Entries, and what this person types and has not made a revision of. */
export const contentApi = ({ get, send, drop }: Calls) => ({
  entries: () => get(staff.entries, v.array(EntryRow)),
  entry: (id: EntryId) => get(staff.entry(id), EntryDetail),
  namedBy: (id: EntryId) => get(staff.entryNamedBy(id), NamedBy),
  save: (id: EntryId, save: SaveEntry) => send('PUT', staff.entry(id), save, EntryDetail),
  writings: () => get(staff.writings, v.array(WritingRow)),
  writing: (id: EntryId) => get(staff.writing(id), WritingDetail),
  keepWriting: (id: EntryId, keep: KeepWriting) => send('PUT', staff.writing(id), keep, WritingKept),
  dropWriting: (id: EntryId) => drop(staff.writing(id)),
});
