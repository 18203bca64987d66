import type { ComponentChildren } from 'preact';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';
import { touchFeedback } from './touch-feedback.ts';

export interface DisclosureProps {
  readonly summary: string;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
  readonly isOpen?: boolean;
}

/** A line that unfolds; the browser's own <details>, so it works without a script. */
export function Disclosure({ summary, note, children, isOpen }: DisclosureProps) {
  return (
    <details class={styles.disclosure} open={isOpen}>
      <summary {...touchFeedback}>
        <span>{summary}</span>
        {note && <small>{note}</small>}
        <Icon name="chevron-down" />
      </summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}
