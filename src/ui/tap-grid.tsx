import { onKey } from './composition.ts';
import styles from './tap-grid.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface TapCell<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
  /** What a reader of the screen says instead; begins with the label and its note. */
  readonly name?: string | undefined;
  /** A word beneath it: 今天. */
  readonly note?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface TapGridProps<Value extends string | number> {
  readonly label: string;
  readonly columns: number;
  readonly cells: readonly TapCell<Value>[];
  /** Above the columns, which then stay as many on every screen. */
  readonly heads?: readonly string[] | undefined;
  /** Columns that stay empty before the first. */
  readonly skip?: number | undefined;
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
}

const STEPS = (columns: number): Readonly<Record<string, number>> => ({
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -columns,
  ArrowDown: columns,
});

/** Many short things to choose one from, in rows. Arrow keys go from one to the next as the eye does. */
export function TapGrid<Value extends string | number>({
  label,
  columns,
  cells,
  heads,
  skip = 0,
  chosen,
  onChoose,
}: TapGridProps<Value>) {
  const step = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const by = STEPS(columns)[event.key];
    if (by === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    event.preventDefault();
    buttons[at + by]?.focus();
  };
  return (
    <fieldset
      class={styles.grid}
      style={{ '--columns': `${columns}`, '--first': `${skip + 1}` }}
      data-heads={heads ? '' : undefined}
      aria-label={label}
      onKeyDown={onKey(step)}
    >
      {heads?.map((head) => (
        <span key={head} class={styles.head} aria-hidden="true">
          {head}
        </span>
      ))}
      {cells.map((cell) => (
        <button
          type="button"
          key={cell.value}
          {...touchFeedback}
          aria-label={cell.name}
          aria-pressed={cell.value === chosen}
          disabled={cell.disabled}
          onClick={() => onChoose(cell.value)}
        >
          {cell.label}
          {cell.note && ' '}
          {cell.note && <small>{cell.note}</small>}
        </button>
      ))}
    </fieldset>
  );
}
