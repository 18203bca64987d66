import { useSignal } from '@preact/signals';
import type { EntryDetail } from '../../contract/desk.ts';
import type { Problem } from '../../contract/problem.ts';
import { useDesk, useMay } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import { StepRules } from '../rule/rule-mark.tsx';
import styles from './sign-panel.module.css';

export interface WithheldFormProps {
  readonly detail: EntryDetail;
  readonly onDetail: (detail: EntryDetail) => void;
}

/** Whether not everybody is to see it: then the sheet must say why (条例 Arts. 13–17). */
export const isWithheld = ({ entry }: EntryDetail): boolean =>
  entry.kind === 'item' && (entry.disclosureWay !== '主动公开' || entry.scope !== '全社会');

/** 不予公开的理由和依据, proposed by who writes the entry. */
export function WithheldForm({ detail, onDetail }: WithheldFormProps) {
  const { api } = useDesk();
  const may = useMay();
  const text = useSignal(detail.withheld ?? '');
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  if (!may('content.edit') || !isWithheld(detail)) return null;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (isBusy.value) return;
    isBusy.value = true;
    const words = text.value.trim();
    const result = await api.changeSheet(detail.id, {
      revision: detail.revision,
      withheld: words === '' ? null : words,
    });
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onDetail(result.value);
  };
  return (
    <form class={styles.timed} onSubmit={save}>
      <TextField
        label="不予公开的理由和依据"
        mark={<StepRules steps={['sheet.withhold']} of="不予公开的理由和依据" />}
        lines={2}
        max={500}
        value={text.value}
        onInput={(typed) => {
          text.value = typed;
        }}
      />
      {problem.value && <ProblemNote problem={problem.value} title="没有保存。" />}
      <Button isSmall isSubmit busy={isBusy.value ? '正在保存……' : undefined}>
        写到审查单上
      </Button>
    </form>
  );
}
