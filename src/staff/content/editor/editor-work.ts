import type { Signal } from '@preact/signals';
import type { EntryDetail } from '../../../contract/desk.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { Problem } from '../../../contract/problem.ts';
import type { Desk } from '../../desk.ts';
import { isChanged, keepWriting, type Writing, writingOf } from '../writing.ts';

/** The part of the editor that talks to the server. */
export interface EditorSignals {
  readonly writing: Signal<Writing>;
  readonly problem: Signal<Problem | null>;
  readonly done: Signal<string | null>;
  /** What a colleague saved meanwhile. */
  readonly theirs: Signal<EntryDetail | null>;
}

export interface EditorWork {
  readonly put: (next: Writing) => void;
  /** null: it was not saved, and why stands in the signals. */
  readonly write: () => Promise<EntryDetail | null>;
  readonly send: (detail: EntryDetail | null) => Promise<void>;
}

export interface WorkInput {
  readonly id: EntryId;
  readonly desk: Pick<Desk, 'api' | 'memory' | 'refresh'>;
  readonly signals: EditorSignals;
  readonly report: (detail: EntryDetail) => void;
}

const SUBMITTED = '已送审。审核的同事会在“待我审核”里看到，审核通过并发布以后屏幕才变。';

export const makeWork = ({ id, desk, signals, report }: WorkInput): EditorWork => {
  const { api, memory, refresh } = desk;
  const { writing, problem, done, theirs } = signals;
  const put = (next: Writing): void => {
    writing.value = next;
    keepWriting(memory, id, next);
  };
  const fail = async (found: Problem): Promise<void> => {
    problem.value = found;
    if (found.code !== 'edited-meanwhile') return;
    const now = await api.entry(id);
    if (!now.ok) return;
    problem.value = null;
    theirs.value = now.value;
  };
  const write = async (): Promise<EntryDetail | null> => {
    const sent = writing.peek();
    const result = await api.save(id, { basedOn: sent.basedOn, entry: sent.mine });
    if (!result.ok) {
      await fail(result.problem);
      return null;
    }
    const fresh = writingOf(result.value);
    // What was typed while the answer was on its way goes on top.
    const { mine } = writing.peek();
    put(mine === sent.mine ? fresh : { ...fresh, mine });
    report(result.value);
    void refresh();
    return result.value;
  };
  const send = async (detail: EntryDetail | null): Promise<void> => {
    const saved = isChanged(writing.peek()) ? await write() : detail;
    if (saved === null) return;
    const moved = await api.moveEntry(id, { move: 'submit', revision: saved.revision });
    if (!moved.ok) return fail(moved.problem);
    report(moved.value);
    void refresh();
    done.value = SUBMITTED;
  };
  return { put, write, send };
};
