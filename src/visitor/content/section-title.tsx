import { Tag } from '../../ui/tag.tsx';
import styles from './section-title.module.css';

export interface SectionTitleProps {
  readonly children: string;
  /** Not confirmed for this hall: says so beside the words, wherever they stand. */
  readonly isSample?: boolean | undefined;
}

export function SectionTitle({ children, isSample }: SectionTitleProps) {
  return (
    <h2 class={styles.title}>
      {children}
      {isSample && <Tag>示例</Tag>}
    </h2>
  );
}
