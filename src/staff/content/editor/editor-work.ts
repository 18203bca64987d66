import type { Signal } from '@preact/signals';
import type { EntryDetail } from '../../../contract/desk.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Desk } from '../../desk.ts';
import { browserCopy, type Other, otherOf, ownCopy } from '../difference/other.ts';
import { isChanged, type Writing, writingOf } from '../writing.ts';

/** The part of the editor that talks to the server. */
export interface EditorSignals {
  readonly writing: Signal<Writing>;
  readonly problem: Signal<Problem | null>;
  readonly done: Signal<string | null>;
  /** What a colleague saved meanwhile, or oneself in another place. */
  readonly theirs: Signal<Other | null>;
}

export interface EditorWork {
  readonly put: (next: Writing) => void;
  /** null: it was not saved, and why stands in the signals. */
  readonly write: () => Promise<EntryDetail | null>;
  readonly send: (detail: EntryDetail | null) => Promise<void>;
  /** Fetches what stands against the text. */
  readonly look: () => Promise<void>;
  /** Shows what another page of this browser holds. */
  readonly lookBeside: () => void;
}

export interface WorkInput {
  readonly id: EntryId;
  readonly desk: Pick<Desk, 'api' | 'autosave' | 'refresh' | 'session'>;
  readonly signals: EditorSignals;
  readonly report: (detail: EntryDetail) => void;
}

const SUBMITTED = '已送审。审核的同事会在“待我审核”里看到，审核通过并发布以后屏幕才变。';

/** What colleagues saved is fetched, so that both texts can be shown. */
const lookAtEntry = async ({ id, desk, signals }: WorkInput): Promise<void> => {
  const now = await desk.api.entry(id);
  if (!now.ok) {
    signals.problem.value = now.problem;
    return;
  }
  signals.problem.value = null;
  signals.theirs.value = otherOf(now.value, desk.session.peek()?.staff.id);
};

const lookElsewhere = async (input: WorkInput): Promise<void> => {
  const { id, desk, signals } = input;
  const there = await desk.api.writing(id);
  if (!there.ok) {
    signals.problem.value = there.problem;
    return;
  }
  if (there.value.mine !== null) {
    signals.theirs.value = ownCopy(there.value.mine);
    return;
  }
  // The other copy became a revision, or was given up: nothing of it stands in the way but that revision.
  const { mine, base, basedOn } = signals.writing.peek();
  desk.autosave.settle(id);
  desk.autosave.keep(id, { mine, base, basedOn });
  const now = await desk.api.entry(id);
  if (now.ok && now.value.revision > basedOn)
    signals.theirs.value = otherOf(now.value, desk.session.peek()?.staff.id);
};

const saveRevision = async (input: WorkInput, put: EditorWork['put']): Promise<EntryDetail | null> => {
  const { id, desk, signals, report } = input;
  const { api, autosave, refresh } = desk;
  const { writing, problem } = signals;
  const release = await autosave.rest(id);
  const sent = writing.peek();
  const result = await api.save(id, { basedOn: sent.basedOn, entry: sent.mine });
  if (!result.ok) {
    release();
    if (result.problem.code === 'edited-meanwhile') await lookAtEntry(input);
    else problem.value = result.problem;
    return null;
  }
  const fresh = writingOf(result.value);
  // What was typed while the answer was on its way goes on top.
  const { mine } = writing.peek();
  autosave.settle(id);
  release();
  put(mine === sent.mine ? fresh : { ...fresh, mine });
  report(result.value);
  void refresh();
  return result.value;
};

export const makeWork = (input: WorkInput): EditorWork => {
  const { id, desk, signals, report } = input;
  const { api, autosave, refresh } = desk;
  const { writing, problem, done } = signals;
  const put = (next: Writing): void => {
    writing.value = next;
    autosave.keep(id, next);
  };
  const write = (): Promise<EntryDetail | null> => saveRevision(input, put);
  const send = async (detail: EntryDetail | null): Promise<void> => {
    const saved = isChanged(writing.peek()) ? await write() : detail;
    if (saved === null) return;
    const moved = await api.moveEntry(id, { move: 'submit', revision: saved.revision });
    if (!moved.ok) {
      if (moved.problem.code === 'edited-meanwhile') await lookAtEntry(input);
      else problem.value = moved.problem;
      return;
    }
    report(moved.value);
    void refresh();
    done.value = SUBMITTED;
  };
  const look = (): Promise<void> =>
    autosave.states.peek().get(id)?.problem?.code === 'written-elsewhere'
      ? lookElsewhere(input)
      : lookAtEntry(input);
  const lookBeside = (): void => {
    const copy = autosave.elsewhere.peek().get(id);
    if (copy !== undefined) signals.theirs.value = browserCopy(copy);
  };
  return { put, write, send, look, lookBeside };
};
