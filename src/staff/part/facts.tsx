import type { ComponentChildren } from 'preact';
import styles from './facts.module.css';

export interface FactsProps {
  readonly rows: readonly (readonly [term: string, detail: ComponentChildren])[];
  /** Terms above details, for long ones. */
  readonly isStacked?: boolean;
  /** One under another across the whole width. */
  readonly isSingle?: boolean;
}

export function Facts({ rows, isStacked, isSingle }: FactsProps) {
  return (
    <dl
      class={styles.facts}
      data-stacked={isStacked ? '' : undefined}
      data-single={isSingle ? '' : undefined}
    >
      {rows.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
