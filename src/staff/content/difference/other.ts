import type { EntryDetail, Person } from '../../../contract/desk.ts';
import type { WritingDetail } from '../../../contract/writing.ts';
import type { ElsewhereCopy } from '../autosave-shelf.ts';
import type { Branch } from '../field/tree.ts';
import { branchOfEntry, type Writing } from '../writing.ts';

/** What stands against somebody's text: a colleague's revision, or their own copy from another page. */
export interface Other {
  readonly entry: Branch;
  readonly who: string;
  readonly at: string;
  /** A colleague's: the revision. */
  readonly detail: EntryDetail | null;
  /** One's own: the server's copy, and what it began from. */
  readonly copy: { readonly n: number; readonly savedAt: string; readonly writing: Writing } | null;
}

/** Oneself too may have saved elsewhere meanwhile. */
export const otherOf = (detail: EntryDetail, me: Person['id'] | undefined): Other => ({
  entry: branchOfEntry(detail.entry),
  who: detail.author === null ? '有同事' : detail.author.id === me ? '您自己' : detail.author.name,
  at: detail.editedAt,
  detail,
  copy: null,
});

export const ownCopy = (mine: NonNullable<WritingDetail['mine']>): Other => {
  const writing: Writing = { mine: mine.text as Branch, base: mine.base as Branch, basedOn: mine.basedOn };
  return {
    entry: writing.mine,
    who: '您在别处',
    at: mine.savedAt,
    detail: null,
    copy: { n: mine.n, savedAt: mine.savedAt, writing },
  };
};

/** What another page of this browser holds and the server does not have. */
export const browserCopy = ({ writing, after, at }: ElsewhereCopy): Other => ({
  entry: writing.mine,
  who: '您在别处',
  at,
  detail: null,
  copy: { n: after, savedAt: at, writing },
});
