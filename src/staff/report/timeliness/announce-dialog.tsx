import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { dayAtHall } from '../../../contract/day.ts';
import { AnnounceDueItem } from '../../../contract/desk-timeliness.ts';
import type { Problem } from '../../../contract/problem.ts';
import { faultsOf } from '../../../contract/schema.ts';
import { headingLists, headings } from '../../../contract/standard-catalogue.ts';
import { LEGAL_WORKDAYS } from '../../../contract/timeliness.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { PickField, TextField } from '../../part/field.tsx';
import { goToFirstFault } from '../../part/first-fault.ts';
import { Modal } from '../../part/modal.tsx';
import { ProblemNote } from '../../part/note.tsx';
import { StepRules } from '../../rule/rule-mark.tsx';
import styles from './timeliness-page.module.css';

export interface AnnounceDialogProps {
  /** Chosen beforehand: the one that the list shows. */
  readonly department: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly title: string;
  readonly heading: string;
  readonly department: string;
  readonly formedOn: string;
  readonly limit: string;
}

const typedAs = ({ title, heading, department, formedOn, limit }: Typed) => ({
  title,
  heading: heading === '' ? null : heading,
  department,
  formedOn,
  limitWorkdays: limit.trim() === '' ? null : Number(limit),
});

/** What is wrong, by field; what the server alone can know comes with its answer. */
const faultsIn = (typed: Typed, problem: Problem | null): Readonly<Record<string, string>> => {
  const own = faultsOf(AnnounceDueItem, typedAs(typed)).map(({ path, say }) => [String(path[0]), say]);
  const told = problem?.code === 'bad-input' ? problem.faults.map(({ path, say }) => [path, say]) : [];
  const found = Object.fromEntries([...told, ...own]) as Record<string, string>;
  if (typed.department === '') found.department = '请选一个科室。';
  if (typed.formedOn === '') found.formedOn = '请写形成日期。';
  return found;
};

/** Something was formed that must be disclosed: title, heading, department and day are enough for its clock to run. */
export function AnnounceDialog({ department, onDone, onClose }: AnnounceDialogProps) {
  const { api, hall, clock } = useDesk();
  const typed = useSignal<Typed>({
    title: '',
    heading: '',
    department,
    formedOn: dayAtHall(clock()),
    limit: String(LEGAL_WORKDAYS),
  });
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const faults = isTried.value ? faultsIn(typed.value, problem.value) : {};
  const field = (name: keyof Typed, fault = name as string) => ({
    value: typed.value[name],
    onInput: (text: string) => {
      problem.value = null;
      typed.value = { ...typed.value, [name]: text };
    },
    fault: faults[fault],
  });
  const pick = (name: keyof Typed) => ({ ...field(name), onPick: field(name).onInput });
  const send = async (): Promise<void> => {
    isTried.value = true;
    goToFirstFault();
    const value = v.safeParse(AnnounceDueItem, typedAs(typed.value));
    if (!value.success || isBusy.value) return;
    isBusy.value = true;
    const result = await api.announce(value.output);
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onDone();
  };
  return (
    <Modal
      title="登记要公开的事"
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" onPress={() => void send()} busy={isBusy.value ? '正在登记……' : undefined}>
            登记
          </Button>
          <Button kind="quiet" onPress={onClose}>
            先不登记
          </Button>
        </>
      }
    >
      <p>还没有写也先登记，期限从形成那天算起，到期没公开会提醒。</p>
      <TextField label="要公开什么" hint="例如：三季度农村低保对象名单" max={120} {...field('title')} />
      <div class={styles.pair}>
        <PickField
          label="哪个科室"
          choices={(hall.value?.departments ?? []).map(({ id, name }) => [id, name])}
          {...pick('department')}
        />
        <PickField
          label="目录里的哪一项"
          isOptional
          none="不知道，先不选"
          choices={headings.map(({ id, list, label }) => [id, `${headingLists[list]}：${label}`])}
          {...pick('heading')}
        />
        <TextField label="哪天形成" type="date" {...field('formedOn')} />
        <TextField
          label="几个工作日内公开"
          inputMode="numeric"
          hint="有规定更短的，写更短的"
          mark={<StepRules steps={['due.announce']} of="几个工作日内公开" />}
          {...field('limit', 'limitWorkdays')}
        />
      </div>
      {problem.value && problem.value.code !== 'bad-input' && (
        <ProblemNote problem={problem.value} title="没有登记。" />
      )}
    </Modal>
  );
}
