import type { Answer } from '../api/call.ts';
import { ReasonButtons, ReasonField, ReasonProblem, useReason } from './reason.tsx';
import styles from './return-form.module.css';

export interface ReturnFormProps<T> {
  readonly ask: (reason: string) => Answer<T>;
  readonly onDone: (value: T) => void;
  readonly onClose: () => void;
  readonly hint: string;
  readonly max: number;
  /** What was written of it already, in another field. */
  readonly begun?: string;
}

/** Nothing goes back without its reason, wherever something can be sent back. */
export function ReturnForm<T>({ ask, onDone, onClose, hint, max, begun }: ReturnFormProps<T>) {
  const reason = useReason({ ask, onDone, begun });
  return (
    <form class={styles.form} onSubmit={reason.send} aria-label="退回">
      <ReasonField
        of={reason}
        label="退回的理由"
        hint={hint}
        missing="请写明退回的理由：哪里不妥，怎么改。"
        max={max}
        isFocusedFirst
      />
      <ReasonProblem of={reason} title="没有退回。" />
      <div class={styles.buttons}>
        <ReasonButtons
          of={reason}
          act="确定退回"
          busy="正在退回……"
          giveUp="先不退回"
          isSubmit
          onClose={onClose}
        />
      </div>
    </form>
  );
}
