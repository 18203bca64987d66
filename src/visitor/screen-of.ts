import { type EntryKind, kindOf } from '../contract/entry-name.ts';
import type { EntryId } from '../contract/id.ts';
import type { Screen } from './session/path.ts';

/** The screen on which an entry is read. */
export const screenOf = (id: EntryId): Extract<Screen, { name: EntryKind }> => ({ name: kindOf(id), id });
