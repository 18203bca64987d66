import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../../contract/id.ts';
import {
  type Hands,
  type Job,
  jobOf,
  type Keeping,
  SEND_MS,
  type Shelved,
  send,
  sendLater,
  shelve,
  shelveSoon,
  stop,
  tell,
} from './autosave-job.ts';
import { idOfKey, isChanged, isWriting, type Writing, writingKey } from './writing.ts';

/**
 * Keeps what is typed: in the page at once, in this browser a moment later, on the server when the hands rest. Promise: a lost
 * connection, a closed tab, an ended session and a restarted server lose nothing, and two pages never overwrite each other unseen.
 */
export interface Autosave {
  readonly states: ReadonlySignal<ReadonlyMap<EntryId, Keeping>>;
  readonly keep: (id: EntryId, writing: Writing) => void;
  /** Goes on from the copy that the server has. */
  readonly adopt: (id: EntryId, writing: Writing, copy: Copy) => void;
  /** The text is given up, here and on the server. */
  readonly drop: (id: EntryId) => void;
  /** The text became a revision, which ended the server's copy. */
  readonly settle: (id: EntryId) => void;
  /** Until the release that it returns, nothing is sent beside a save. */
  readonly rest: (id: EntryId) => Promise<() => void>;
  /** Puts into the browser what is only in the page: nothing else may be possible when a page closes. */
  readonly shelve: () => void;
  /** Sends everything now; true when the server has all. */
  readonly flush: () => Promise<boolean>;
  /** Who types from now on; what they left in this browser comes back and is sent. */
  readonly enter: (owner: string) => void;
  /** What the server does not have stays in the browser, for its owner alone. */
  readonly leave: () => void;
}

export interface Copy {
  readonly n: number;
  readonly savedAt: string;
}

export type AutosavePorts = Pick<Hands, 'api' | 'memory' | 'shelf'>;

/** Names of a page need no secret: only another page's must differ. */
const newHand = (): string =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 9).padEnd(7, '0')).join('');

export const makeAutosave = (ports: AutosavePorts): Autosave => {
  const hands: Hands = {
    ...ports,
    hand: newHand(),
    states: signal<ReadonlyMap<EntryId, Keeping>>(new Map()),
    jobs: new Map(),
    owner: null,
  };
  return {
    states: hands.states,
    keep: (id, writing) => keep(hands, id, writing),
    adopt: (id, writing, copy) => adopt(hands, id, writing, copy),
    drop: (id) => drop(hands, id),
    settle(id) {
      const job = end(hands, id);
      stop(job);
      job.after = 0;
    },
    rest: (id) => rest(hands, id),
    shelve: () => {
      for (const job of hands.jobs.values()) shelve(hands, job);
    },
    flush: () => flush(hands),
    enter: (owner) => enter(hands, owner),
    leave: () => leave(hands),
  };
};

const keep = (hands: Hands, id: EntryId, writing: Writing): void => {
  if (!isChanged(writing)) {
    drop(hands, id);
    return;
  }
  hands.memory.keep(writingKey(id), writing);
  const job = jobOf(hands, id);
  if (job.writing === writing) return;
  job.writing = writing;
  // The browser has it in a moment; until then the words of before would claim too much.
  if (hands.states.peek().get(id)?.place !== 'browser') tell(hands, id, { place: 'page' });
  shelveSoon(hands, job);
  sendLater(hands, job, SEND_MS);
};

const adopt = (hands: Hands, id: EntryId, writing: Writing, { n, savedAt }: Copy): void => {
  const job = jobOf(hands, id);
  stop(job);
  job.after = n;
  if (!isChanged(writing)) {
    drop(hands, id);
    return;
  }
  [job.writing, job.isShelved] = [writing, true];
  hands.memory.keep(writingKey(id), writing);
  tell(hands, id, { place: 'server', at: savedAt, problem: null, newer: null });
};

/** Ends what is kept in page and browser. */
const end = (hands: Hands, id: EntryId): Job => {
  hands.memory.drop(writingKey(id));
  if (hands.owner !== null) hands.shelf.drop(hands.owner, writingKey(id));
  const job = jobOf(hands, id);
  clearTimeout(job.shelving);
  [job.writing, job.isShelved] = [null, true];
  hands.states.value = new Map([...hands.states.peek()].filter(([each]) => each !== id));
  return job;
};

const drop = (hands: Hands, id: EntryId): void => {
  const job = end(hands, id);
  if (job.after > 0 || job.running !== null) sendLater(hands, job, 0);
  else stop(job);
};

const rest = async (hands: Hands, id: EntryId): Promise<() => void> => {
  const job = jobOf(hands, id);
  job.isResting = true;
  await job.running;
  return () => {
    job.isResting = false;
    if (job.isDue) sendLater(hands, job, SEND_MS);
  };
};

const flush = async (hands: Hands): Promise<boolean> => {
  const jobs = [...hands.jobs.values()];
  for (const job of jobs) shelve(hands, job);
  // Twice: what was under way may have been older than what stands there now.
  for (const _ of [1, 2]) await Promise.all(jobs.map((job) => send(hands, job)));
  const isAllThere = [...hands.states.peek().values()].every(({ place }) => place === 'server');
  return isAllThere && jobs.every((job) => !job.isDue);
};

const enter = (hands: Hands, owner: string): void => {
  hands.owner = owner;
  for (const [key, value] of hands.shelf.all(owner)) {
    const id = idOfKey(key);
    if (id === null || !isShelved(value) || hands.memory.take(key) !== undefined) continue;
    hands.memory.keep(key, value.writing);
    const job = jobOf(hands, id);
    [job.writing, job.after, job.isShelved] = [value.writing, value.after, true];
    tell(hands, id, { place: 'browser' });
    sendLater(hands, job, 0);
  }
  for (const job of hands.jobs.values()) if (job.isDue) sendLater(hands, job, 0);
};

const leave = (hands: Hands): void => {
  for (const job of hands.jobs.values()) {
    shelve(hands, job);
    stop(job);
  }
  hands.jobs.clear();
  hands.states.value = new Map();
  hands.owner = null;
};

const isShelved = (value: unknown): value is Shelved =>
  typeof value === 'object' &&
  value !== null &&
  'writing' in value &&
  isWriting(value.writing) &&
  'after' in value &&
  typeof value.after === 'number';
