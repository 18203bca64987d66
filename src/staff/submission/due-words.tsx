import type { SubmissionRow } from '../../contract/desk.ts';
import { useDesk } from '../desk.ts';
import { dueOf } from './due.ts';
import styles from './due-words.module.css';

export interface DueWordsProps {
  readonly row: SubmissionRow;
}

export function DueWords({ row }: DueWordsProps) {
  const { clock } = useDesk();
  const due = dueOf(row, clock());
  return (
    <span class={styles.due}>
      <span data-tone={due.tone}>{due.say}</span>
      {due.more.map((line) => (
        <small key={line}>{line}</small>
      ))}
    </span>
  );
}
