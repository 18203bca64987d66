import { beforeEach, describe, expect, it } from 'vitest';
import { keepShell } from './service-worker.ts';

/** The browser's part, moved by hand: which worker installs, waits, controls. */
class Worker extends EventTarget {
  readonly told: unknown[] = [];
  postMessage = (message: unknown): void => void this.told.push(message);
  installed = (): boolean => this.dispatchEvent(new Event('statechange'));
}
class Registration extends EventTarget {
  installing: Worker | null = null;
  waiting: Worker | null = null;
  updates = 0;
  update = (): Promise<void> => {
    this.updates += 1;
    return this.updates > 1 ? Promise.reject(new TypeError('network')) : Promise.resolve();
  };
  found(worker: Worker): void {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
  }
  ready(): void {
    const worker = this.installing;
    this.installing = null;
    this.waiting = worker;
    worker?.installed();
  }
}
class Container extends EventTarget {
  controller: Worker | null = null;
  readonly registration = new Registration();
  control(worker: Worker): void {
    this.controller = worker;
    this.dispatchEvent(new Event('controllerchange'));
  }
}

let container: Container;
let isQuiet: boolean;
let isOtherBusy: boolean;
let quiet: () => void;
let reloads: number;
let timers: (() => void)[];

const start = () =>
  keepShell({
    container: container as never,
    workbox: {
      register: async () => container.registration as never,
      update: () => container.registration.update(),
      messageSkipWaiting: () => container.registration.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    },
    isQuiet: () => isQuiet,
    onQuiet: (call) => {
      quiet = call;
    },
    ifNobodyIsBusy: (call) => {
      if (!isOtherBusy) call();
    },
    reload: () => {
      reloads += 1;
    },
    every: (_, call) => timers.push(call),
  });
const fallQuiet = (): void => {
  isQuiet = true;
  quiet();
};

beforeEach(() => {
  container = new Container();
  isQuiet = true;
  isOtherBusy = false;
  reloads = 0;
  timers = [];
});

describe('the shell', () => {
  it('is looked for anew every hour, and no network is no fault', async () => {
    await start();
    for (let hour = 0; hour < 2; hour += 1) for (const call of timers) call();
    expect(container.registration.updates).toBe(2);
  });

  it('of a first visit is taken without loading the page again', async () => {
    await start();
    container.control(new Worker());
    expect(reloads).toBe(0);
  });

  it('is replaced at once when nobody is there', async () => {
    container.controller = new Worker();
    await start();
    const next = new Worker();
    container.registration.found(next);
    container.registration.ready();
    expect(next.told).toEqual([{ type: 'SKIP_WAITING' }]);
    container.control(next);
    expect(reloads).toBe(1);
  });

  it('is not replaced while somebody is there, but as soon as they have gone', async () => {
    container.controller = new Worker();
    isQuiet = false;
    await start();
    const next = new Worker();
    container.registration.found(next);
    container.registration.ready();
    expect(next.told).toEqual([]);
    fallQuiet();
    expect(next.told.length).toBe(1);
  });

  it('is not replaced while somebody uses another page', async () => {
    container.controller = new Worker();
    isOtherBusy = true;
    await start();
    const next = new Worker();
    container.registration.found(next);
    container.registration.ready();
    fallQuiet();
    expect(next.told).toEqual([]);
    isOtherBusy = false;
    for (const call of timers) call();
    expect(next.told.length).toBe(1);
  });

  it('that was waiting, or installing, before this page could listen is not missed', async () => {
    container.controller = new Worker();
    const waiting = new Worker();
    container.registration.waiting = waiting;
    await start();
    expect(waiting.told.length).toBe(1);
    container = new Container();
    const installing = new Worker();
    container.registration.installing = installing;
    await start();
    container.registration.ready();
    expect(installing.told.length).toBe(1);
  });

  it('replaced by another page reloads this one only when nobody is there any more', async () => {
    container.controller = new Worker();
    isQuiet = false;
    await start();
    container.control(new Worker());
    expect(reloads).toBe(0);
    fallQuiet();
    expect(reloads).toBe(1);
  });

  it('replaced after a first visit that never ended reloads as well', async () => {
    await start();
    container.control(new Worker());
    container.control(new Worker());
    expect(reloads).toBe(1);
  });
});
