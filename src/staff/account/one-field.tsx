import { useSignal } from '@preact/signals';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import type { Answer } from '../api/call.ts';
import { Button } from '../part/button.tsx';
import { TextField } from '../part/field.tsx';
import { ProblemNote } from '../part/note.tsx';
import styles from './account-page.module.css';

export interface OneFieldProps<T> {
  readonly label: string;
  readonly isPassword?: boolean;
  /** Said when nothing was typed. */
  readonly missing: string;
  readonly act: string;
  readonly busy: string;
  readonly failed: string;
  readonly onSend: (text: string) => Answer<T>;
  readonly onDone: (value: T) => void;
}

/** What is wrong with the very thing that was typed is said beside it. */
const BESIDE: readonly string[] = ['wrong-present-password', 'wrong-code'];

/** One field and one button: a password or a code that lets something happen. */
export function OneField<T>(props: OneFieldProps<T>) {
  const text = useSignal('');
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    isTried.value = true;
    if (isBusy.value || text.value.trim() === '') return;
    isBusy.value = true;
    const result = await props.onSend(text.value);
    isBusy.value = false;
    isTried.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) props.onDone(result.value);
  };
  const said = problem.value;
  const isBeside = said !== null && BESIDE.includes(said.code);
  const fault = isTried.value && text.value.trim() === '' ? props.missing : undefined;
  return (
    <form class={styles.form} onSubmit={send} noValidate>
      {said && !isBeside && <ProblemNote problem={said} title={props.failed} />}
      <TextField
        label={props.label}
        type={props.isPassword ? 'password' : 'text'}
        autocomplete={props.isPassword ? 'current-password' : 'one-time-code'}
        value={text.value}
        onInput={(typed) => {
          text.value = typed;
          problem.value = null;
        }}
        fault={fault ?? (isBeside ? sayProblem(said) : undefined)}
      />
      <div>
        <Button isSubmit busy={isBusy.value ? props.busy : undefined}>
          {props.act}
        </Button>
      </div>
    </form>
  );
}
