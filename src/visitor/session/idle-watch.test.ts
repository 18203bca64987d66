import { type Signal, signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Activity,
  COUNTDOWN_MS,
  IDLE_IN_FORM_MS,
  IDLE_MS,
  IDLE_WHILE_PRINTING_MS,
  NEVER_MS,
} from './idle.ts';
import { type Clock, idleQuestion, isResting, restAfterMs, watchIdle } from './idle-watch.ts';

/** A visitor's afternoon, told with a clock that a test turns. */

let now: number;
let ticks: Set<() => void>;
let target: EventTarget;
let activity: Signal<Activity>;
let gone: number;
let reached: string[];
let stop: () => void;

const clock: Clock = {
  now: () => now,
  every: (_, call) => {
    ticks.add(call);
    return () => ticks.delete(call);
  },
};
const pass = (ms: number): void => {
  now += ms;
  for (const tick of [...ticks]) tick();
};
const passSlowly = (ms: number): void => {
  for (let at = 0; at < ms; at += 250) pass(250);
};
const send = (type: string): boolean => target.dispatchEvent(new Event(type, { cancelable: true }));
const touch = (): void => {
  for (const type of ['pointerdown', 'touchstart', 'pointerup', 'touchend', 'mousedown', 'mouseup', 'click'])
    send(type);
};
const asked = (): number | null => idleQuestion.value?.secondsLeft ?? null;

beforeEach(() => {
  now = 1_000;
  ticks = new Set();
  target = new EventTarget();
  activity = signal<Activity>('nothing');
  gone = 0;
  reached = [];
  stop = watchIdle({
    activity,
    clock,
    target,
    onGone: () => {
      gone += 1;
    },
  });
  // The page's own buttons.
  for (const type of ['pointerdown', 'click']) target.addEventListener(type, () => reached.push(type));
});
afterEach(() => {
  stop();
  restAfterMs.value = NEVER_MS;
});

describe('您还在吗', () => {
  it('nobody is asked before an untouched home screen, all day long', () => {
    pass(86_400_000);
    expect([asked(), gone]).toEqual([null, 0]);
  });

  it('a reader is asked after 45 s, has 20 s to answer, and then the visit is over', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS - 250);
    expect(asked()).toBeNull();
    pass(250);
    expect(asked()).toBe(20);
    passSlowly(19_000);
    expect([asked(), gone]).toEqual([1, 0]);
    passSlowly(1_000);
    expect([asked(), gone]).toEqual([null, 1]);
    pass(3_600_000);
    expect(gone).toBe(1);
  });

  it('every touch begins the 45 s anew', () => {
    activity.value = 'reading';
    for (let n = 0; n < 5; n += 1) {
      passSlowly(IDLE_MS - 1_000);
      touch();
    }
    expect([asked(), reached.length]).toEqual([null, 10]);
    passSlowly(IDLE_MS);
    expect(asked()).toBe(20);
  });

  it('any touch answers the question, and does nothing else on the page', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS + 5_000);
    expect(asked()).toBe(15);
    touch();
    expect([asked(), reached]).toEqual([null, []]);
    touch();
    expect(reached).toEqual(['pointerdown', 'click']);
    expect(gone).toBe(0);
  });

  it('a key answers as well, and types nothing', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS);
    expect(send('keydown')).toBe(false);
    expect(asked()).toBeNull();
    expect(send('keydown')).toBe(true);
  });

  it('scrolling counts as being there, but does not answer', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS - 1_000);
    send('scroll');
    passSlowly(IDLE_MS - 1_000);
    expect(asked()).toBeNull();
    passSlowly(1_000);
    send('scroll');
    expect(asked()).toBe(20);
  });

  it('who fills in a form has 90 s', () => {
    activity.value = 'form';
    passSlowly(IDLE_IN_FORM_MS - 250);
    expect(asked()).toBeNull();
    pass(250);
    expect(asked()).toBe(20);
  });

  it('while paper comes there are 120 s, and the 45 s begin when it has come', () => {
    activity.value = 'reading';
    passSlowly(40_000);
    activity.value = 'printing';
    passSlowly(IDLE_WHILE_PRINTING_MS - 250);
    expect(asked()).toBeNull();
    activity.value = 'reading';
    passSlowly(IDLE_MS - 250);
    expect(asked()).toBeNull();
    pass(250);
    expect(asked()).toBe(20);
  });

  it('a page that slept through all of it wipes at once when it wakes', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS);
    pass(COUNTDOWN_MS * 10);
    expect(gone).toBe(1);
  });

  it('goes away when there is nothing to ask about any more', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS);
    activity.value = 'nothing';
    expect(asked()).toBeNull();
  });

  it('the question counts down in whole seconds without changing in between', () => {
    activity.value = 'reading';
    passSlowly(IDLE_MS);
    const seen = new Set<object | null>();
    const unsubscribe = idleQuestion.subscribe((value) => seen.add(value));
    passSlowly(2_000);
    unsubscribe();
    expect([...seen].length).toBe(3);
  });
});

describe('待机画面', () => {
  it('comes when home was left untouched for long, and nobody is ever asked or wiped', () => {
    restAfterMs.value = 120_000;
    passSlowly(119_750);
    expect(isResting.value).toBe(false);
    pass(250);
    expect(isResting.value).toBe(true);
    pass(86_400_000);
    expect([isResting.value, asked(), gone]).toEqual([true, null, 0]);
  });

  it('ends with the first touch or key, which does nothing else on the page; the next one does', () => {
    restAfterMs.value = 120_000;
    pass(120_000);
    touch();
    expect([isResting.value, reached]).toEqual([false, []]);
    touch();
    expect(reached).toEqual(['pointerdown', 'click']);
    pass(120_000);
    expect(send('keydown')).toBe(false);
    expect([isResting.value, send('keydown')]).toEqual([false, true]);
  });

  it('waits anew after each touch, and never comes before somebody who reads', () => {
    restAfterMs.value = 120_000;
    pass(100_000);
    touch();
    pass(100_000);
    expect(isResting.value).toBe(false);
    activity.value = 'reading';
    pass(20_000);
    expect(isResting.value).toBe(false);
    activity.value = 'nothing';
    pass(119_000);
    expect(isResting.value).toBe(false);
    pass(1_000);
    expect(isResting.value).toBe(true);
  });

  it('goes away when there is nothing to show any more, or something of a visitor comes', () => {
    restAfterMs.value = 120_000;
    pass(120_000);
    restAfterMs.value = NEVER_MS;
    pass(250);
    expect(isResting.value).toBe(false);
    touch();
    expect(reached).toEqual(['pointerdown', 'click']);
    restAfterMs.value = 120_000;
    pass(120_000);
    expect(isResting.value).toBe(true);
    activity.value = 'printing';
    expect(isResting.value).toBe(false);
  });
});
