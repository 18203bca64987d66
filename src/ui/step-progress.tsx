import styles from './step-progress.module.css';

export interface StepProgressProps {
  readonly step: number;
  readonly steps: number;
  /** The same in words: 第 3 题，共 8 题. */
  readonly text: string;
  readonly textId?: string;
}

export function StepProgress({ step, steps, text, textId }: StepProgressProps) {
  return (
    <div class={styles.progress}>
      <div class={styles.segments} aria-hidden="true">
        {Array.from({ length: steps }, (_, at) => (
          <i key={at} data-done={at < step ? '' : undefined} />
        ))}
      </div>
      <p id={textId}>{text}</p>
    </div>
  );
}
