import type { EntryRow } from './desk.ts';

/** What screens show of an entry, in words. */
export const onScreens = ({
  publishedRevision,
  revision,
}: Pick<EntryRow, 'publishedRevision' | 'revision'>): string => {
  if (publishedRevision === null) return '没有';
  return publishedRevision === revision
    ? `第 ${revision} 稿`
    : `第 ${publishedRevision} 稿，新稿是第 ${revision} 稿`;
};
