import type { EntryRow } from '../../contract/desk.ts';
import { entryKinds } from '../../contract/entry-name.ts';
import type { EntryId } from '../../contract/id.ts';
import { reviewStates } from '../../contract/review.ts';
import { BY_IMPORT, type ContentPlace, type EnglishFilter, type EntrySort } from '../route/route.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What a row is found by; worked out once a row, so that each letter of a search is quick among thousands. */
const words = new WeakMap<EntryRow, string>();
const wordsOf = (row: EntryRow): string => {
  const known = words.get(row) ?? plain(`${row.title} ${row.id} ${row.indexNo ?? ''}`);
  words.set(row, known);
  return known;
};

const byTitle = new Intl.Collator('zh-CN').compare;

const orders: Readonly<Record<EntrySort | '', (a: EntryRow, b: EntryRow) => number>> = {
  '': (a, b) => entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || byTitle(a.title, b.title),
  edited: (a, b) => (a.editedAt === b.editedAt ? 0 : a.editedAt > b.editedAt ? -1 : 1),
  title: (a, b) => byTitle(a.title, b.title),
  state: (a, b) => reviewStates.indexOf(a.state) - reviewStates.indexOf(b.state) || byTitle(a.title, b.title),
};

/** Stale English is there too. */
const isInEnglish = ({ english }: EntryRow, asked: EnglishFilter): boolean =>
  asked === 'none' ? english === null : asked === 'there' ? english !== null : english === 'stale';

export type EntryFilter = Omit<ContentPlace, 'number'>;

/** `due`: which entries the filter by time limit lets through; null while nobody asked for it. */
export const filterEntries = (
  rows: readonly EntryRow[],
  { kind, state, q, department = '', by = '', english = '', sort = '' }: EntryFilter,
  due: ReadonlySet<EntryId> | null = null,
): readonly EntryRow[] => {
  const asked = plain(q.trim());
  return rows
    .filter(
      (row) =>
        (kind === '' || row.kind === kind) &&
        (state === '' || row.state === state) &&
        (department === '' || row.department === department) &&
        (by === '' || (row.author?.id ?? BY_IMPORT) === by) &&
        (due === null || due.has(row.id)) &&
        (english === '' || isInEnglish(row, english)) &&
        wordsOf(row).includes(asked),
    )
    .sort(orders[sort]);
};

/** Who wrote the latest revision of anything, oneself first. */
export const authorsOf = (
  rows: readonly EntryRow[],
  me: string | undefined,
): readonly (readonly [id: string, name: string])[] => {
  const names = new Map(rows.map(({ author }) => [author?.id ?? BY_IMPORT, author?.name ?? '导入'] as const));
  const own = (id: string): number => (id === me ? 0 : id === BY_IMPORT ? 2 : 1);
  return [...names]
    .sort(([a, one], [b, other]) => own(a) - own(b) || byTitle(one, other))
    .map(([id, name]) => [id, id === me ? `我（${name}）` : name] as const);
};

/** More rows than this go on other pages: a page of thousands of rows takes seconds to draw. */
export const ROWS_PER_PAGE = 100;

/** One page of a list; a page that there is not is the last one. */
export const pageOf = <T>(rows: readonly T[], number: number) => {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_PER_PAGE));
  const page = Math.min(number, pages);
  return { page, pages, shown: rows.slice((page - 1) * ROWS_PER_PAGE, page * ROWS_PER_PAGE) };
};
