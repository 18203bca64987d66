import { type ReadonlySignal, signal } from '@preact/signals';
import type { EntryId } from '../../contract/id.ts';
import {
  type Hands,
  type Job,
  jobOf,
  type Keeping,
  SEND_MS,
  send,
  sendLater,
  shelve,
  shelveSoon,
  stop,
  tell,
} from './autosave-job.ts';
import { copiesElsewhere, dropCopy, type ElsewhereCopy, shelfKey } from './autosave-shelf.ts';
import { isChanged, type Writing, writingKey } from './writing.ts';

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
  /** Resolves when what lay in this browser is there to be gone on with. */
  readonly opened: () => Promise<void>;
  /** One's own text on an entry in another page of this browser, which the server does not have. */
  readonly elsewhere: ReadonlySignal<ReadonlyMap<EntryId, ElsewhereCopy>>;
  /** This one was looked at and decided about: it is offered no more. */
  readonly decide: (id: EntryId, writing: Writing) => void;
  /** What the server does not have stays in the browser, for its owner alone. */
  readonly leave: () => void;
}

export interface Copy {
  readonly n: number;
  readonly savedAt: string;
}

export type AutosavePorts = Pick<Hands, 'api' | 'memory' | 'shelf' | 'presence' | 'clock'>;

/** Names of a page need no secret: only another page's must differ. */
const newHand = (): string =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 9).padEnd(7, '0')).join('');

export const makeAutosave = (ports: AutosavePorts): Autosave => {
  const hands: Hands = {
    ...ports,
    hand: newHand(),
    elsewhere: signal<ReadonlyMap<EntryId, ElsewhereCopy>>(new Map()),
    opening: Promise.resolve(),
    states: signal<ReadonlyMap<EntryId, Keeping>>(new Map()),
    jobs: new Map(),
    owner: null,
  };
  hands.presence.stay(hands.hand);
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
    enter: (owner) => {
      hands.owner = owner;
      hands.opening = takeIn(hands, owner);
    },
    opened: () => hands.opening,
    elsewhere: hands.elsewhere,
    decide: (id, writing) => decide(hands, id, writing),
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
  [job.writing, job.lost] = [writing, null];
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
  if (hands.owner !== null) hands.shelf.drop(hands.owner, shelfKey(id, hands.hand));
  const job = jobOf(hands, id);
  clearTimeout(job.shelving);
  [job.writing, job.isShelved] = [null, true];
  hands.states.value = new Map([...hands.states.peek()].filter(([each]) => each !== id));
  return job;
};

const drop = (hands: Hands, id: EntryId): void => {
  const { isDue, writing } = jobOf(hands, id);
  const job = end(hands, id);
  if (isDue && writing !== null && isChanged(writing)) job.lost = writing;
  if (job.lost !== null || job.after > 0 || job.running !== null) sendLater(hands, job, 0);
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

/** What pages left behind that are gone: the latest goes on here, the rest is offered. */
const takeIn = async (hands: Hands, owner: string): Promise<void> => {
  const present = await hands.presence.present();
  if (hands.owner !== owner) return;
  const offered = new Map<EntryId, ElsewhereCopy>();
  for (const [id, copies] of copiesElsewhere(hands, owner, present)) {
    const isFree = hands.memory.take(writingKey(id)) === undefined;
    const left = isFree ? copies.find(({ isOpen }) => !isOpen) : undefined;
    if (left !== undefined) goOnWith(hands, owner, id, left);
    const other = copies.find((copy) => copy !== left);
    if (other !== undefined) offered.set(id, other);
  }
  hands.elsewhere.value = offered;
  for (const job of hands.jobs.values()) if (job.isDue) sendLater(hands, job, 0);
};

const goOnWith = (hands: Hands, owner: string, id: EntryId, left: ElsewhereCopy): void => {
  hands.memory.keep(writingKey(id), left.writing);
  const job = jobOf(hands, id);
  [job.writing, job.after, job.isShelved] = [left.writing, left.after, false];
  // Under its new page first: nothing is ever in no place.
  shelve(hands, job);
  if (job.isShelved) dropCopy(hands, owner, id, left.hand);
  sendLater(hands, job, 0);
};

const decide = (hands: Hands, id: EntryId, writing: Writing): void => {
  const copy = hands.elsewhere.peek().get(id);
  if (copy === undefined || copy.writing !== writing) return;
  // An open page goes on with its own.
  if (!copy.isOpen && hands.owner !== null) dropCopy(hands, hands.owner, id, copy.hand);
  hands.elsewhere.value = new Map([...hands.elsewhere.peek()].filter(([each]) => each !== id));
};

const leave = (hands: Hands): void => {
  for (const job of hands.jobs.values()) {
    shelve(hands, job);
    stop(job);
  }
  hands.jobs.clear();
  hands.states.value = new Map();
  hands.elsewhere.value = new Map();
  hands.owner = null;
};
