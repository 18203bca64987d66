import styles from './big-code.module.css';

export interface BigCodeProps {
  readonly label: string;
  readonly code: string;
}

/** A number to copy down: large, spaced, and the only text on the screen that can be selected. */
export function BigCode({ label, code }: BigCodeProps) {
  return (
    <p class={styles.code}>
      <small>{label}</small>
      <b data-own="">{code}</b>
    </p>
  );
}
