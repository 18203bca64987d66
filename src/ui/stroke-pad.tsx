import { useRef, useState } from 'preact/hooks';
import pad from './stroke-pad.module.css';
import { StrokePicture, type StrokePictureProps } from './stroke-picture.tsx';

export interface StrokePadProps extends StrokePictureProps {
  readonly onStrokes: (strokes: readonly string[]) => void;
}

/** Nearer points than this add nothing to the eye. */
const MIN_STEP = 8;

interface Point {
  readonly x: number;
  readonly y: number;
}

const written = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');

/** A field to draw in with one finger. It takes no scrolling: the page around it does. */
export function StrokePad({ onStrokes, ...picture }: StrokePadProps) {
  const { strokes, width, height } = picture;
  const drawn = useRef<Point[]>([]);
  const [current, setCurrent] = useState<string | null>(null);
  const at = (event: PointerEvent & { readonly currentTarget: HTMLElement }): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (part: number, whole: number, most: number): number =>
      Math.round(Math.min(Math.max(part / whole, 0), 1) * most);
    return {
      x: within(event.clientX - box.left, box.width, width),
      y: within(event.clientY - box.top, box.height, height),
    };
  };
  const add = (point: Point): void => {
    const last = drawn.current.at(-1);
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < MIN_STEP) return;
    drawn.current = [...drawn.current, point];
    // One point alone would draw nothing: a dot is a line to itself.
    setCurrent(written(drawn.current.length === 1 ? [point, point] : drawn.current));
  };
  const finish = (): void => {
    if (current !== null) onStrokes([...strokes, current]);
    drawn.current = [];
    setCurrent(null);
  };
  return (
    <div
      class={pad.pad}
      onPointerDown={(event) => {
        if (!event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drawn.current = [];
        add(at(event));
      }}
      onPointerMove={(event) => {
        if (event.isPrimary && drawn.current.length > 0) add(at(event));
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    >
      <StrokePicture {...picture} strokes={current === null ? strokes : [...strokes, current]} />
    </div>
  );
}
