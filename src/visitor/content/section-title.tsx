import { Marked } from '../sample-mark.tsx';
import styles from './section-title.module.css';

export interface SectionTitleProps {
  readonly children: string;
  /** Not confirmed for this hall: says so beside the words, wherever they stand. */
  readonly isSample?: boolean | undefined;
  /** Begins a column: what is above keeps its own distance. */
  readonly isFirst?: boolean;
}

export function SectionTitle({ children, isSample, isFirst }: SectionTitleProps) {
  return (
    <h2 class={styles.title} data-first={isFirst ? '' : undefined}>
      <Marked isSample={isSample}>{children}</Marked>
    </h2>
  );
}
