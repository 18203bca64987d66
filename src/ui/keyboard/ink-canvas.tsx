import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/t.ts';
import { type InkStroke, withPoint } from './ink.ts';
import styles from './ink-pad.module.css';

export interface InkCanvasProps {
  readonly strokes: readonly InkStroke[];
  readonly onStroke: (stroke: InkStroke) => void;
}

/** The square. One finger writes; a second one, or the ball of the hand, leaves no ink. */
export function InkCanvas({ strokes, onStroke }: InkCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const writing = useRef<{ readonly pointer: number; stroke: InkStroke } | null>(null);
  const shown = useRef(strokes);
  shown.current = strokes;

  // The next stroke may have begun before this frame: it must not vanish under the finger.
  const drawNow = () => {
    const begun = writing.current ? [writing.current.stroke] : [];
    if (canvas.current) drawAll(canvas.current, [...shown.current, ...begun]);
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
    if (current === null || writing.current !== null || event.button !== 0) return;
    current.setPointerCapture(event.pointerId);
    writing.current = { pointer: event.pointerId, stroke: [placeOf(current, event)] };
    draw(current, writing.current.stroke);
  };
  const go = (event: PointerEvent) => {
    const [{ current }, now] = [canvas, writing.current];
    if (current === null || now?.pointer !== event.pointerId) return;
    const from = Math.max(0, now.stroke.length - 1);
    const parts = event.getCoalescedEvents?.() ?? [];
    for (const part of parts.length > 0 ? parts : [event])
      now.stroke = withPoint(now.stroke, ...placeOf(current, part));
    draw(current, now.stroke.slice(from));
  };
  const end = (event: PointerEvent) => {
    const now = writing.current;
    if (now?.pointer !== event.pointerId) return;
    writing.current = null;
    onStroke(now.stroke);
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

function placeOf(canvas: HTMLCanvasElement, event: PointerEvent): [number, number] {
  const { left, top } = canvas.getBoundingClientRect();
  return [event.clientX - left, event.clientY - top];
}

function drawAll(canvas: HTMLCanvasElement, strokes: readonly InkStroke[]): void {
  const times = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(canvas.clientWidth * times);
  canvas.height = Math.round(canvas.clientHeight * times);
  for (const stroke of strokes) draw(canvas, stroke);
}

/** As thick as a felt pen, in the colour of the text of every theme. */
function draw(canvas: HTMLCanvasElement, stroke: InkStroke): void {
  const pen = canvas.getContext('2d');
  const [first] = stroke;
  if (pen === null || first === undefined) return;
  const times = globalThis.devicePixelRatio || 1;
  pen.setTransform(times, 0, 0, times, 0, 0);
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.lineWidth = Math.max(5, canvas.clientHeight / 45);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.beginPath();
  pen.moveTo(...first);
  for (const point of stroke) pen.lineTo(...point);
  pen.stroke();
}
