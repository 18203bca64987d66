import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { useField } from '../../ui/use-field.ts';
import styles from './field.module.css';

/** Fields of the desk. Each has its label tied to it, its hint and its fault read with it, and leaves an input method alone while it composes. */

export interface FieldFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands beside the label and is no part of it, such as the way to the field's rule. */
  readonly mark?: ComponentChildren;
  readonly fault?: string | undefined;
  readonly isOptional?: boolean | undefined;
  readonly isLabelHidden?: boolean | undefined;
  /** Fixed where a list of faults must find the field. */
  readonly id?: string | undefined;
}

interface FrameProps extends FieldFrame {
  readonly fieldId: string;
  readonly children: ComponentChildren;
}

function Frame(props: FrameProps) {
  const { fieldId: id } = props;
  return (
    <div class={styles.frame} data-fault={props.fault ? '' : undefined}>
      <div class={styles.head}>
        <label class={styles.label} for={id} data-hidden={props.isLabelHidden ? '' : undefined}>
          {props.label}
          {props.isOptional && <span class={styles.optional}>可不填</span>}
        </label>
        {props.mark}
      </div>
      {props.children}
      <Beneath {...props} id={id} />
    </div>
  );
}

/** Hint and fault; the fault's region is there before the fault, so that it is read out when it comes. */
export function Beneath({ id, hint, fault }: Pick<FieldFrame, 'hint' | 'fault'> & { id: string }) {
  return (
    <div class={styles.beneath} id={`${id}-about`}>
      {hint && <p class={styles.hint}>{hint}</p>}
      <p class={styles.fault} aria-live="polite">
        {fault && <Icon name="circle-alert" />}
        {fault}
      </p>
    </div>
  );
}

export interface TextProps extends FieldFrame {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onEnter?: () => void;
  readonly onLeave?: () => void;
  /** 0: one line. */
  readonly lines?: number;
  readonly max?: number | undefined;
  readonly type?: 'text' | 'password' | 'search' | 'date' | 'datetime-local';
  readonly inputMode?: 'text' | 'numeric' | 'tel';
  readonly autocomplete?: 'off' | 'one-time-code' | 'username' | 'current-password' | 'new-password';
  readonly isFocusedFirst?: boolean;
  readonly placeholder?: string | undefined;
  readonly isNarrow?: boolean | undefined;
  /** What is written in it, if not Chinese. */
  readonly lang?: 'en';
}

const TOO_MANY_NEAR = 0.8;
/** Shorter ones are numbers and codes, whose length is their own. */
const COUNTED_FROM = 20;
const TALL_FROM = 4;

export function TextField(props: TextProps) {
  const own = useId();
  const id = props.id ?? own;
  const { lines = 0, max, value } = props;
  const shared = {
    ...useField(props),
    id,
    class: styles.input,
    placeholder: props.placeholder,
    autocomplete: props.autocomplete ?? ('off' as const),
    spellcheck: props.lang === 'en',
    lang: props.lang,
    'aria-invalid': props.fault ? true : undefined,
    'aria-describedby': `${id}-about`,
    onBlur: props.onLeave,
  };
  const isNearMax = max !== undefined && max >= COUNTED_FROM && value.length > max * TOO_MANY_NEAR;
  const room = isNearMax ? `${value.length} 字，最多 ${max} 字。` : undefined;
  return (
    <Frame {...props} fieldId={id} hint={[props.hint, room].filter(Boolean).join(' ') || undefined}>
      {lines > 0 ? (
        <textarea {...shared} rows={lines} data-tall={lines > TALL_FROM ? '' : undefined} />
      ) : (
        <input
          {...shared}
          // The types of Preact know each kind of input apart; ours differ in nothing that they would mind.
          type={(props.type ?? 'text') as 'text'}
          inputMode={props.inputMode}
          data-narrow={props.isNarrow ? '' : undefined}
        />
      )}
    </Frame>
  );
}

export type Choice = readonly [value: string, label: string];

export interface PickProps extends FieldFrame {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onPick: (value: string) => void;
  /** The words of nothing chosen; without them something always is. */
  readonly none?: string | undefined;
}

/** One of a few, in the browser's own list. */
export function PickField(props: PickProps) {
  const own = useId();
  const id = props.id ?? own;
  const { value, choices, none } = props;
  const isKnown = value === '' || choices.some(([each]) => each === value);
  return (
    <Frame {...props} fieldId={id}>
      <select
        id={id}
        class={styles.input}
        value={value}
        aria-invalid={props.fault ? true : undefined}
        aria-describedby={`${id}-about`}
        onChange={(event) => props.onPick(event.currentTarget.value)}
      >
        {(none !== undefined || value === '') && <option value="">{none ?? '请选择'}</option>}
        {choices.map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
        {!isKnown && <option value={value}>{value}（不在列表里）</option>}
      </select>
    </Frame>
  );
}

export interface PicksProps extends FieldFrame {
  readonly values: readonly string[];
  readonly choices: readonly Choice[];
  readonly onPick: (values: readonly string[]) => void;
}

/** Several of a few, as boxes to tick; what was chosen stays in the order of the list. */
export function PicksField(props: PicksProps) {
  const own = useId();
  const id = props.id ?? own;
  const { values, choices } = props;
  const turn = (value: string, isOn: boolean): void => {
    const kept = values.filter((each) => each !== value);
    props.onPick(isOn ? [...kept, value] : kept);
  };
  return (
    <fieldset
      class={styles.frame}
      data-fault={props.fault ? '' : undefined}
      id={id}
      tabIndex={-1}
      aria-describedby={`${id}-about`}
    >
      <legend class={styles.label} data-hidden={props.isLabelHidden ? '' : undefined}>
        {props.label}
        {props.isOptional && <span class={styles.optional}>可不选</span>}
      </legend>
      {props.mark && <div class={styles.ruled}>{props.mark}</div>}
      <div class={styles.ticks}>
        {choices.map(([value, label]) => (
          <label key={value} class={styles.tick}>
            <input
              type="checkbox"
              checked={values.includes(value)}
              onChange={(event) => turn(value, event.currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </div>
      <Beneath {...props} id={id} />
    </fieldset>
  );
}

export interface TickProps extends Pick<FieldFrame, 'hint' | 'fault' | 'id' | 'mark'> {
  readonly label: ComponentChildren;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

export function TickField(props: TickProps) {
  const own = useId();
  const id = props.id ?? own;
  return (
    <div class={styles.frame} data-fault={props.fault ? '' : undefined}>
      <label class={styles.tick}>
        <input
          type="checkbox"
          id={id}
          checked={props.isOn}
          aria-describedby={`${id}-about`}
          onChange={(event) => props.onTurn(event.currentTarget.checked)}
        />
        <span>{props.label}</span>
      </label>
      {props.mark}
      <Beneath {...props} id={id} />
    </div>
  );
}
