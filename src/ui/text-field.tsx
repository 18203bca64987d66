import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { TextTarget } from './keyboard/text-target.ts';
import styles from './text-field.module.css';
import { useField } from './use-field.ts';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Told of finished text only: letters that an input method is still turning into hanzi are not text yet. */
  readonly onInput: (value: string) => void;
  readonly isLabelHidden?: boolean;
  readonly hint?: string | undefined;
  /** Ids of what else on the page explains this field. */
  readonly describedBy?: string | undefined;
  /** Says in words what is wrong and what to do; the field is marked. */
  readonly error?: string | undefined;
  /** More than one makes it a field for long text. */
  readonly lines?: number;
  readonly maxLength?: number;
  /** Words at the lower right, such as 12 字，最多 1000. */
  readonly count?: string | undefined;
  readonly placeholder?: string;
  /** A keyboard on the screen writes here: the device's own stays closed. */
  readonly hasScreenKeyboard?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search';
  /** The field's target when it takes focus; null when it is gone from the page. */
  readonly onTarget?: (target: TextTarget | null) => void;
  readonly onEnter?: () => void;
  readonly isFocusedFirst?: boolean;
  readonly icon?: 'search';
}

/** A real field, so that a screen keyboard, a plugged-in one, a phone's and its input methods all work. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { lines = 1, error } = props;
  const said = useRef<HTMLParagraphElement>(null);
  // What is wrong is read at once, however little of the page a keyboard leaves.
  useLayoutEffect(() => {
    if (!error) return;
    said.current?.scrollIntoView({ block: 'nearest' });
    said.current?.previousElementSibling?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const shared = {
    ...useField(props),
    id,
    class: styles.field,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    inputMode: props.hasScreenKeyboard ? ('none' as const) : props.inputMode,
    autocomplete: 'off' as const,
    autocorrect: 'off',
    autocapitalize: 'off' as const,
    spellcheck: false,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': [props.describedBy, `${id}h`, `${id}e`].filter(Boolean).join(' '),
  };
  return (
    <div class={styles.frame}>
      <label class={styles.label} for={id} data-hidden={props.isLabelHidden ? '' : undefined}>
        {props.label}
      </label>
      <p class={styles.hint} id={`${id}h`}>
        {props.hint}
      </p>
      <div class={styles.box} data-lines={lines > 1 ? 'many' : 'one'}>
        {props.icon && <Icon name={props.icon} />}
        {lines > 1 ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input {...shared} type="text" enterkeyhint="done" />
        )}
        {props.count && <span class={styles.count}>{props.count}</span>}
      </div>
      <p ref={said} class={styles.error} id={`${id}e`} aria-live="polite">
        {props.error && <Icon name="circle-alert" />}
        {props.error}
      </p>
    </div>
  );
}
