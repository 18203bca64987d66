import { useId } from 'preact/hooks';
import styles from './choice-list.module.css';
import { touchFeedback } from './touch-feedback.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface ChoiceListProps {
  /** Names the question for screen readers; the screen shows it as its title. */
  readonly label: string;
  readonly kind: 'one' | 'many';
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly error?: string | undefined;
  /** Ids of what else on the page explains this list. */
  readonly describedBy?: string | undefined;
}

/** Rows to choose from; the whole row is the target. */
export function ChoiceList({ label, kind, choices, chosen, onChange, error, describedBy }: ChoiceListProps) {
  const id = useId();
  const choose = (value: string) => {
    if (kind === 'one') return onChange([value]);
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  };
  return (
    <fieldset
      class={styles.list}
      aria-label={label}
      aria-describedby={[describedBy, `${id}e`].filter(Boolean).join(' ')}
    >
      {choices.map(({ value, label: words, hint }) => (
        <label key={value} class={styles.row} {...touchFeedback}>
          <input
            type={kind === 'one' ? 'radio' : 'checkbox'}
            class={styles.mark}
            name={id}
            checked={chosen.includes(value)}
            onChange={() => choose(value)}
          />
          <span>
            {words}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
      <p class={styles.error} id={`${id}e`} aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}
