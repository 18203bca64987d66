import { type EntryId, kindOf } from '../contract/id.ts';
import type { Screen } from './session/path.ts';

/** The screen on which an entry is read. */
export const screenOf = (id: EntryId): Screen => ({ name: kindOf(id), id });
