import type { ComponentChildren } from 'preact';
import styles from './numbered-list.module.css';

export interface NumberedItem {
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
}

export interface NumberedListProps {
  readonly items: readonly NumberedItem[];
}

/** What happens next, in order. */
export function NumberedList({ items }: NumberedListProps) {
  return (
    <ol class={styles.list}>
      {items.map(({ label, note }, at) => (
        <li key={at}>
          <b aria-hidden="true">{at + 1}</b>
          <div>
            {label}
            {note && <span>{note}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
