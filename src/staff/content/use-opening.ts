import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { EntryId } from '../../contract/id.ts';
import { ok } from '../../contract/result.ts';
import type { WritingDetail } from '../../contract/writing.ts';
import type { Answer } from '../api/call.ts';
import { type Desk, useDesk, useMay } from '../desk.ts';
import { type Loaded, useLoad } from '../part/use-load.ts';
import type { Branch } from './field/tree.ts';
import { type Writing, writingKey } from './writing.ts';

export interface Opening {
  /** null: an entry that the server does not know yet. */
  readonly loaded: Loaded<EntryDetail | null>;
  readonly others: ReadonlySignal<WritingDetail['others']>;
  /** How many states of what was given up can be brought back. */
  readonly past: ReadonlySignal<number>;
}

/** Opens an entry with what one was writing on it, wherever that was: in this page, in this browser or on the server. */
export const useOpening = (id: EntryId): Opening => {
  const desk = useDesk();
  const may = useMay();
  const others = useSignal<WritingDetail['others']>([]);
  const past = useSignal(0);
  const loaded = useLoad<EntryDetail | null>(id, async () => {
    const asked = may('content.edit') ? desk.api.writing(id) : null;
    const [entry, writing] = await Promise.all([desk.api.entry(id), asked, desk.autosave.opened()]);
    if (writing?.ok) {
      others.value = writing.value.others;
      past.value = writing.value.past;
      adopt(desk, id, writing.value.mine);
    }
    return openedNew(desk, id, entry);
  });
  return { loaded, others, past };
};

/** What this page or browser holds is newer, or the autosave will say that both differ. */
const adopt = ({ autosave, memory }: Desk, id: EntryId, mine: WritingDetail['mine']): void => {
  if (mine === null || memory.take(writingKey(id)) !== undefined) return;
  autosave.adopt(id, { mine: mine.text as Branch, base: mine.base as Branch, basedOn: mine.basedOn }, mine);
};

/** An entry that was only begun is not there to be found. */
const openedNew = async (
  { memory }: Desk,
  id: EntryId,
  entry: Awaited<Answer<EntryDetail>>,
): Answer<EntryDetail | null> =>
  !entry.ok && memory.take<Writing>(writingKey(id))?.basedOn === 0 ? ok(null) : entry;
