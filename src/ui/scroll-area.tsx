import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { blockAxis } from './block-axis.ts';
import { Button } from './button.tsx';
import styles from './scroll-area.module.css';
import { t } from './words/t.ts';

/** Part of a window that one press moves: some lines stay, so that the eye finds its place. */
const PAGE = 0.85;

export interface ScrollAreaProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

type Ends = 'all' | 'top' | 'middle' | 'bottom';

/** Scrolls under a finger, and by two big buttons for those who have never swiped. They are gone when all fits. */
export function ScrollArea({ label, children }: ScrollAreaProps) {
  const view = useRef<HTMLElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const [ends, setEnds] = useState<Ends>('all');
  const look = () => {
    if (view.current) setEnds(endsOf(view.current));
  };
  useLayoutEffect(() => {
    if (!view.current || !inner.current) return;
    // In the next frame: the buttons that come or go change the very size that is observed.
    const observer = new ResizeObserver(() => requestAnimationFrame(look));
    observer.observe(view.current);
    observer.observe(inner.current);
    return () => observer.disconnect();
  }, []);
  const turn = (by: number) => {
    if (!view.current) return;
    const axis = blockAxis(view.current);
    view.current.scrollBy(axis.by(by * PAGE * axis.view));
  };
  return (
    <div class={styles.area}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <section ref={view} class={styles.view} aria-label={label} tabIndex={0} onScroll={look}>
        <div ref={inner}>{children}</div>
      </section>
      {ends !== 'all' && (
        <div class={styles.buttons}>
          <Button
            kind="secondary"
            size="small"
            icon="chevron-up"
            disabled={ends === 'top'}
            onPress={() => turn(-1)}
          >
            {t('往上看')}
          </Button>
          <Button
            kind="secondary"
            size="small"
            icon="chevron-down"
            disabled={ends === 'bottom'}
            onPress={() => turn(1)}
          >
            {t('往下看')}
          </Button>
        </div>
      )}
    </div>
  );
}

function endsOf(element: HTMLElement): Ends {
  const { at, view, whole } = blockAxis(element);
  if (whole <= view + 2) return 'all';
  if (at <= 1) return 'top';
  return at + view >= whole - 2 ? 'bottom' : 'middle';
}
