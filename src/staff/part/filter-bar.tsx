import { type Choice, PickField, TextField } from './field.tsx';
import styles from './filter-bar.module.css';

export interface FilterPick {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly none?: string;
  readonly onPick: (value: string) => void;
}

export interface FilterDay {
  readonly label: string;
  /** `2026-11-24`, or empty. */
  readonly value: string;
  readonly onPick: (value: string) => void;
}

export interface FilterBarProps {
  readonly search: string;
  readonly searchLabel: string;
  readonly onSearch: (text: string) => void;
  readonly picks: readonly FilterPick[];
  readonly day?: FilterDay;
  /** How many are shown, in words. */
  readonly found: string;
}

/** Search and filters above a list. What is chosen is in the address, so that a list can be sent to a colleague. */
export function FilterBar({ search, searchLabel, onSearch, picks, day, found }: FilterBarProps) {
  return (
    <search class={styles.bar}>
      <div class={styles.search}>
        <TextField label={searchLabel} type="search" value={search} onInput={onSearch} />
      </div>
      {picks.map((pick) => (
        <div key={pick.label} class={styles.pick}>
          <PickField {...pick} />
        </div>
      ))}
      {day && (
        <div class={styles.pick}>
          <TextField label={day.label} type="date" value={day.value} onInput={day.onPick} />
        </div>
      )}
      <p class={styles.found} aria-live="polite">
        {found}
      </p>
    </search>
  );
}
