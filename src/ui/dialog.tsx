import { type ComponentChildren, type ComponentType, createContext } from 'preact';
import { useContext, useEffect, useId, useRef } from 'preact/hooks';
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

/** What stands beside the title of every dialog: the page's own buttons cannot be touched while one is open. */
export const DialogAside = createContext<ComponentType | null>(null);

/** A modal question on the browser's own <dialog>: it keeps the focus inside and gives it back when it closes. */
export function Dialog({ isOpen, title, children, actions, onClose, isLight }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const Aside = useContext(DialogAside);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === isOpen) return;
    if (!isOpen) return dialog.close();
    dialog.showModal();
    // The focus goes to the first button, which may stand far down: what is asked is seen first.
    dialog.scrollTop = 0;
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
        {/* Seen beside the title, but last in order: the focus begins at what the dialog is for. */}
        {isOpen && Aside && (
          <div class={styles.aside}>
            <Aside />
          </div>
        )}
      </div>
    </dialog>
  );
}
