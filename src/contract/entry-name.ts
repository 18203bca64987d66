import type { EntryId } from './id.ts';

/** The two parts of an entry's id: its kind and its short name. */

export const entryKinds = ['guide', 'chart', 'item', 'card', 'form', 'page'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const kindOf = (id: EntryId): EntryKind => id.slice(0, id.indexOf('/')) as EntryKind;
export const nameOf = (id: EntryId): string => id.slice(id.indexOf('/') + 1);
