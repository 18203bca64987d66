import { deleteDB } from 'idb';
import { answerFaults } from '../../contract/answer.ts';
import { workCalendar } from '../../contract/deadline.ts';
import type { Digest } from '../../contract/id.ts';
import { CODE_ALPHABET, CODE_LENGTH } from '../../contract/receipt-no.ts';
import { codeCheck } from '../../seal/code-check.ts';
import { randomCode, randomId } from '../../seal/random.ts';
import { exportPublicKey, makeSigningKey } from '../../seal/sign.ts';
import type { Filing } from '../session/memory.ts';
import { keepMachine } from '../store/filed.ts';
import journalWorker from '../store/journal/journal-worker.ts?worker&url';
import { type Journal, openJournal } from '../store/journal.ts';
import type { Places } from '../store/keep.ts';
import { type EnrolledMachine, type OutboxDatabase, openOutbox } from '../store/outbox-db.ts';
import type { ContentDatabase } from '../store/read-content.ts';
import type { Prepared } from '../submission/prepare.ts';
import type { SubmitParts } from '../submission/submit.ts';
import { form, HALL_ID, TODAY } from './fixture-content.ts';
import type { FixtureHall } from './fixture-hall.ts';

/** The two real places of a machine for tests, under a name of their own, with handles to delete either. */
export interface TestPlaces extends Places {
  readonly name: string;
  readonly db: OutboxDatabase;
  readonly journal: Journal;
  readonly deleteDatabase: () => Promise<void>;
  readonly deleteJournal: () => Promise<void>;
  readonly journalFile: (file: 'journal-a' | 'journal-b') => Promise<FileSystemFileHandle>;
}

export const openPlaces = (name: string = `places-${crypto.randomUUID()}`): TestPlaces => {
  const db = openOutbox(name);
  const journal = openJournal(() => new Worker(journalWorker, { type: 'module', name }));
  return {
    name,
    db,
    journal,
    deleteDatabase: async () => {
      await db.close();
      await deleteDB(name);
    },
    deleteJournal: async () => {
      journal.close();
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(name, { recursive: true }).catch(() => undefined);
    },
    journalFile: async (file) => {
      const root = await navigator.storage.getDirectory();
      return (await root.getDirectoryHandle(name)).getFileHandle(file);
    },
  };
};

export const closePlaces = async (places: TestPlaces): Promise<void> => {
  await places.deleteDatabase();
  await places.deleteJournal();
};

export const enrolFixture = async (
  db: OutboxDatabase,
  prefix = 'A7',
  name = 'm-screen001',
): Promise<EnrolledMachine> => {
  const keys = await makeSigningKey({ extractable: false });
  const machine = {
    keys,
    publicKey: await exportPublicKey(keys.publicKey),
    enrolled: { machine: name, prefix, hall: HALL_ID },
  } as EnrolledMachine;
  await keepMachine(db, machine);
  return machine;
};

export const filing = (text = '路灯坏了'): Filing => {
  const answers = { text, 'answer-wanted': 'yes' };
  if (answerFaults(form, answers, TODAY).length > 0) throw new Error('the fixture is not a legal filing');
  return { form, digest: 'f'.repeat(43) as Digest, answers, at: 'check' };
};

export const NOW = Date.parse('2026-11-24T03:00:00.000Z');

/** A preparation whose code check costs nothing: what it protects is not in these tests. */
const cheap = async (): Promise<Prepared> => {
  const id = randomId(NOW) as Prepared['id'];
  const code = randomCode(CODE_ALPHABET, CODE_LENGTH) as Prepared['code'];
  return { id, code, codeCheck: await codeCheck(code, id, 1) };
};

export const submitParts = async (
  places: Places,
  hall: FixtureHall,
  machine: EnrolledMachine,
): Promise<SubmitParts> => ({
  ...places,
  machine,
  hallKey: { hall: HALL_ID, publicKey: hall.hall.publicKey },
  calendar: workCalendar([{ year: 2026, off: [], makeup: [], source: '国办' }]),
  sequenceFloor: 0,
  prepared: await cheap(),
  nowMs: NOW,
  isClockSure: true,
});

/** Test files that use the page's own databases take turns: they may run side by side in one browser. */
export const holdDatabases = (): Promise<() => void> =>
  new Promise((resolve) => {
    void navigator.locks.request('test-databases', () => new Promise<void>((letGo) => resolve(letGo)));
  });

/** All objects that are here, needed or not. */
export const heldDigests = (db: ContentDatabase): Promise<ReadonlySet<Digest>> =>
  db.run({
    stores: ['objects'],
    mode: 'readonly',
    do: async (unit) => new Set(await unit.objectStore('objects').getAllKeys()),
  });
