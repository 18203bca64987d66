import type { ComponentChildren } from 'preact';
import styles from './gallery.module.css';

export interface PartProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Part({ name, children }: PartProps) {
  return (
    <section class={styles.part} data-part={name}>
      <h2>{name}</h2>
      <div class={styles.sheet}>{children}</div>
    </section>
  );
}
