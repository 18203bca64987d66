import { signal } from '@preact/signals';
import type { WorkCalendar } from '../../contract/deadline.ts';
import type { EntryId, EntryKind } from '../../contract/id.ts';
import type { DatabaseLoss } from './connect.ts';
import { type Current, openContent, type SearchRow, type SearchText } from './content-db.ts';
import { listen } from './notice.ts';
import {
  type CataloguePage,
  type CatalogueQuery,
  type ReadEntry,
  type RowFilter,
  type RowOfKind,
  readCatalogue,
  readCurrent,
  readEntryFrom,
  readRows,
  readSearchRows,
  readSearchTexts,
} from './read-content.ts';

/**
 * What screens read. Light on purpose (the home screen waits for it): neither the schema library nor cryptography is here.
 * A published change shows by `current` becoming another value; an entry changed exactly when its digest did.
 */

/** undefined = not read yet; null = never filled (first start, or the browser has lost it). */
export const current = signal<Current | null | undefined>(undefined);

/** Set once when the browser gave us an empty database; `main` asks the canary whether that is a first run or a loss. */
export const contentLoss = signal<DatabaseLoss | null>(null);

export const contentDatabase = openContent(undefined, (loss) => {
  contentLoss.value = loss;
});

export const readAgain = async (): Promise<void> => {
  const held = await readCurrent(contentDatabase);
  if (held?.number !== current.peek()?.number || current.peek() === undefined) current.value = held;
};

/** Reads for the first time and follows what other pages of ours turn. */
export const openContentStore = (): Promise<void> => {
  listen('content', () => void readAgain());
  return readAgain();
};

export const readEntry = (id: EntryId): Promise<ReadEntry | null> => readEntryFrom(contentDatabase, id);

/** Newest first. Of guides by topic or audience, at most a few hundred exist. */
export const rows = <K extends EntryKind>(
  kind: K,
  filter: RowFilter = {},
): Promise<readonly RowOfKind<K>[]> => readRows(contentDatabase, kind, filter);

/** One page of disclosed items, newest first; `after` is the last row of the page before. */
export const catalogue = (query: CatalogueQuery): Promise<CataloguePage> =>
  readCatalogue(contentDatabase, query);

export const searchRows = (): Promise<readonly SearchRow[]> => readSearchRows(contentDatabase);
export const searchTexts = (): Promise<readonly SearchText[]> => readSearchTexts(contentDatabase);

export const calendar = async (): Promise<WorkCalendar> => {
  const { workCalendar } = await import('../../contract/deadline.ts');
  return workCalendar(current.peek()?.calendars ?? []);
};
