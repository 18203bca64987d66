import { computed, signal } from '@preact/signals';
import { dayAtHall, dayInShort } from '../contract/day.ts';
import { t } from './t.ts';

/** The time that screens show and reckon with, in ms since 1970. `main` keeps it going. */
export const now = signal(Date.now());

export const today = computed(() => dayAtHall(now.value));

const TICK_MS = 5_000;

export const runClock = (): (() => void) => {
  const timer = setInterval(() => {
    now.value = Date.now();
  }, TICK_MS);
  return () => clearInterval(timer);
};

/** `11月24日 周二 09:12`, in the hall's zone wherever the machine stands. */
export const momentInShort = computed(() => {
  const time = new Date(now.value + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dayInShort(today.value, t).replace('（', ' ').replace('）', '')} ${time}`;
});
