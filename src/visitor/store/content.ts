import { batch, computed, signal } from '@preact/signals';
import type { WorkCalendar } from '../../contract/deadline.ts';
import { fitting, inEnglish } from '../../contract/english.ts';
import type { EnglishTexts } from '../../contract/english-texts.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import { language } from '../../ui/words/words.ts';
import { today } from '../clock.ts';
import { DatabaseBlocked, type DatabaseLoss } from './connect.ts';
import {
  type Current,
  DERIVED_VERSION,
  type FormRow,
  openContent,
  type Row,
  type SearchRow,
  type SearchText,
  type TimedItem,
} from './content-db.ts';
import { listen } from './notice.ts';
import {
  type CataloguePage,
  type CatalogueQuery,
  type ForHome,
  type ReadEntry,
  type RowFilter,
  type RowOfKind,
  readCatalogue,
  readEntryFrom,
  readForHome,
  readRows,
  readSearchRows,
  readSearchTexts,
} from './read-content.ts';
import { overOn, pageWithoutOver, shownOn, withoutOver } from './timed.ts';

/**
 * What screens read. Light on purpose (the home screen waits for it): neither the schema library nor cryptography is here.
 * A published change shows by `current` becoming another value; an entry changed exactly when its digest did.
 */

/** undefined = not read yet; null = never filled (first start, or the browser has lost it). */
export const current = signal<Current | null | undefined>(undefined);

/** Without English that is stale: where no notice stands beside it the Chinese does. */
const certain = <T extends { readonly en?: EnglishTexts }>(it: T): T =>
  it.en === undefined ? it : { ...it, en: fitting(it.en) };

/** `current` with what the hall says of itself in the visitor's language, as far as the hall has it. */
export const spoken = computed(() => {
  const held = current.value;
  if (!held || language.value === 'zh-CN') return held;
  return { ...held, hall: inEnglish(certain(held.hall)) };
});

/** An entry in the visitor's language, as far as the hall has it. */
export const spokenEntry = <E extends object>(entry: E & { readonly en?: EnglishTexts }): E =>
  language.value === 'zh-CN' ? entry : inEnglish(entry, fitting(current.value?.hall.en));

/** The same for paper, which outlives its notice: what is stale in English is printed in Chinese. */
export const certainEntry = <E extends object>(entry: E & { readonly en?: EnglishTexts }): E =>
  spokenEntry<E>(certain(entry));

/** A form by the title that it bears in Chinese, as receipts and progress name it. */
export const spokenTitle = (title: string): string => {
  const row = heldForms.value.find((form) => form.title === title);
  return row === undefined ? title : spokenRow(row).title;
};

/** What the hall says the same way everywhere, such as the names of its villages, in the visitor's language. */
export const spokenWords = (words: string): string => {
  const english = current.value?.hall.en?.[words];
  return language.value !== 'zh-CN' && typeof english === 'string' ? english : words;
};

export const spokenRow = <R extends Row>(row: R): R =>
  language.value !== 'zh-CN' && row.en ? { ...row, ...row.en } : row;

const spokenRows = <R extends Row>(rows: readonly R[]): readonly R[] => rows.map(spokenRow);

/** `spoken` as lists and counts show it today: items whose time is over are not in it. Another value when the day ends theirs. */
export const shown = computed(() => spoken.value && shownOn(spoken.value, today.value));

const over = (): readonly TimedItem[] => {
  const held = current.peek();
  return held ? overOn(held.counts, today.peek()) : [];
};

/** Set once when the browser gave us an empty database; `main` asks the canary whether that is a first run or a loss. */
export const contentLoss = signal<DatabaseLoss | null>(null);

/** A preview names a database of its own. Rules of this folder are also tested where there is no page. */
const ownName = typeof document === 'undefined' ? undefined : document.documentElement.dataset.database;

export const contentDatabase = openContent(ownName, (loss) => {
  contentLoss.value = loss;
});

/** `blocked`: another page of ours stands in the way. `broken`: the browser will not open or read the database. */
export type ContentFault = 'blocked' | 'broken';

/** Why what is kept here cannot be read; null while it can. */
export const contentFault = signal<ContentFault | null>(null);

const heldForms = signal<readonly FormRow[]>([]);

/** The forms of `current`, newest first; both change at once. */
export const forms = computed(() => spokenRows(heldForms.value));

/** Rows of another shape are made anew before they are shown; when that cannot be done there is nothing to show. */
const usable = async (held: ForHome): Promise<ForHome> => {
  if (held.current === null || held.current.derived === DERIVED_VERSION) return held;
  const { deriveAgain } = await import('./turn.ts');
  await deriveAgain(contentDatabase).catch(() => undefined);
  const made = await readForHome(contentDatabase);
  return made.current?.derived === DERIVED_VERSION ? made : { current: null, forms: [] };
};

const RETRY_MS = 3_000;
let retry: ReturnType<typeof setTimeout> | undefined;

/** Never fails: what went wrong is a state that screens show, and it is tried again until it is over. */
export const readAgain = async (): Promise<void> => {
  clearTimeout(retry);
  try {
    await read();
    contentFault.value = null;
  } catch (cause) {
    console.error(cause);
    contentFault.value = cause instanceof DatabaseBlocked ? 'blocked' : 'broken';
    retry = setTimeout(() => void readAgain(), RETRY_MS);
  }
};

const read = async (): Promise<void> => {
  const held = await usable(await readForHome(contentDatabase));
  if (current.peek() !== undefined && held.current?.number === current.peek()?.number) return;
  batch(() => {
    heldForms.value = held.forms;
    current.value = held.current;
  });
};

/** Reads for the first time and follows what other pages of ours turn. */
export const openContentStore = (): Promise<void> => {
  listen('content', () => void readAgain());
  return readAgain();
};

export const readEntry = (id: EntryId): Promise<ReadEntry | null> => readEntryFrom(contentDatabase, id);

/** Newest first. Of guides by topic or audience, at most a few hundred exist. */
export const rows = async <K extends EntryKind>(
  kind: K,
  filter: RowFilter = {},
): Promise<readonly RowOfKind<K>[]> =>
  spokenRows(await (kind === 'item' ? shownItems(kind, filter) : readRows(contentDatabase, kind, filter)));

const shownItems = async <K extends EntryKind>(
  kind: K,
  { limit, ...filter }: RowFilter,
): Promise<readonly RowOfKind<K>[]> => {
  const gone = over();
  const more = limit === undefined ? {} : { limit: limit + gone.length };
  return withoutOver(await readRows(contentDatabase, kind, { ...filter, ...more }), gone).slice(0, limit);
};

/** One page of disclosed items, newest first; `after` is the last row of the page before. */
export const catalogue = async (query: CatalogueQuery): Promise<CataloguePage> => {
  const page = pageWithoutOver(await readCatalogue(contentDatabase, query), query, over());
  return { ...page, rows: spokenRows(page.rows) };
};

export const searchRows = async (): Promise<readonly SearchRow[]> =>
  withoutOver(await readSearchRows(contentDatabase), over());
export const searchTexts = async (): Promise<readonly SearchText[]> =>
  withoutOver(await readSearchTexts(contentDatabase), over());

export const calendar = async (): Promise<WorkCalendar> => {
  const { workCalendar } = await import('../../contract/deadline.ts');
  return workCalendar(current.peek()?.calendars ?? []);
};
