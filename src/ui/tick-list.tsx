import styles from './tick-list.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface Tickable {
  readonly id: string;
  readonly label: string;
  /** At the right, quiet: 原件，看后退还. */
  readonly note?: string | undefined;
}

export interface TickListProps {
  readonly label: string;
  readonly items: readonly Tickable[];
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** Things to tick off while getting ready; ticks mean nothing to anybody but the reader. */
export function TickList({ label, items, ticked, onToggle }: TickListProps) {
  return (
    <ul class={styles.list} aria-label={label}>
      {items.map(({ id, label: words, note }) => (
        <li key={id}>
          <label class={styles.row} {...touchFeedback}>
            <input
              type="checkbox"
              class={styles.box}
              checked={ticked.has(id)}
              onChange={() => onToggle(id)}
            />
            <span class={styles.texts}>
              <span class={styles.words}>{words}</span>
              {note && <em>{note}</em>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
