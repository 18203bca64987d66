import type { ComponentChildren } from 'preact';
import styles from './split.module.css';

export interface SplitProps {
  readonly children: ComponentChildren;
  readonly side: ComponentChildren;
}

/** Two columns on a landscape screen, one above the other everywhere else. */
export function Split({ children, side }: SplitProps) {
  return (
    <div class={styles.split}>
      <div class={styles.part}>{children}</div>
      <div class={styles.part}>{side}</div>
    </div>
  );
}
