import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activity, isPrinting, isQuiet } from './activity.ts';
import { forget, typeSearch } from './memory.ts';
import { mode } from './mode.ts';
import type { Screen } from './path.ts';
import { back, canGoBack, go, goHome, goInstead, openAddress, screen } from './screen.ts';

const guide = { name: 'guide', id: 'guide/pension' } as Screen;
const chart = { name: 'chart', id: 'chart/pension' } as Screen;
const home: Screen = { name: 'home' };
const path = (): string => location.pathname + location.search;
const base = location.href;
const popped = () => new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));

beforeEach(() => {
  history.replaceState(null, '', '/');
  openAddress();
});
afterEach(() => {
  mode.value = 'screen';
  isPrinting.value = false;
  forget();
  history.replaceState(null, '', base);
});

describe("on the hall's screen", () => {
  it('the address follows and the history does not grow', () => {
    const length = history.length;
    go(guide);
    expect(path()).toBe('/guide/pension');
    go(chart);
    goInstead({ name: 'receipt' });
    expect([path(), history.length]).toEqual(['/', length]);
  });

  it('the way back is step by step, then home', () => {
    go(guide);
    go(chart);
    go(chart);
    expect(canGoBack.value).toBe(true);
    back();
    expect([screen.value, path()]).toEqual([guide, '/guide/pension']);
    back();
    expect([screen.value, canGoBack.value]).toEqual([home, false]);
    back();
    expect(screen.value).toEqual(home);
  });

  it('home forgets the way back', () => {
    go(guide);
    goHome();
    expect([screen.value, canGoBack.value, path()]).toEqual([home, false, '/']);
  });

  it('what was replaced cannot be gone back to', () => {
    go(guide);
    goInstead(chart);
    back();
    expect(screen.value).toEqual(home);
  });
});

describe('on a phone', () => {
  beforeEach(() => {
    mode.value = 'phone';
  });

  it("the browser's own back works, and the button is the same", async () => {
    go(guide);
    go(chart);
    expect(canGoBack.value).toBe(true);
    let event = popped();
    history.back();
    await event;
    expect([screen.value, canGoBack.value]).toEqual([guide, true]);
    event = popped();
    back();
    await event;
    expect([screen.value, canGoBack.value]).toEqual([home, false]);
    back();
    expect(screen.value).toEqual(home);
  });

  it('home is a step that can be taken back', async () => {
    go(guide);
    goHome();
    expect(path()).toBe('/');
    const event = popped();
    back();
    await event;
    expect(screen.value).toEqual(guide);
    goHome();
    goHome();
    expect(screen.value).toEqual(home);
  });

  it('nothing but the depth is in the history', () => {
    go({ name: 'search', query: '张三' });
    expect(history.state).toEqual({ depth: 1 });
    expect(location.href).not.toContain('%');
  });
});

it('an address opens its screen, and what is not ours goes out of it', () => {
  history.replaceState(null, '', '/guide/pension?utm=1#x');
  openAddress();
  expect(screen.value).toEqual(guide);
  expect(location.href.endsWith('/guide/pension')).toBe(true);
});

describe('what the visitor is doing', () => {
  it('is nothing on an untouched home screen, and something as soon as a trace is there', () => {
    expect([activity.value, isQuiet.value]).toEqual(['nothing', true]);
    typeSearch('养老');
    expect([activity.value, isQuiet.value]).toEqual(['reading', false]);
    go({ name: 'form', id: 'form/opinion' } as Screen);
    expect(activity.value).toBe('form');
    isPrinting.value = true;
    expect(activity.value).toBe('printing');
  });

  it('is nobody to be asked on a phone', () => {
    mode.value = 'phone';
    go(guide);
    expect([activity.value, isQuiet.value]).toEqual(['nothing', false]);
  });
});
