import { beforeEach, describe, expect, it } from 'vitest';
import { EVENT_BEAT_MS, EVENT_SILENCE_MS } from '../../contract/machine.ts';
import { type Events, type StreamEvents, startEvents } from './events.ts';
import { FixtureTimer } from './fixture-timer.ts';

/** A stream that a test speaks for. */
interface Line {
  readonly path: string;
  readonly events: StreamEvents;
  isOpen: boolean;
}

let timer: FixtureTimer;
let lines: Line[];
let told: string[];
let events: Events;
const last = (): Line => lines.at(-1)!;

beforeEach(() => {
  timer = new FixtureTimer();
  lines = [];
  told = [];
  events = startEvents({
    timer,
    open: (path, of) => {
      const line: Line = { path, events: of, isOpen: true };
      lines.push(line);
      return {
        close: () => {
          line.isOpen = false;
        },
      };
    },
    shown: () => ({ machine: lines.length === 0 ? null : 'm-screen001', shows: 3, waiting: 2, refused: 1 }),
    onHead: (number) => told.push(`head ${number}`),
    onAlive: () => told.push('alive'),
    onLost: () => told.push('lost'),
  });
});

describe('the event stream', () => {
  it('tells the desk what this screen shows, and nothing else', () => {
    expect(last().path).toBe('/api/events?shows=3&waiting=2&refused=1');
    events.reopen();
    expect(last().path).toBe('/api/events?shows=3&waiting=2&refused=1&machine=m-screen001');
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('says when there is something to look at', () => {
    last().events.onHead(4);
    last().events.onBeat();
    expect(told).toEqual(['head 4']);
  });

  it('lives as long as beats come', async () => {
    for (let n = 0; n < 20; n += 1) {
      await timer.pass(EVENT_BEAT_MS);
      last().events.onBeat();
    }
    expect(lines.length).toBe(1);
  });

  it('that has gone silent is opened anew', async () => {
    await timer.pass(EVENT_SILENCE_MS - 1);
    expect(lines.length).toBe(1);
    await timer.pass(1);
    expect(told).toEqual(['lost']);
    await timer.pass(1_000);
    expect(lines.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    last().events.onHead(5);
    expect(told).toEqual(['lost', 'alive', 'head 5']);
  });

  it('that fails is tried later and later, at most every 15 s; when it comes up it says so once', async () => {
    const waits: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      last().events.onError();
      waits.push((timer.next ?? 0) / 1_000);
      await timer.pass(timer.next ?? 0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15]);
    last().events.onBeat();
    last().events.onBeat();
    expect(told.filter((each) => each === 'alive').length).toBe(1);
  });

  it('is not moved by what an old stream still says', async () => {
    const old = last();
    events.reopen();
    old.events.onHead(9);
    old.events.onError();
    expect(told).toEqual([]);
    expect(lines.length).toBe(2);
  });

  it('that was stopped stays shut', async () => {
    last().events.onError();
    events.stop();
    await timer.pass(3_600_000);
    expect(lines.length).toBe(1);
    expect(last().isOpen).toBe(false);
  });
});
