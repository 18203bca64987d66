import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isComposing } from '../../../ui/composition.ts';

/** A row that is on its way: where it was, where it would be put down now. */
export interface Drag {
  readonly from: number;
  readonly to: number;
  readonly by: 'pointer' | 'keys';
}

export interface DragInput {
  readonly list: RefObject<HTMLElement | null>;
  readonly count: number;
  readonly onDrop: (from: number, to: number) => void;
  /** What a screen reader should hear. */
  readonly say: (words: string) => void;
}

export interface HandleProps {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onBlur: () => void;
}

/** A hand trembles; a press on the handle alone moves nothing. */
const START_PX = 4;
/** Near the edge of the window the page goes along: the nearer, the faster. */
const EDGE_PX = 90;
const SCROLL_PX = 14;

/**
 * Rows dragged by their handle: with mouse, pen or finger, or from the keyboard (space lifts, arrows move, space puts down, Escape
 * leaves everything as it was). Nothing changes before the row is put down.
 */
export const useDrag = (input: DragInput) => {
  const drag = useSignal<Drag | null>(null);
  const latest = useRef(input);
  latest.current = input;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const placeInWords = (to: number): string => `第 ${to + 1} 项，共 ${latest.current.count} 项`;
  const turn = (to: number): void => {
    const now = drag.peek();
    if (now === null || now.to === to) return;
    drag.value = { ...now, to };
    latest.current.say(`${placeInWords(to)}。`);
  };
  const end = (isDropped: boolean): void => {
    const now = drag.peek();
    stop.current?.();
    stop.current = null;
    drag.value = null;
    if (now === null) return;
    const { from, to } = now;
    const { say, onDrop } = latest.current;
    say(isDropped && to !== from ? `放在了${placeInWords(to)}。` : `放回了${placeInWords(from)}。`);
    if (isDropped && to !== from) onDrop(from, to);
  };
  const lift = (at: number, by: Drag['by']): void => {
    drag.value = { from: at, to: at, by };
    const how = by === 'keys' ? '用上下键移动，空格放下，Esc 放回。' : '';
    latest.current.say(`拿起了${placeInWords(at)}。${how}`);
  };

  const onPointerDown = (at: number) => (event: PointerEvent) => {
    if (event.button !== 0 || drag.peek() !== null) return;
    stop.current = followPointer(event, {
      rows: () => [...(latest.current.list.current?.children ?? [])],
      onStart: () => lift(at, 'pointer'),
      onMove: (y, rows) => turn(placeAt(rows, at, y)),
      onEnd: end,
    });
  };
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const now = drag.peek();
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      if (now === null) lift(at, 'keys');
      else end(true);
      return;
    }
    const to = now === null ? null : toBy(event.key, now.to, latest.current.count);
    if (now !== null && event.key === 'Escape') end(false);
    else if (to === null) return;
    else turn(to);
    event.preventDefault();
    latest.current.list.current?.children[drag.peek()?.to ?? at]?.scrollIntoView({ block: 'nearest' });
  };
  return {
    drag: drag.value,
    handle: (at: number): HandleProps => ({
      onPointerDown: onPointerDown(at),
      onKeyDown: onKeyDown(at),
      // A screen reader presses without a key and without a pointer.
      onClick: (event) => {
        if (event.detail !== 0) return;
        if (drag.peek() === null) lift(at, 'keys');
        else end(true);
      },
      onBlur: () => {
        if (drag.peek()?.by === 'keys') end(false);
      },
    }),
  };
};

const toBy = (key: string, to: number, count: number): number | null => {
  switch (key) {
    case 'ArrowUp':
      return Math.max(0, to - 1);
    case 'ArrowDown':
      return Math.min(count - 1, to + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
};

/** The place that the lifted row would have: after all others whose middle is above the pointer. */
const placeAt = (rows: readonly Element[], from: number, y: number): number =>
  rows.filter((row, at) => {
    const { top, height } = row.getBoundingClientRect();
    return at !== from && top + height / 2 < y;
  }).length;

interface Following {
  readonly rows: () => readonly Element[];
  readonly onStart: () => void;
  readonly onMove: (y: number, rows: readonly Element[]) => void;
  readonly onEnd: (isDropped: boolean) => void;
}

/** From the press to the release, wherever the pointer goes meanwhile. Returns how to stop. */
const followPointer = (press: PointerEvent, { rows, onStart, onMove, onEnd }: Following): (() => void) => {
  const handle = press.currentTarget as HTMLElement;
  const aborted = new AbortController();
  const on = { signal: aborted.signal };
  let isMoving = false;
  let y = press.clientY;
  let frame = 0;
  const scroll = (): void => {
    const by = scrollFor(y);
    if (by !== 0) {
      window.scrollBy(0, by);
      onMove(y, rows());
    }
    frame = requestAnimationFrame(scroll);
  };
  handle.setPointerCapture(press.pointerId);
  handle.addEventListener(
    'pointermove',
    (event) => {
      y = event.clientY;
      if (!isMoving && Math.abs(y - press.clientY) < START_PX) return;
      if (!isMoving) {
        isMoving = true;
        onStart();
        frame = requestAnimationFrame(scroll);
      }
      onMove(y, rows());
    },
    on,
  );
  handle.addEventListener('pointerup', () => onEnd(true), on);
  handle.addEventListener('pointercancel', () => onEnd(false), on);
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      onEnd(false);
    },
    { ...on, capture: true },
  );
  return () => {
    aborted.abort();
    cancelAnimationFrame(frame);
  };
};

const scrollFor = (y: number): number => {
  const below = y - (window.innerHeight - EDGE_PX);
  const above = EDGE_PX - y;
  if (above > 0) return -Math.ceil((above / EDGE_PX) * SCROLL_PX);
  return below > 0 ? Math.ceil((below / EDGE_PX) * SCROLL_PX) : 0;
};
