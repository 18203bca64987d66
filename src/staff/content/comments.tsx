import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { SIGN_PERMISSIONS } from '../navigation.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { Timeline } from '../part/timeline.tsx';
import { momentInWords } from '../part/words.ts';
import styles from './sign-panel.module.css';

export interface CommentsProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** What author and reviewers say to one another; it never reaches a screen. */
export function Comments({ detail, onDetail }: CommentsProps) {
  const { clock } = useDesk();
  const may = useMay();
  const maySpeak = may('content.edit') || SIGN_PERMISSIONS.some(may);
  return (
    <div class={styles.found}>
      <Timeline
        title="商量"
        acts={detail.comments.map((said) => ({
          what: said.by.name,
          who: `第 ${said.revision} 稿`,
          when: momentInWords(said.at, clock()),
          note: said.text,
        }))}
      />
      {maySpeak && <CommentForm detail={detail} onDetail={onDetail} />}
    </div>
  );
}

function CommentForm({ detail, onDetail }: CommentsProps) {
  const { api } = useDesk();
  const text = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const say = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    const words = text.value.trim();
    if (words === '' || isBusy.value) return;
    isBusy.value = true;
    const result = await api.comment(detail.id, { text: words });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (!result.ok) return;
    text.value = '';
    isTried.value = false;
    onDetail(result.value);
  };
  return (
    <form class={styles.timed} onSubmit={say} noValidate>
      <TextField
        label="说一句"
        hint="只有工作台的同事看得到，不上屏幕。"
        lines={2}
        max={1_000}
        value={text.value}
        onInput={(typed) => {
          text.value = typed;
        }}
        fault={isTried.value && text.value.trim() === '' ? '还没有写。' : undefined}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有发出去。" />}
      <Button isSmall isSubmit busy={isBusy.value ? '正在发……' : undefined}>
        发给同事
      </Button>
    </form>
  );
}
