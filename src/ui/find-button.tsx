import styles from './find-button.module.css';
import { Icon } from './icon.tsx';
import { touchFeedback } from './touch-feedback.ts';

export interface FindButtonProps {
  /** What can be asked, by examples. */
  readonly words: string;
  readonly label: string;
  readonly onPress: () => void;
}

/** Looks like the field that it leads to: home stays free of the keyboard until somebody wants it. */
export function FindButton({ words, label, onPress }: FindButtonProps) {
  return (
    <button
      type="button"
      {...touchFeedback}
      class={styles.find}
      aria-label={`${label}：${words}`}
      onClick={onPress}
    >
      <Icon name="search" />
      <span>{words}</span>
    </button>
  );
}
