import type { ComponentChildren } from 'preact';
import styles from './gallery.module.css';

export interface PartProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

export function Part({ name, children }: PartProps) {
  return (
    <section class={styles.part}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}
