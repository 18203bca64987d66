import { useId } from 'preact/hooks';
import styles from './timeline.module.css';

export interface Act {
  readonly what: string;
  readonly who: string;
  readonly when: string;
  readonly note: string | null;
}

export interface TimelineProps {
  readonly title: string;
  readonly acts: readonly Act[];
}

/** Who did what when, newest first. */
export function Timeline({ title, acts }: TimelineProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {acts.length === 0 ? (
        <p class={styles.none}>还没有记录。</p>
      ) : (
        <ol class={styles.acts}>
          {acts.map((act, at) => (
            <li key={`${act.when}-${acts.length - at}`}>
              <b>{act.what}</b>
              <span>
                {act.who} {act.when}
              </span>
              {act.note && <p>{act.note}</p>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
