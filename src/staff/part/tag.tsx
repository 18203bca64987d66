import styles from './tag.module.css';

export interface TagProps {
  readonly children: string;
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad';
}

/** A state in one or two words; the colour only repeats them. */
export function Tag({ children, tone = 'plain' }: TagProps) {
  return (
    <span class={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
