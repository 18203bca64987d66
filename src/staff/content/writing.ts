import type { EntryDetail } from '../../contract/desk.ts';
import type { Entry } from '../../contract/entry.ts';
import type { EntryId } from '../../contract/id.ts';
import type { Memory } from '../memory.ts';
import { type Branch, isSame } from './field/tree.ts';

/** An entry that somebody is writing, as it stands in this page's memory until the server has it. */
export interface Writing {
  readonly mine: Branch;
  /** What it was when the writing began. */
  readonly base: Branch;
  /** The revision of `base`; 0 for an entry that the server does not know yet. */
  readonly basedOn: number;
}

const PREFIX = '内容 ';
export const writingKey = (id: EntryId): string => `${PREFIX}${id}`;
export const branchOfEntry = (entry: Entry): Branch => entry as unknown as Branch;

export const isChanged = (writing: Writing): boolean => !isSame(writing.mine, writing.base);

export const writingOf = (detail: EntryDetail): Writing => {
  const base = branchOfEntry(detail.entry);
  return { mine: base, base, basedOn: detail.revision };
};

/** Kept while it differs from what the server has. */
export const keepWriting = (memory: Memory, id: EntryId, writing: Writing): void => {
  if (isChanged(writing)) memory.keep(writingKey(id), writing);
  else memory.drop(writingKey(id));
};

/** Names of entries with unsaved text. */
export const unsavedIn = (keys: readonly string[]): readonly string[] =>
  keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
