import { afterEach, beforeEach, expect, it } from 'vitest';
import { accentIds, DEFAULT_ACCENT } from '../../../contract/accent.ts';
import '../../../ui/tokens.css';
import { makeComfortable } from '../../session/memory.ts';
import { current } from '../../store/content.ts';
import type { Current } from '../../store/content-db.ts';
import { hall } from '../../sync/fixture-content.ts';
import { followAccent } from './accent.ts';
import { followComfort } from './comfort.ts';

const root = document.documentElement;
const role = (name: string): string => getComputedStyle(root).getPropertyValue(name).trim();
const hold = (settings: object): void => {
  current.value = { hall: settings } as Current;
};

let stop: readonly (() => void)[];
beforeEach(() => {
  stop = [followAccent(root), followComfort(root)];
});
afterEach(() => {
  for (const each of stop) each();
  current.value = undefined;
  makeComfortable({ contrast: 'plain' });
});

it('each accent has a colour of its own in the tokens, and a hall without one has the default', () => {
  const seen = accentIds.map((accent) => {
    hold({ ...hall, accent });
    return role('--touch');
  });
  expect(new Set(seen).size).toBe(accentIds.length);
  hold(hall);
  expect(role('--touch')).toBe(seen[accentIds.indexOf(DEFAULT_ACCENT)]);
  current.value = null;
  expect(role('--touch')).toBe(seen[accentIds.indexOf(DEFAULT_ACCENT)]);
});

it('high contrast stays high in each of them', () => {
  makeComfortable({ contrast: 'high' });
  for (const accent of accentIds) {
    hold({ ...hall, accent });
    expect([role('--touch-deep'), role('--ground')]).toEqual(['#000000', '#ffffff']);
    expect(role('--touch')).toBe(role('--hue-high'));
  }
});

it('a dark ground bears the light of each of them, and a sample of a theme is drawn in its own', () => {
  const sample = document.createElement('i');
  sample.dataset.contrast = 'plain';
  root.append(sample);
  const inSample = (name: string) => getComputedStyle(sample).getPropertyValue(name).trim();
  for (const accent of accentIds) {
    hold({ ...hall, accent });
    makeComfortable({ contrast: 'plain' });
    const plain = [role('--touch'), role('--ground')];
    makeComfortable({ contrast: 'dark' });
    expect(role('--touch')).toBe(role('--hue-dark'));
    expect([role('--touch'), role('--ground')]).not.toEqual(plain);
    expect([inSample('--touch'), inSample('--ground')]).toEqual(plain);
  }
  sample.remove();
});
