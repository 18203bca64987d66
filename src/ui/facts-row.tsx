import type { ComponentChildren } from 'preact';
import styles from './facts-row.module.css';

export interface Fact {
  readonly value: string;
  readonly note?: ComponentChildren;
}

export interface FactsRowProps {
  readonly facts: readonly Fact[];
}

/** The two to four facts that people ask for first, large. */
export function FactsRow({ facts }: FactsRowProps) {
  return (
    <ul class={styles.facts}>
      {facts.map(({ value, note }) => (
        <li key={value}>
          <b>{value}</b>
          <span>{note}</span>
        </li>
      ))}
    </ul>
  );
}
