import * as v from 'valibot';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Entry } from '../../contract/entry.ts';
import { EntryId } from '../../contract/id.ts';
import { type Branch, isBranch, isSame, type Tree } from './field/tree.ts';

/** An entry that somebody is writing, until it becomes a revision. */
export interface Writing {
  readonly mine: Branch;
  /** What it was when the writing began. */
  readonly base: Branch;
  /** The revision of `base`; 0 for an entry that the server does not know yet. */
  readonly basedOn: number;
}

const PREFIX = '内容 ';
export const writingKey = (id: EntryId): string => `${PREFIX}${id}`;
/** null: the key of something else. */
export const idOfKey = (key: string): EntryId | null => {
  const id = v.safeParse(EntryId, key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '');
  return id.success ? id.output : null;
};
export const branchOfEntry = (entry: Entry): Branch => entry as unknown as Branch;

export const isChanged = (writing: Writing): boolean => !isSame(writing.mine, writing.base);

export const writingOf = (detail: EntryDetail): Writing => {
  const base = branchOfEntry(detail.entry);
  return { mine: base, base, basedOn: detail.revision };
};

/** What lay in a browser's storage may be of an older program, or damaged. */
export const isWriting = (value: unknown): value is Writing => {
  const held = value as Tree;
  return (
    isBranch(held) &&
    isBranch(held.mine) &&
    isBranch(held.base) &&
    typeof held.basedOn === 'number' &&
    held.basedOn >= 0
  );
};
