import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/t.ts';
import type { InkStroke } from './ink.ts';
import { type Hand, handThatWrites, type Place } from './ink-hand.ts';
import styles from './ink-pad.module.css';

export interface InkCanvasProps {
  readonly strokes: readonly InkStroke[];
  readonly onStroke: (stroke: InkStroke) => void;
}

/** The square. One finger writes; a second one, or the ball of the hand, leaves no ink. */
export function InkCanvas({ strokes, onStroke }: InkCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(onStroke);
  latest.current = onStroke;
  const hand = useRef<Hand | null>(null);
  hand.current ??= handThatWrites((stroke) => latest.current(stroke));
  const shown = useRef(strokes);
  shown.current = strokes;

  // The next stroke may have begun before this frame: it must not vanish under the finger.
  const drawNow = () => {
    const begun = hand.current?.ink() ?? null;
    if (canvas.current) drawAll(canvas.current, begun ? [...shown.current, begun] : shown.current);
  };
  useLayoutEffect(drawNow, [strokes]);
  useEffect(() => {
    const { current } = canvas;
    if (current === null) return;
    const watch = new ResizeObserver(drawNow);
    watch.observe(current);
    return () => watch.disconnect();
  }, []);

  const begin = (event: PointerEvent) => {
    const { current } = canvas;
    if (current === null || event.button !== 0) return;
    // A touch belongs to the square from itself; for a mouse one must ask.
    if (event.pointerType === 'mouse') current.setPointerCapture(event.pointerId);
    hand.current?.down(event.pointerId, placeOf(current, event), event.isPrimary);
    drawNow();
  };
  const go = (event: PointerEvent) => {
    const [{ current }, before] = [canvas, hand.current?.ink() ?? null];
    if (current === null) return;
    const from = Math.max(0, (before?.length ?? 0) - 1);
    const parts = event.getCoalescedEvents?.() ?? [];
    const places = (parts.length > 0 ? parts : [event]).map((part) => placeOf(current, part));
    hand.current?.move(event.pointerId, places);
    const now = hand.current?.ink() ?? null;
    if (now !== before) drawNow();
    else if (now !== null) draw(current, now.slice(from));
  };
  const end = (event: PointerEvent) => {
    hand.current?.up(event.pointerId);
  };
  return (
    <canvas
      ref={canvas}
      class={styles.canvas}
      role="img"
      aria-label={t('手写格：用手指在这里写一个字')}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

function placeOf(canvas: HTMLCanvasElement, event: PointerEvent): Place {
  const { left, top } = canvas.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

/** As thick as a felt pen, in the colour of the text of every theme. */
function drawAll(canvas: HTMLCanvasElement, strokes: readonly InkStroke[]): void {
  const times = globalThis.devicePixelRatio || 1;
  // Empties it and forgets its pen.
  canvas.width = Math.round(canvas.clientWidth * times);
  canvas.height = Math.round(canvas.clientHeight * times);
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.scale(times, times);
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.lineWidth = Math.max(5, canvas.clientHeight / 45);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const stroke of strokes) draw(canvas, stroke);
}

function draw(canvas: HTMLCanvasElement, stroke: InkStroke): void {
  const pen = canvas.getContext('2d');
  const [first] = stroke;
  if (pen === null || first === undefined) return;
  pen.beginPath();
  pen.moveTo(...first);
  for (const place of stroke) pen.lineTo(...place);
  pen.stroke();
}
