import styles from './index-grid.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface IndexEntry {
  readonly key: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** Beside the label, small: how much is behind it, such as 7 项. */
  readonly count?: string | undefined;
}

export interface IndexGridProps {
  readonly label: string;
  readonly entries: readonly IndexEntry[];
  readonly onPress: (key: string) => void;
}

/** A typographic index: words instead of tiles, hairlines instead of boxes. */
export function IndexGrid({ label, entries, onPress }: IndexGridProps) {
  return (
    <nav class={styles.grid} aria-label={label}>
      {entries.map((entry) => (
        <button key={entry.key} type="button" {...touchFeedback} onClick={() => onPress(entry.key)}>
          <b>
            {entry.label}
            {/* The blank is heard and not seen: the gap is the style’s. */}
            {entry.count && <small> {entry.count}</small>}
          </b>
          <span>{entry.note}</span>
        </button>
      ))}
    </nav>
  );
}
