import * as v from 'valibot';
import { EntryRow, type Person } from '../../contract/desk.ts';
import type { EntryRecord, NamedEntryRecord } from './entry.ts';

/** An entry as the desk's lists show it. Imports have no person: null. */

export type Loose<T> = { [K in keyof T]: unknown };

export const person = (id: string | null, name: string | null): Loose<Person> | null =>
  id === null ? null : { id, name: name ?? '已离开的同事' };

/** Only while screens show that very revision. */
export const owedFor = ({ urgent_revision, published_revision }: EntryRecord): number | null =>
  urgent_revision !== null && urgent_revision === published_revision ? urgent_revision : null;

export const looseRow = (record: NamedEntryRecord): Loose<EntryRow> => ({
  id: record.id,
  kind: record.kind,
  title: record.title,
  revision: record.revision,
  state: record.state,
  author: person(record.author_id, record.author_name),
  editedAt: record.edited_at,
  publishedRevision: record.published_revision,
  indexNo: record.index_no,
  department: record.its_department,
  publishAt: record.publish_at,
  endAt: record.end_at,
  urgentRevision: owedFor(record),
  english: record.english,
});

export const entryRow = (record: NamedEntryRecord): EntryRow => v.parse(EntryRow, looseRow(record));
