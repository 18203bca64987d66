import { Icon } from '../../../ui/icon.tsx';
import styles from './row-buttons.module.css';
import type { HandleProps } from './use-drag.ts';

export interface RowButtonsProps {
  readonly id: string;
  /** `材料 第 2 项` */
  readonly name: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Null: there is nothing to put it in an order with. */
  readonly handle: HandleProps | null;
  readonly isLifted: boolean;
  /** The id of the words that say how the handle is used. */
  readonly handleSays: string;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Handle, up, down, remove: what a row needs besides its own fields. */
export function RowButtons(props: RowButtonsProps) {
  const { id, name, isFirst, isLast, handle, isLifted, onMove, onRemove } = props;
  return (
    <span class={styles.buttons}>
      {handle && (
        <button
          type="button"
          id={`${id}-handle`}
          class={styles.handle}
          aria-label={`拖动${name}`}
          aria-describedby={props.handleSays}
          aria-pressed={isLifted}
          title="拖动，换个位置"
          {...handle}
        >
          <Grip />
        </button>
      )}
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

/** Six dots: what can be taken hold of. */
function Grip() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="currentColor" aria-hidden="true">
      {[5, 12, 19].map((y) => [9, 15].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" />))}
    </svg>
  );
}
