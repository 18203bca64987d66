import type { ComponentChildren } from 'preact';
import styles from './side-note.module.css';

export interface SideNoteProps {
  readonly children: ComponentChildren;
}

/** A quiet aside, such as why a question is asked. */
export function SideNote({ children }: SideNoteProps) {
  return <aside class={styles.note}>{children}</aside>;
}
