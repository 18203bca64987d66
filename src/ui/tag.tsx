import styles from './tag.module.css';

export interface TagProps {
  readonly children: string;
  readonly kind?: 'plain' | 'warn';
}

/** A word that qualifies what it stands beside: 示例, 匿名. */
export function Tag({ children, kind }: TagProps) {
  return (
    <span class={styles.tag} data-kind={kind ?? 'plain'}>
      {children}
    </span>
  );
}
