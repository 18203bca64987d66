import type { EntryRow } from '../../contract/desk.ts';
import { entryKinds } from '../../contract/id.ts';
import type { Route } from '../route/route.ts';

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const isFound = (row: EntryRow, q: string): boolean =>
  plain(`${row.title} ${row.id} ${row.indexNo ?? ''}`).includes(plain(q.trim()));

/** By kind in the order of the kinds, then by title. */
export const filterEntries = (
  rows: readonly EntryRow[],
  { kind, state, q }: Pick<Extract<Route, { page: 'content' }>, 'kind' | 'state' | 'q'>,
): readonly EntryRow[] =>
  rows
    .filter((row) => (kind === '' || row.kind === kind) && (state === '' || row.state === state))
    .filter((row) => isFound(row, q))
    .sort(
      (a, b) =>
        entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind) || a.title.localeCompare(b.title, 'zh-CN'),
    );

/** What screens show of it, in words. */
export const onScreens = ({ publishedRevision, revision }: EntryRow): string => {
  if (publishedRevision === null) return '没有';
  return publishedRevision === revision
    ? `第 ${revision} 稿`
    : `第 ${publishedRevision} 稿，新稿是第 ${revision} 稿`;
};
