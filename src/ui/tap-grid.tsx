import { onKey } from './composition.ts';
import styles from './tap-grid.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface TapGridProps<Value extends string | number> {
  readonly label: string;
  readonly columns: number;
  readonly cells: readonly { readonly value: Value; readonly label: string }[];
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
      style={{ '--columns': `${columns}` }}
      aria-label={label}
      onKeyDown={onKey(step)}
    >
      {cells.map((cell) => (
        <button
          type="button"
          key={cell.value}
          {...touchFeedback}
          aria-pressed={cell.value === chosen}
          onClick={() => onChoose(cell.value)}
        >
          {cell.label}
        </button>
      ))}
    </fieldset>
  );
}
