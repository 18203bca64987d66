import { Icon } from '../../../ui/icon.tsx';
import styles from './row-buttons.module.css';

export interface RowButtonsProps {
  readonly id: string;
  /** `材料 第 2 项` */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Up, down, remove: what a row needs besides its own fields. */
export function RowButtons({ id, name, isFirst, isLast, onMove, onRemove }: RowButtonsProps) {
  return (
    <span class={styles.buttons}>
      <button
        type="button"
        id={`${id}-up`}
        aria-label={`上移${name}`}
        title="上移"
        aria-disabled={isFirst ? true : undefined}
        onClick={() => !isFirst && onMove(-1)}
      >
        <Icon name="chevron-up" />
      </button>
      <button
        type="button"
        id={`${id}-down`}
        aria-label={`下移${name}`}
        title="下移"
        aria-disabled={isLast ? true : undefined}
        onClick={() => !isLast && onMove(1)}
      >
        <Icon name="chevron-down" />
      </button>
      <button type="button" aria-label={`删去${name}`} title="删去" onClick={onRemove}>
        <Icon name="x" />
      </button>
    </span>
  );
}
