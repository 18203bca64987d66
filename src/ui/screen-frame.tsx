import type { ComponentChildren } from 'preact';
import styles from './screen-frame.module.css';

export interface ScreenFrameProps {
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
  /** Buttons that belong to this screen, above the foot bar: within everybody's reach. */
  readonly actions?: ComponentChildren;
  /** A screen keyboard, which has the key that leads on: between page and foot, on a wide glass beside the page. */
  readonly keyboard?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** On a tall screen the page starts in the lower 55 %, for a seated visitor, and scrolls up under the head. */
  readonly isLow?: boolean;
  /** Wide screens give it two columns' room: see Split. */
  readonly isWide?: boolean;
  /** The page's scroll position starts anew for each key. */
  readonly pageKey?: string;
}

/** Head, page, actions, keyboard, foot: the page alone scrolls, and everything else stays where it is. */
export function ScreenFrame({
  head,
  children,
  actions,
  keyboard,
  foot,
  isLow,
  isWide,
  pageKey,
}: ScreenFrameProps) {
  return (
    <div
      class={styles.frame}
      data-low={isLow ? '' : undefined}
      data-wide={isWide ? '' : undefined}
      data-typing={keyboard ? '' : undefined}
    >
      {head}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard too */}
      <main key={pageKey} class={styles.page} tabIndex={0}>
        <div class={styles.column}>{children}</div>
      </main>
      {actions && (
        <div class={styles.actions} data-actions="">
          {actions}
        </div>
      )}
      {keyboard && <div class={styles.keyboard}>{keyboard}</div>}
      {foot}
    </div>
  );
}
