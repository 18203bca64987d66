import type { ComponentChildren } from 'preact';
import styles from './heading.module.css';

export interface HeadingProps {
  readonly title: string;
  /** Above the title, small: where this belongs. */
  readonly kicker?: ComponentChildren;
  /** Beneath it: the one sentence that says most. */
  readonly lead?: ComponentChildren;
  readonly size?: 'title' | 'long';
}

/** A screen's title. `long` is for names and questions, which run to two lines in the largest size. */
export function Heading({ title, kicker, lead, size }: HeadingProps) {
  return (
    <div class={styles.heading} data-size={size ?? 'title'}>
      {kicker && <p class={styles.kicker}>{kicker}</p>}
      <h1>{title}</h1>
      {lead && <p class={styles.lead}>{lead}</p>}
    </div>
  );
}
