import styles from './foot-bar.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { touchFeedback } from './touch-feedback.ts';

export interface FootCell {
  readonly icon: IconName;
  readonly label: string;
  /** The same however its label changes; the label, where it does not. */
  readonly key?: string;
  /** What else the cell leads to, in the language of those who look for it. */
  readonly also?: { readonly words: string; readonly lang: string };
  readonly onPress: () => void;
  readonly disabled?: boolean;
  /** For cells that switch something on and off. */
  readonly isPressed?: boolean;
}

export interface FootBarProps {
  readonly cells: readonly FootCell[];
  readonly label: string;
}

/** The same things in the same place on every screen: a cell that has no use here is greyed, never taken away. */
export function FootBar({ cells, label }: FootBarProps) {
  return (
    <nav class={styles.foot} aria-label={label}>
      {cells.map((cell) => (
        <button
          key={cell.key ?? cell.label}
          type="button"
          {...touchFeedback}
          class={styles.cell}
          data-cell={cell.key}
          disabled={cell.disabled}
          aria-pressed={cell.isPressed}
          onClick={cell.onPress}
        >
          <Icon name={cell.icon} />
          <span>
            {cell.label}
            {cell.also && (
              <>
                {' '}
                <span lang={cell.also.lang}>{cell.also.words}</span>
              </>
            )}
          </span>
        </button>
      ))}
    </nav>
  );
}
