import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import styles from './link-list.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface LinkRow {
  readonly key: string;
  readonly label: ComponentChildren;
  /** Beneath the label, quiet. */
  readonly hint?: ComponentChildren;
  /** At the right, before the arrow. */
  readonly note?: ComponentChildren;
}

export interface LinkListProps {
  readonly label: string;
  readonly rows: readonly LinkRow[];
  readonly onPress: (key: string) => void;
}

/** Rows that lead somewhere; the whole row is the target. */
export function LinkList({ label, rows, onPress }: LinkListProps) {
  return (
    <ul class={styles.list} aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <button type="button" {...touchFeedback} onClick={() => onPress(row.key)}>
            <span class={styles.words}>
              {row.label}
              {row.hint && <small>{row.hint}</small>}
            </span>
            {row.note && <span class={styles.note}>{row.note}</span>}
            <Icon name="chevron-right" />
          </button>
        </li>
      ))}
    </ul>
  );
}
