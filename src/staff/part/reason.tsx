import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../contract/problem.ts';
import type { Answer } from '../api/call.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { ProblemNote } from './note.tsx';

/** An act that asks for its reason: the field, what is wrong, the button that does it and the one that does not. */

export interface Reason {
  readonly text: Signal<string>;
  /** It was tried to go on: what is missing is said from then on. */
  readonly isTried: Signal<boolean>;
  readonly isBusy: Signal<boolean>;
  readonly problem: Signal<Problem | null>;
  readonly send: (event?: Event) => Promise<void>;
}

export interface ReasonInput<T> {
  readonly ask: (reason: string) => Answer<T>;
  readonly onDone: (value: T) => void;
  /** What else has to be there; without it, the reason alone. */
  readonly isMissing?: (reason: string) => boolean;
  /** What was written of it already. */
  readonly begun?: string | undefined;
}

export const useReason = <T,>({ ask, onDone, isMissing, begun = '' }: ReasonInput<T>): Reason => {
  const text = useSignal(begun);
  const isTried = useSignal(false);
  const isBusy = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const send = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    isTried.value = true;
    const reason = text.peek().trim();
    if (isBusy.peek() || (isMissing?.(reason) ?? reason === '')) return;
    isBusy.value = true;
    const result = await ask(reason);
    isBusy.value = false;
    problem.value = result.ok ? null : result.problem;
    if (result.ok) onDone(result.value);
  };
  return { text, isTried, isBusy, problem, send };
};

export interface ReasonFieldProps {
  readonly of: Reason;
  /** `为什么停用` */
  readonly label: string;
  readonly hint?: string;
  /** What is said where it is not written. */
  readonly missing?: string | undefined;
  readonly max: number;
  /** Stands beside the label. */
  readonly mark?: ComponentChildren;
  readonly isFocusedFirst?: boolean;
}

export function ReasonField(props: ReasonFieldProps) {
  const { of, label, hint, max, mark, missing = '请写明理由。', isFocusedFirst = false } = props;
  const { text, isTried } = of;
  return (
    <TextField
      label={label}
      hint={hint}
      mark={mark}
      lines={2}
      max={max}
      value={text.value}
      onInput={(typed) => {
        text.value = typed;
      }}
      fault={isTried.value && text.value.trim() === '' ? missing : undefined}
      isFocusedFirst={isFocusedFirst}
    />
  );
}

/** `title`: what did not happen. */
export function ReasonProblem({ of, title }: { readonly of: Reason; readonly title: string }) {
  return of.problem.value && <ProblemNote problem={of.problem.value} title={title} />;
}

export interface ReasonButtonsProps {
  readonly of: Reason;
  readonly act: string;
  readonly busy: string;
  readonly giveUp: string;
  readonly kind?: 'primary' | 'danger';
  /** The form around it sends. */
  readonly isSubmit?: boolean;
  readonly onClose: () => void;
}

export function ReasonButtons(props: ReasonButtonsProps) {
  const { of, act, busy, giveUp, kind = 'danger', isSubmit = false, onClose } = props;
  return (
    <>
      <Button
        kind={kind}
        isSubmit={isSubmit}
        {...(isSubmit ? {} : { onPress: () => void of.send() })}
        busy={of.isBusy.value ? busy : undefined}
      >
        {act}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {giveUp}
      </Button>
    </>
  );
}
