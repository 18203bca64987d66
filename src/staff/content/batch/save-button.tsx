import { useSignal } from '@preact/signals';
import type { Problem } from '../../../contract/problem.ts';
import type { Answer } from '../../api/call.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { ProblemNote } from '../../part/note.tsx';
import styles from './batch.module.css';
import { saveFile } from './save-file.ts';

export interface SaveButtonProps {
  readonly children: string;
  readonly name: string;
  /** While it comes, in words; `told` is what the work itself tells. */
  readonly busy: string;
  readonly bring: (tell: (words: string) => void) => Answer<Blob>;
  readonly kind?: 'second' | 'quiet';
  readonly isSmall?: boolean;
}

/** A file that the server makes: words while it is being made, the browser's own saving at the end. */
export function SaveButton({
  children,
  name,
  busy,
  bring,
  kind = 'second',
  isSmall = false,
}: SaveButtonProps) {
  const { practice } = useDesk();
  const words = useSignal<string | null>(null);
  const problem = useSignal<Problem | null>(null);
  const save = async (): Promise<void> => {
    problem.value = null;
    words.value = busy;
    const file = await bring((told) => {
      words.value = told;
    });
    words.value = null;
    // What is practised must not be taken for the hall's own later.
    if (file.ok) saveFile(file.value, practice.value === null ? name : `练习-${name}`);
    else problem.value = file.problem;
  };
  return (
    <span class={styles.save}>
      <Button kind={kind} isSmall={isSmall} busy={words.value ?? undefined} onPress={save}>
        {children}
      </Button>
      {problem.value && <ProblemNote problem={problem.value} title="没有拿到文件。" />}
    </span>
  );
}
