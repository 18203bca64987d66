import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import type { EntryDetail, Person } from '../../../contract/desk.ts';
import { kindOf } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import { useDesk } from '../../desk.ts';
import type { Autosave } from '../autosave.ts';
import { type Other, otherOf } from '../difference/other.ts';
import type { Branch } from '../field/tree.ts';
import { isChanged, type Writing, writingKey, writingOf } from '../writing.ts';
import { type EditorSignals, type EditorWork, makeWork } from './editor-work.ts';
import { type DraftFault, draftFaults } from './fault.ts';
import { cancelledWords } from './schedule-note.tsx';

/**
 * An entry under somebody's hands. Every key is kept (autosave); saving makes a revision and names the one that the writing began
 * from; when a colleague saved in between, theirs is fetched and the person chooses: nothing is overwritten, nothing is lost.
 */
export interface EditorState {
  readonly writing: ReadonlySignal<Writing>;
  readonly faults: ReadonlySignal<readonly DraftFault[]>;
  /** A save was tried: from then on every fault is shown. */
  readonly isTried: ReadonlySignal<boolean>;
  /** How often faults stood in the way of a save: each time the list of faults takes the focus. */
  readonly stops: ReadonlySignal<number>;
  readonly busy: ReadonlySignal<string | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly done: ReadonlySignal<string | null>;
  readonly theirs: ReadonlySignal<Other | null>;
  /** What was given up last, until the page is left. */
  readonly discarded: ReadonlySignal<Writing | null>;
  readonly change: (mine: Branch) => void;
  readonly save: () => Promise<void>;
  readonly submit: () => Promise<void>;
  /** Goes on with what was chosen, on top of the colleague's revision. */
  readonly goOn: (mine: Branch) => void;
  readonly discard: () => void;
  readonly bringBack: () => void;
  readonly look: () => Promise<void>;
  /** Shows what another page of this browser holds. */
  readonly lookBeside: () => void;
}

export interface EditorInput {
  readonly id: EntryId;
  readonly detail: EntryDetail | null;
  readonly onDetail: (detail: EntryDetail) => void;
}

const EMPTY: Writing = { mine: {}, base: {}, basedOn: 0 };
export const SAVING = '正在存稿……';
export const SENDING = '正在送审……';

interface Held extends EditorSignals {
  readonly stops: Signal<number>;
  readonly isTried: Signal<boolean>;
  readonly busy: Signal<string | null>;
  readonly discarded: Signal<Writing | null>;
}

/** One piece of work at a time; what the last one said goes. */
const guarded = async (held: Held, words: string, work: () => Promise<void>): Promise<void> => {
  if (held.busy.peek() !== null) return;
  [held.busy.value, held.problem.value, held.done.value] = [words, null, null];
  await work();
  held.busy.value = null;
};

/** Leaving a conflict: with what was chosen of both, or with the other text alone. */
const waysOut = (
  held: Held,
  work: EditorWork,
  { id, detail, onDetail }: EditorInput,
  autosave: Autosave,
) => ({
  goOn: (mine: Branch): void => {
    const theirs = held.theirs.peek();
    if (theirs === null) return;
    if (theirs.copy) autosave.decide(id, theirs.copy.writing);
    if (theirs.copy) autosave.adopt(id, theirs.copy.writing, theirs.copy);
    const base = theirs.copy?.writing ?? (theirs.detail ? writingOf(theirs.detail) : EMPTY);
    work.put({ ...base, mine });
    if (theirs.detail) onDetail(theirs.detail);
    held.theirs.value = null;
    held.done.value = null;
  },
  discard: (): void => {
    const theirs = held.theirs.peek();
    const now = theirs?.detail ?? detail;
    if (theirs?.copy) autosave.decide(id, theirs.copy.writing);
    held.discarded.value = held.writing.peek();
    if (theirs?.copy) autosave.adopt(id, theirs.copy.writing, theirs.copy);
    else autosave.drop(id);
    held.writing.value = theirs?.copy?.writing ?? (now ? writingOf(now) : EMPTY);
    if (theirs?.detail) onDetail(theirs.detail);
    [held.theirs.value, held.problem.value, held.done.value, held.isTried.value] = [null, null, null, false];
  },
  bringBack: (): void => {
    const back = held.discarded.peek();
    if (back === null) return;
    held.discarded.value = null;
    work.put(back);
  },
});

/** A text that began from an older revision than the entry now has is shown beside it before anything else. */
const behind = (
  kept: Writing | undefined,
  detail: EntryDetail | null,
  me: string | undefined,
): Other | null =>
  kept !== undefined && detail !== null && kept.basedOn < detail.revision
    ? otherOf(detail, me as Person['id'] | undefined)
    : null;

export const useEditor = (input: EditorInput): EditorState => {
  const { id, detail } = input;
  const desk = useDesk();
  const kept = desk.memory.take<Writing>(writingKey(id));
  const held: Held = {
    writing: useSignal(kept ?? (detail ? writingOf(detail) : EMPTY)),
    problem: useSignal<Problem | null>(null),
    done: useSignal<string | null>(null),
    theirs: useSignal<Other | null>(behind(kept, detail, desk.session.peek()?.staff.id)),
    discarded: useSignal<Writing | null>(null),
    isTried: useSignal(false),
    stops: useSignal(0),
    busy: useSignal<string | null>(null),
  };
  const faults = useComputed(() => draftFaults(kindOf(id), held.writing.value.mine));
  const latest = useRef(input);
  latest.current = input;
  const work = useMemo(
    () => makeWork({ id, desk, signals: held, report: (now) => latest.current.onDetail(now) }),
    [id, desk],
  );
  const isReady = (): boolean => {
    const isFree = faults.peek().length === 0;
    held.isTried.value = !isFree;
    if (!isFree) held.stops.value += 1;
    return isFree;
  };
  const save = async (): Promise<void> => {
    const before = latest.current.detail;
    const saved = await work.write();
    if (saved)
      held.done.value = `已存成第 ${saved.revision} 稿。${cancelledWords(before) ?? ''}还没有送审，屏幕上不会变。`;
  };
  return {
    ...held,
    ...waysOut(held, work, input, desk.autosave),
    faults,
    look: work.look,
    lookBeside: work.lookBeside,
    change: (mine) => work.put({ ...held.writing.peek(), mine }),
    save: async () => {
      if (isChanged(held.writing.peek()) && isReady()) await guarded(held, SAVING, save);
    },
    submit: async () => {
      const before = latest.current.detail;
      if (isReady()) await guarded(held, SENDING, () => work.send(before));
      const cancelled = cancelledWords(before);
      if (cancelled !== null && held.done.peek() !== null)
        held.done.value = `${held.done.peek()}${cancelled}`;
    },
  };
};
