import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly actions: ComponentChildren;
  /** Escape, or a tap beside it where `isLight`. A dialog without it stays until an action is taken. */
  readonly onClose?: () => void;
  readonly isLight?: boolean;
}

/** A modal question on the browser's own <dialog>: it keeps the focus inside and gives it back when it closes. */
export function Dialog({ isOpen, title, children, actions, onClose, isLight }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape, which comes as `cancel`
    <dialog
      ref={ref}
      class={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        // The page decides what is open; Chromium would close it by itself.
        event.preventDefault();
        onClose?.();
      }}
      onClick={(event) => isLight && event.target === ref.current && onClose?.()}
    >
      <div class={styles.sheet}>
        <h2 id={id}>{title}</h2>
        {children && <div class={styles.body}>{children}</div>}
        <div class={styles.actions}>{actions}</div>
      </div>
    </dialog>
  );
}
