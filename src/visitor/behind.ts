import { effect } from '@preact/signals';
import { Workbox } from 'workbox-window';
import type { MachinePrefix } from '../contract/id.ts';
import { ifNobodyIsBusy, tellBusy } from './machine/busy.ts';
import { startDrift } from './machine/drift.ts';
import { keepShell } from './machine/service-worker.ts';
import { shellWorkerUrl, startJournalWorker } from './machine/trusted.ts';
import { isLoopback } from './public-address.ts';
import { isPrinting, isQuiet } from './session/activity.ts';
import { keepReceipt } from './session/memory.ts';
import { type Mode, mode } from './session/mode.ts';
import { installPorts, type Ports } from './session/port.ts';
import { noteInCanary, readCanary } from './store/canary.ts';
import { isClockSure } from './store/clock-sure.ts';
import { calendar, contentDatabase, current } from './store/content.ts';
import { machineName } from './store/facts.ts';
import { markShown } from './store/filed.ts';
import { type Journal, openJournal } from './store/journal.ts';
import { outboxChanged, outboxDatabase, waiting } from './store/outbox.ts';
import { filingPort } from './submission/filing.ts';
import { certifiedKeys, newestKey } from './sync/certified-keys.ts';
import { http, note } from './sync/contact.ts';
import { enrol } from './sync/enrol.ts';
import { keepContent } from './sync/keep-content.ts';
import { keepSending } from './sync/keep-sending.ts';
import type { Loop } from './sync/loop.ts';
import { lookUpProgress } from './sync/progress.ts';
import { wakeUp } from './sync/wake-up.ts';

/**
 * Everything that goes on behind the screens: healing, pulling, sending, printing, the worker of the shell. Loading this file
 * starts it; `main` does so after the first paint, and no screen waits for any of it except through a port.
 */

type Sequences = Promise<ReadonlyMap<MachinePrefix, number>>;

/**
 * A wide window alone does not make a hall's screen: whoever reads the public site at a desk sees the same pages. A hall is tried
 * out on the server's own machine.
 */
const machineKind = (): Mode =>
  mode.peek() === 'screen' && (readCanary().isScreen || isLoopback()) ? 'screen' : 'phone';

const enrolThis = async () => {
  const machine = await enrol({ db: outboxDatabase, http, kind: machineKind() });
  if (!machine.ok) return machine;
  noteInCanary({ prefix: machine.value.enrolled.prefix });
  machineName.value = machine.value.enrolled.machine;
  return machine;
};

const hallKey = async () => {
  const certified = await certifiedKeys(contentDatabase);
  const key = newestKey(certified, 'hall');
  return certified === null || key === null ? null : { hall: certified.hall, publicKey: key.publicKey };
};

const freeBytes = async (): Promise<number> => {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
};

const filingOf = (journal: Journal, sequences: Sequences) =>
  filingPort({
    db: outboxDatabase,
    journal,
    machine: enrolThis,
    hallKey,
    calendar,
    sequenceFloor: async (prefix) => (await sequences).get(prefix) ?? 0,
    freeBytes,
    waiting: () => waiting.peek(),
    loadReceipt: () => Promise.all([import('./submission/receipt-screen.tsx'), printer()]),
    now: Date.now,
    isClockSure,
  });

const submitWith =
  (filing: Pick<Ports, 'submit'>, send: () => void): Ports['submit'] =>
  async (given) => {
    const done = await filing.submit(given);
    if (!done.ok) return done;
    keepReceipt(done.value);
    send();
    void outboxChanged();
    // After the frame in which the receipt is painted: from here on a crash loses nothing that was not seen.
    requestAnimationFrame(() => setTimeout(() => void markShown(outboxDatabase, done.value.receiptNo)));
    return done;
  };

/** On a first visit the content comes first; both at once would make the visitor wait longer for it. */
const CONTENT_FIRST_MS = 15_000;

const contentIsThere = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, CONTENT_FIRST_MS);
    effect(() => {
      if (current.value) resolve();
    });
  });

const keepShellOfApp = async (): Promise<void> => {
  // Plain http on another machine's address: the page works, but only as long as the network does.
  if (!('serviceWorker' in navigator)) return;
  const tell = tellBusy();
  effect(() => tell(!isQuiet.value));
  await contentIsThere();
  await keepShell({
    workbox: new Workbox(shellWorkerUrl(), { updateViaCache: 'none' }),
    container: navigator.serviceWorker,
    isQuiet: () => isQuiet.peek(),
    onQuiet: (call) =>
      void effect(() => {
        if (isQuiet.value) call();
      }),
    ifNobodyIsBusy,
    reload: () => location.reload(),
    every: (ms, call) => void setInterval(call, ms),
  });
};

/** A screen is named at the first contact, so that forms work when the network goes; a visitor's own machine only when a form is opened. */
const enrolScreen = (): void => {
  if (machineKind() === 'screen') void enrolThis().catch((cause) => note('enrol-fault', String(cause)));
};

const printer = () => import('../print/browser-printer.ts');

/** While paper comes the visitor has more time before being asked. */
const print: Ports['print'] = async (job) => {
  isPrinting.value = true;
  try {
    return await (await printer()).browserPrinter(document).print(job);
  } catch {
    return 'failed';
  } finally {
    isPrinting.value = false;
  }
};

/** They come when somebody first looks at one; on a hall's screen all are brought ahead. */
const picture: Ports['picture'] = async (needed) =>
  (await import('./sync/bring-picture.ts')).pictureNow({ db: contentDatabase, http }, needed);

/** The same for what the keyboard writes with; a phone has its own keyboard and never asks. */
const inputData: Ports['inputData'] = async (kind) =>
  (await import('./sync/input-data.ts')).inputDataNow(kind);

const keepInputData = async (): Promise<void> => {
  await contentIsThere();
  if (machineKind() === 'screen') (await import('./sync/start-input-data.ts')).startInputData();
};

const keepPictures = async (): Promise<void> => {
  await contentIsThere();
  if (machineKind() === 'screen') (await import('./sync/start-pictures.ts')).startPictures(freeBytes);
};

/** What a hall's screen shows while nobody is there; loaded where the hall has said so, once home stands. */
const keepAttract = async (): Promise<void> => {
  if (machineKind() !== 'screen') return;
  await attractIsOn();
  (await import('./content/attract/start-attract.tsx')).startAttract(document.body);
};

/** Asked of the browser once home stands: it may take seconds to tell its voices. */
const offerReading = async (): Promise<void> => {
  if (!('speechSynthesis' in window)) return;
  (await import('./reading/start-reading.ts')).startBrowserReading();
};

const attractIsOn = (): Promise<void> =>
  new Promise((resolve) => {
    effect(() => {
      if (current.value?.hall.attract?.isOn) resolve();
    });
  });

const start = (): void => {
  const journal = openJournal(startJournalWorker);
  const sequences: Sequences = wakeUp(journal).catch((cause: unknown) => {
    // Without the second place no form is opened (the port asks both); content goes on.
    note('wake-up-fault', String(cause));
    return new Map();
  });
  let sending: Loop | null = null;
  const content = keepContent(() => {
    enrolScreen();
    sending?.revive();
  });
  void sequences.then(() => {
    sending = keepSending({ journal, wakePull: content.wake, enrol: enrolThis });
  });
  const filing = filingOf(journal, sequences);
  const submit = submitWith(filing, () => sending?.wake());
  installPorts({
    ...filing,
    submit,
    print,
    picture,
    inputData,
    lookUpProgress: (receiptNo, code) =>
      lookUpProgress(http, { receiptNo, code, machine: machineName.peek() }),
  });
  void keepPictures().catch((cause) => note('picture-fault', String(cause)));
  void keepInputData().catch((cause) => note('input-data-fault', String(cause)));
  void keepAttract().catch((cause) => note('attract-fault', String(cause)));
  startDrift(document.getElementById('app') ?? document.body);
  void offerReading().catch((cause) => note('reading-fault', String(cause)));
  void navigator.storage.persist?.();
  if (import.meta.env.PROD) void keepShellOfApp().catch((cause) => note('shell-fault', String(cause)));
};

start();
