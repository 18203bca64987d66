import { computed, signal } from '@preact/signals';
import { aloud, isReadingAloud } from './aloud.ts';
import type { Activity } from './idle.ts';
import { isBlank } from './memory.ts';
import { mode } from './mode.ts';
import { screen } from './screen.ts';

export const isPrinting = signal(false);

/** Nobody has begun anything: the app may load itself anew without taking something from somebody. */
export const isQuiet = computed(
  () => screen.value.name === 'home' && isBlank.value && !isPrinting.value && aloud.value === 'silent',
);

/** What the idle question goes by. On a phone nobody is asked: it is the visitor's own. */
export const activity = computed<Activity>(() => {
  if (mode.value === 'phone' || isQuiet.value) return 'nothing';
  if (isPrinting.value) return 'printing';
  if (isReadingAloud.value) return 'listening';
  return screen.value.name === 'form' ? 'form' : 'reading';
});
