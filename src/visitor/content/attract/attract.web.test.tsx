import { deleteDB } from 'idb';
import { render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { demoObjects, show } from '../../../../tests/fixtures/demo-content.ts';
import { layoutFaults } from '../../../../tests/fixtures/layout-faults.ts';
import type { Attract } from '../../../contract/attract.ts';
import { addDays } from '../../../contract/day.ts';
import type { Entry } from '../../../contract/entry.ts';
import type { Hall } from '../../../contract/hall.ts';
import type { EntryId } from '../../../contract/id.ts';
import type { PublishedObject } from '../../../contract/published.ts';
import '../../../ui/base.css';
import '../../../ui/tokens.css';
import { App } from '../../app.tsx';
import { now, today } from '../../clock.ts';
import { activity } from '../../session/activity.ts';
import { NEVER_MS } from '../../session/idle.ts';
import { type Clock, isResting, restAfterMs, watchIdle } from '../../session/idle-watch.ts';
import { forget, makeComfortable } from '../../session/memory.ts';
import { mode } from '../../session/mode.ts';
import { goHome, screen } from '../../session/screen.ts';
import { contentDatabase, current, readAgain } from '../../store/content.ts';
import { CONTENT_DB } from '../../store/content-db.ts';
import { startAttract } from './start-attract.tsx';

const objects = await demoObjects();
const guide = 'guide/pension-claim' as EntryId;
const attract: Attract = {
  isOn: true,
  afterSeconds: 120,
  secondsEach: 10,
  shows: ['notices', 'hall'],
  entries: [guide],
};
const NOTICE = '明天上午停电，下午照常办理。';

interface LongWords {
  readonly hallName: string;
  readonly notices: Hall['notices'];
  /** Of every entry. */
  readonly titles: string;
}

let number = 0;
/** Another snapshot is shown: these settings, and all entries but those. */
const publish = async (
  settings: Partial<Attract> | null,
  without: readonly EntryId[] = [],
  long?: LongWords,
): Promise<void> => {
  const from = today.peek();
  const kept = objects.flatMap((object): PublishedObject[] => {
    if (object.type === 'entry') {
      if (without.includes(object.entry.id)) return [];
      if (long === undefined) return [object];
      const words = { title: long.titles, summary: '满'.repeat(100) };
      return [{ ...object, entry: { ...object.entry, ...words } as Entry }];
    }
    if (object.type !== 'hall') return [object];
    const { attract: _, ...hall } = object.hall;
    const own = long ?? {
      hallName: hall.hallName,
      notices: [{ text: NOTICE, from, until: addDays(from, 1) }],
    };
    return [
      {
        ...object,
        hall: {
          ...hall,
          hallName: own.hallName,
          notices: own.notices,
          ...(settings && { attract: { ...attract, ...settings } }),
        },
      },
    ];
  });
  number += 1;
  await show(kept, number, () => (long === undefined ? 1 : number));
  await readAgain();
};

let passed = 0;
const ticks = new Set<() => void>();
const clock: Clock = {
  now: () => passed,
  every: (_, call) => {
    ticks.add(call);
    return () => ticks.delete(call);
  },
};
const pass = (ms: number): void => {
  passed += ms;
  for (const tick of [...ticks]) tick();
};

const root = document.createElement('div');
const glass = () => document.querySelector<HTMLDialogElement>('dialog[open]');
const shows = (words: string | RegExp) => vi.waitFor(() => expect(glass()?.textContent).toMatch(words));
const rest = async (): Promise<void> => {
  await vi.waitFor(() => expect(restAfterMs.value).toBe(120_000));
  pass(120_000);
  await vi.waitFor(() => expect(glass()).not.toBeNull());
};

let stops: readonly (() => void)[] = [];
beforeAll(async () => {
  await contentDatabase.close();
  await deleteDB(CONTENT_DB);
  document.body.append(root);
});
beforeEach(async () => {
  await page.viewport(1080, 1920);
  mode.value = 'screen';
  forget();
  goHome();
  stops = [
    watchIdle({ activity, clock, target: window, onGone: () => undefined }),
    startAttract(document.body, clock),
  ];
  render(<App />, root);
});
afterEach(() => {
  for (const stop of stops) stop();
  render(null, root);
  now.value = Date.now();
});

describe('待机画面', () => {
  it('shows the notice, the guide and the hall in turn, always with the words to begin', async () => {
    await publish({});
    await rest();
    await shows(NOTICE);
    pass(10_000);
    await shows(/办事指南.*领取城乡居民养老金.*满 60 周岁/);
    pass(10_000);
    await shows(/办公时间.*电话.*786 1003.*1 号窗口/);
    pass(10_000);
    await shows(NOTICE);
    await shows('点一下屏幕开始Touch to begin');
    // The words have not stood in one place all the time.
    expect(glass()?.querySelector('[data-place="3"]')).not.toBeNull();
  });

  it('is called once by the words to begin, and is announced no more', async () => {
    await publish({});
    await rest();
    const dialog = page.getByRole('dialog', { name: /点一下屏幕开始/ });
    await expect.element(dialog).toHaveFocus();
    expect(glass()?.querySelector('[aria-live], [role="status"], [role="alert"]')).toBeNull();
    expect(glass()?.querySelector('button, a, input')).toBeNull();
  });

  it('ends with a touch, which presses nothing beneath it', async () => {
    await publish({});
    const topic = page.getByRole('button', { name: /^养老/ });
    const place = topic.element().getBoundingClientRect();
    await rest();
    await page
      .elementLocator(document.documentElement)
      .click({ position: { x: place.x + 20, y: place.y + 20 }, force: true });
    await vi.waitFor(() => expect(glass()).toBeNull());
    expect(screen.value).toEqual({ name: 'home' });
    await topic.click();
    expect(screen.value).toEqual({ name: 'topic', id: 'old-age' });
  });

  it('ends with a key, which does nothing either', async () => {
    await publish({});
    const topic = page.getByRole('button', { name: /^养老/ }).element() as HTMLElement;
    topic.focus();
    await rest();
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(glass()).toBeNull());
    expect(screen.value).toEqual({ name: 'home' });
  });

  it('leaves a question of the one before closed', async () => {
    await publish({});
    await page.getByRole('button', { name: '帮助' }).click();
    await vi.waitFor(() => expect(glass()?.textContent).toContain('要人帮忙'));
    pass(120_000);
    await shows('点一下屏幕开始');
    isResting.value = false;
    await vi.waitFor(() => expect(glass()).toBeNull());
  });

  it('never stands before somebody: nor on a phone, nor after the letters were made larger', async () => {
    await publish({});
    await vi.waitFor(() => expect(restAfterMs.value).toBe(120_000));
    makeComfortable({ textSize: 1 });
    pass(40_000);
    expect(isResting.value).toBe(false);
    forget();
    mode.value = 'phone';
    expect(restAfterMs.value).toBe(NEVER_MS);
  });

  it('passes over what is withdrawn, and is home itself with nothing to show', async () => {
    await publish({ shows: [] });
    await rest();
    await shows('领取城乡居民养老金');
    await publish({ shows: [] }, [guide]);
    await vi.waitFor(() => expect(restAfterMs.value).toBe(NEVER_MS));
    pass(250);
    await vi.waitFor(() => expect(glass()).toBeNull());
    await publish({ isOn: false });
    expect(restAfterMs.value).toBe(NEVER_MS);
    await publish(null);
    pass(86_400_000);
    expect([isResting.value, glass()]).toEqual([false, null]);
  });

  it('takes a notice away when its last day is over, without a network', async () => {
    await publish({ shows: ['notices'], entries: [] });
    await rest();
    await shows(NOTICE);
    now.value += 3 * 86_400_000;
    await vi.waitFor(() => expect(restAfterMs.value).toBe(NEVER_MS));
  });

  it.each([
    [1080, 1920],
    [1920, 1080],
    [768, 1024],
    [1280, 720],
  ])('stands whole on %i × %i, however long its words', async (width, height) => {
    await page.viewport(width, height);
    // A day on which the office hours have most to say.
    now.value = Date.parse('2026-11-28T10:00:00+08:00');
    await publish({}, [], {
      hallName: '某某某市某某某县某某某民族自治乡人民政府便民服务大厅',
      notices: [{ text: '请'.repeat(80), from: today.peek(), until: today.peek() }],
      titles: '关于二〇二六年度农村最低生活保障对象和特困供养人员名单以及发放标准调整情况的公示'.repeat(2),
    });
    await rest();
    await shows('请'.repeat(80));
    const faults = (): readonly string[] => {
      const slide = glass()!.querySelector<HTMLElement>('[style]')!;
      const isCut = slide.scrollHeight > slide.clientHeight + 1;
      return [...layoutFaults(glass()!, 14), ...(isCut ? ['the slide is cut off'] : [])];
    };
    expect(faults()).toEqual([]);
    pass(10_000);
    await shows('名单以及发放标准');
    expect(faults()).toEqual([]);
    pass(10_000);
    await shows('办公时间');
    expect(faults()).toEqual([]);
  });

  it('is dim in the hours of the night', async () => {
    await publish({ night: { from: '20:00', until: '06:00' } });
    now.value = Date.parse(`${today.value}T19:59:00+08:00`);
    await rest();
    expect(glass()?.matches('[data-dim]')).toBe(false);
    now.value = Date.parse(`${today.value}T20:00:00+08:00`);
    await vi.waitFor(() => expect(glass()?.matches('[data-dim]')).toBe(true));
    expect(getComputedStyle(glass()!).backgroundColor).toBe('rgb(0, 0, 0)');
    expect(current.value?.hall.attract?.night).toBeDefined();
  });
});
