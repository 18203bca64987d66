import styles from './chip-list.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface ChipListProps {
  readonly label: string;
  readonly chips: readonly string[];
  readonly onPress: (chip: string) => void;
}

/** Words ready to put in, for those who would rather not type. */
export function ChipList({ label, chips, onPress }: ChipListProps) {
  return (
    <ul class={styles.chips} aria-label={label}>
      {chips.map((chip) => (
        <li key={chip}>
          {/* The field being filled keeps its focus. */}
          <button
            type="button"
            {...touchFeedback}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onPress(chip)}
          >
            {chip}
          </button>
        </li>
      ))}
    </ul>
  );
}
