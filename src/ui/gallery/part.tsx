import type { ComponentChildren } from 'preact';
import styles from './gallery.module.css';

export interface PartProps {
  /** The component's name in code. */
  readonly name: string;
  /** When it is the right one. */
  readonly use?: string;
  readonly children: ComponentChildren;
}

export function Part({ name, use, children }: PartProps) {
  return (
    <section class={styles.part} data-part={name}>
      <h2>{name}</h2>
      {use && <p class={styles.use}>{use}</p>}
      <div class={styles.sheet}>{children}</div>
    </section>
  );
}
