import type { Signal } from '@preact/signals';
import type { EntryId } from '../../contract/id.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Api } from '../api/api.ts';
import type { Memory } from '../memory.ts';
import type { Presence } from '../presence.ts';
import type { Shelf } from '../shelf.ts';
import { type ElsewhereCopy, shelfKey } from './autosave-shelf.ts';
import type { Writing } from './writing.ts';

/** One entry's way from the page into the browser and on to the server: when, and what an answer means. */

/** Where the text of an entry is. */
export interface Keeping {
  readonly place: 'page' | 'browser' | 'server';
  /** When the server got it. */
  readonly at: string | null;
  /** Why the server would not take it; silence of the network is no such reason, it is tried again. */
  readonly problem: Problem | null;
  /** A revision that a colleague saved while this was typed. */
  readonly newer: { readonly revision: number; readonly by: string } | null;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

export interface Job {
  readonly id: EntryId;
  /** null: given up; the server's copy goes. */
  writing: Writing | null;
  /** Given up before the server had it: goes there once more, so that it can be brought back. */
  lost: Writing | null;
  /** Number of the server's copy; 0 for none. */
  after: number;
  isShelved: boolean;
  isDue: boolean;
  /** A save is under way: nothing is sent beside it. */
  isResting: boolean;
  dueSince: number;
  shelving: Timer;
  sending: Timer;
  running: Promise<void> | null;
}

export interface Hands {
  readonly api: Pick<Api, 'keepWriting' | 'dropWriting'>;
  readonly memory: Memory;
  readonly shelf: Shelf;
  readonly hand: string;
  readonly presence: Presence;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What lies in this browser of one's own besides, and is not gone on with here. */
  readonly elsewhere: Signal<ReadonlyMap<EntryId, ElsewhereCopy>>;
  readonly states: Signal<ReadonlyMap<EntryId, Keeping>>;
  readonly jobs: Map<EntryId, Job>;
  owner: string | null;
  /** Until what lay in this browser is looked through. */
  opening: Promise<void>;
}

/** What lies in the browser for one entry. */
export interface Shelved {
  readonly writing: Writing;
  readonly after: number;
  /** When it was put there; older programs did not say. */
  readonly at?: string;
}

const SHELVE_MS = 250;
export const SEND_MS = 1_500;
/** Who types without a rest is sent along all the same. */
const LONGEST_MS = 10_000;
const RETRY_MS = 5_000;

export const jobOf = ({ jobs }: Hands, id: EntryId): Job => {
  const job: Job = jobs.get(id) ?? {
    id,
    writing: null,
    lost: null,
    after: 0,
    isShelved: true,
    isDue: false,
    isResting: false,
    dueSince: 0,
    shelving: undefined,
    sending: undefined,
    running: null,
  };
  jobs.set(id, job);
  return job;
};

export const tell = ({ states }: Hands, id: EntryId, change: Partial<Keeping>): void => {
  const old = states.peek().get(id) ?? { place: 'page', at: null, problem: null, newer: null };
  states.value = new Map([...states.peek(), [id, { ...old, ...change }]]);
};

export const shelve = (hands: Hands, job: Job): void => {
  clearTimeout(job.shelving);
  if (job.isShelved || job.writing === null || hands.owner === null) return;
  const at = new Date(hands.clock()).toISOString();
  const kept: Shelved = { writing: job.writing, after: job.after, at };
  job.isShelved = hands.shelf.put(hands.owner, shelfKey(job.id, hands.hand), kept);
  tell(hands, job.id, { place: job.isShelved ? 'browser' : 'page' });
};

export const shelveSoon = (hands: Hands, job: Job): void => {
  job.isShelved = false;
  clearTimeout(job.shelving);
  job.shelving = setTimeout(() => shelve(hands, job), SHELVE_MS);
};

export const stop = (job: Job): void => {
  clearTimeout(job.sending);
  job.isDue = false;
};

export const sendLater = (hands: Hands, job: Job, ms: number): void => {
  if (!job.isDue) job.dueSince = Date.now();
  job.isDue = true;
  clearTimeout(job.sending);
  const wait = ms === SEND_MS ? Math.min(ms, Math.max(0, job.dueSince + LONGEST_MS - Date.now())) : ms;
  job.sending = setTimeout(() => void send(hands, job), wait);
};

export const send = async (hands: Hands, job: Job): Promise<void> => {
  clearTimeout(job.sending);
  if (job.running !== null) return job.running;
  if (!job.isDue || job.isResting || hands.owner === null) return;
  job.isDue = false;
  const sent = job.writing;
  job.running = (sent === null ? sendDrop(hands, job) : sendText(hands, job, sent)).finally(() => {
    job.running = null;
    // What was typed meanwhile may have found the way taken.
    if (job.writing !== sent && !job.isDue) sendLater(hands, job, SEND_MS);
  });
  return job.running;
};

/** Passes by itself: the network, a restart, a full disk. */
const isPassing = ({ code }: Problem): boolean =>
  ['offline', 'not-our-server', 'not-ready', 'storage-full', 'unexpected'].includes(code);

/** What an answer that is none means for the text: later, after the next log-in, or never as it stands. */
const refused = (hands: Hands, job: Job, problem: Problem): void => {
  if (isPassing(problem)) sendLater(hands, job, RETRY_MS);
  else if (problem.code === 'not-logged-in') job.isDue = true;
  else if (job.writing !== null) tell(hands, job.id, { problem });
};

const sendDrop = async (hands: Hands, job: Job): Promise<void> => {
  const { lost } = job;
  if (lost !== null) {
    const { mine: text, basedOn } = lost;
    const kept = await hands.api.keepWriting(job.id, { text, basedOn, after: job.after, hand: hands.hand });
    if (kept.ok) job.after = kept.value.n;
    else if (isPassing(kept.problem)) return refused(hands, job, kept.problem);
    job.lost = null;
  }
  const gone = await hands.api.dropWriting(job.id);
  if (gone.ok) job.after = 0;
  else refused(hands, job, gone.problem);
};

const sendText = async (hands: Hands, job: Job, sent: Writing): Promise<void> => {
  const { mine, basedOn } = sent;
  const { hand } = hands;
  const result = await hands.api.keepWriting(job.id, { text: mine, basedOn, after: job.after, hand });
  if (!result.ok) {
    refused(hands, job, result.problem);
    return;
  }
  const { n, savedAt, revision, by } = result.value;
  job.after = n;
  if (job.writing === null) return;
  tell(hands, job.id, {
    problem: null,
    newer: revision > basedOn ? { revision, by: by ?? '有同事' } : null,
  });
  if (job.writing !== sent) return;
  clearTimeout(job.shelving);
  job.isShelved = true;
  if (hands.owner !== null) hands.shelf.drop(hands.owner, shelfKey(job.id, hands.hand));
  tell(hands, job.id, { place: 'server', at: savedAt });
};
