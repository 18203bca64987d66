import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { t } from '../../t.ts';
import { PictureView, type PictureViewProps } from './picture-view.tsx';
import styles from './zoom-picture.module.css';

const ZOOMS = [1, 1.5, 2.2, 3.2] as const;

/** The next step, which stays within what there is however quickly the buttons are pressed. */
export const zoomBy = (zoom: number, by: number): number =>
  Math.min(ZOOMS.length - 1, Math.max(0, zoom + by));

export interface ZoomPictureProps extends PictureViewProps {
  /** A place in ZOOMS. */
  readonly zoom: number;
}

/** Fitted to the width, or larger than it: then it moves sideways under a finger, and up and down with the page. */
export function ZoomPicture({ zoom, ...picture }: ZoomPictureProps) {
  const view = useRef<HTMLElement>(null);
  useKeptMiddle(view, ZOOMS[zoom] ?? 1);
  return (
    <section ref={view} class={styles.view} aria-label={picture.alt} tabIndex={zoom > 0 ? 0 : undefined}>
      <div
        class={styles.extent}
        data-wide={picture.picture.width > picture.picture.height ? '' : undefined}
        style={{ '--zoom': ZOOMS[zoom] ?? 1, '--own': `${picture.picture.width}px` }}
      >
        <PictureView {...picture} />
      </div>
    </section>
  );
}

export interface ZoomButtonsProps {
  readonly zoom: number;
  /** A step larger (1) or smaller (-1). */
  readonly onStep: (by: 1 | -1) => void;
  readonly children?: ComponentChildren;
}

export function ZoomButtons({ zoom, onStep, children }: ZoomButtonsProps) {
  return (
    <div class={styles.buttons}>
      <Button
        kind="secondary"
        size="small"
        icon="plus"
        disabled={zoom === ZOOMS.length - 1}
        onPress={() => onStep(1)}
      >
        {t('放大')}
      </Button>
      <Button kind="secondary" size="small" icon="minus" disabled={zoom === 0} onPress={() => onStep(-1)}>
        {t('缩小')}
      </Button>
      {children}
    </div>
  );
}

/** What was in the middle of the glass stays there: sideways in the view, up and down in the page around it. */
function useKeptMiddle(ref: { readonly current: HTMLElement | null }, scale: number): void {
  const last = useRef(scale);
  useLayoutEffect(() => {
    const view = ref.current;
    if (view === null || last.current === scale) return;
    const ratio = scale / last.current;
    last.current = scale;
    view.scrollLeft = (view.scrollLeft + view.clientWidth / 2) * ratio - view.clientWidth / 2;
    const page = view.closest('main');
    if (page === null) return;
    const frame = page.getBoundingClientRect();
    // Above the picture nothing grows; its own upper part does.
    const above = frame.top + frame.height / 2 - view.getBoundingClientRect().top;
    if (above > 0) page.scrollTop += above * (ratio - 1);
  }, [scale]);
}
