import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button.tsx';
import { t } from './words/t.ts';
import styles from './zoom-pane.module.css';

const STEP = 1.4;
const MAX = 4;

export interface ZoomPaneProps {
  readonly label: string;
  /** The content's own size in pixels at scale 1. */
  readonly width: number;
  readonly height: number;
  readonly children: ComponentChildren;
}

/** A picture to look at closely: buttons enlarge it, plain scrolling moves it, no gesture is needed. */
export function ZoomPane({ label, width, height, children }: ZoomPaneProps) {
  const view = useRef<HTMLDivElement>(null);
  const fit = useFit(view, width, height);
  // null: fitted, and so through changes of the screen's shape
  const [zoom, setZoom] = useState<number | null>(null);
  const scale = zoom ?? fit;
  useKeptCentre(view, scale);
  const to = (next: number) => setZoom(next <= fit * 1.01 ? null : Math.min(next, fit * MAX));
  return (
    <div class={styles.pane}>
      <section ref={view} class={styles.view} aria-label={label}>
        <div class={styles.extent} style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
          <div
            class={styles.content}
            style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
          >
            {children}
          </div>
        </div>
      </section>
      <div class={styles.buttons}>
        <Button
          kind="secondary"
          size="small"
          icon="plus"
          disabled={scale >= fit * MAX}
          onPress={() => to(scale * STEP)}
        >
          {t('放大')}
        </Button>
        <Button
          kind="secondary"
          size="small"
          icon="minus"
          disabled={zoom === null}
          onPress={() => to(scale / STEP)}
        >
          {t('缩小')}
        </Button>
        <Button kind="secondary" size="small" disabled={zoom === null} onPress={() => setZoom(null)}>
          {t('适合屏幕')}
        </Button>
      </div>
    </div>
  );
}

type ViewRef = { readonly current: HTMLDivElement | null };

/** The scale at which the whole content shows; never larger than twice its size. */
function useFit(view: ViewRef, width: number, height: number): number {
  const [fit, setFit] = useState(1);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element) return;
    const measure = () => {
      // offsetWidth, not clientWidth: scroll bars that zooming brings must not change what fits
      const next = Math.min(element.offsetWidth / width, element.offsetHeight / height, 2);
      if (next > 0) setFit(next);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [width, height]);
  return fit;
}

/** What was in the middle stays in the middle when the scale changes. */
function useKeptCentre(view: ViewRef, scale: number): void {
  const last = useRef(scale);
  useLayoutEffect(() => {
    const element = view.current;
    if (!element || last.current === scale) return;
    const ratio = scale / last.current;
    last.current = scale;
    element.scrollLeft = (element.scrollLeft + element.clientWidth / 2) * ratio - element.clientWidth / 2;
    element.scrollTop = (element.scrollTop + element.clientHeight / 2) * ratio - element.clientHeight / 2;
  }, [scale]);
}
