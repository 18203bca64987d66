import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import styles from './modal.module.css';

export interface ModalProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly onClose: () => void;
}

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
