import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { isComposing } from '../../ui/composition.ts';
import styles from './modal.module.css';

export interface ModalProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly onClose: () => void;
}

const LINES: readonly string[] = ['text', 'password', 'search', 'date', 'datetime-local'];

/** Enter in a line is the answer, as in every form; in a longer text it is a new line. */
const answerOnEnter = (event: KeyboardEvent): void => {
  const { target, currentTarget, key, defaultPrevented } = event;
  if (key !== 'Enter' || defaultPrevented || isComposing(event)) return;
  if (!(target instanceof HTMLInputElement && LINES.includes(target.type))) return;
  // A form of its own answers for itself.
  if (target.form !== null) return;
  event.preventDefault();
  if (currentTarget instanceof HTMLElement)
    currentTarget.querySelector<HTMLElement>(`.${styles.actions} [data-kind="primary"]`)?.click();
};

/** A question on the browser's own <dialog>: it is open as long as it is drawn, keeps the focus inside and gives it back. */
export function Modal({ title, children, actions, onClose }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={styles.modal}
      aria-labelledby={id}
      onKeyDown={answerOnEnter}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
      <div class={styles.actions}>{actions}</div>
    </dialog>
  );
}
