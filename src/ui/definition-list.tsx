import type { ComponentChildren } from 'preact';
import styles from './definition-list.module.css';

export interface DefinitionRow {
  readonly term: string;
  readonly detail: ComponentChildren;
}

export interface DefinitionListProps {
  readonly rows: readonly DefinitionRow[];
  /** A hairline under each row, for metadata and for checking answers. */
  readonly isRuled?: boolean;
}

export function DefinitionList({ rows, isRuled }: DefinitionListProps) {
  return (
    <dl class={styles.list} data-ruled={isRuled ? '' : undefined}>
      {rows.map(({ term, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
