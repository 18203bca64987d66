import type { ComponentChildren } from 'preact';
import styles from './masthead.module.css';

export interface MastheadProps {
  readonly title: string;
  readonly note?: ComponentChildren;
}

/** The name of the place (or of the task under way) at the top left, a quiet note at the right. */
export function Masthead({ title, note }: MastheadProps) {
  return (
    <header class={styles.masthead}>
      <b>{title}</b>
      <span>{note}</span>
    </header>
  );
}
