import type { ComponentChildren } from 'preact';
import { Icon } from '../../../ui/icon.tsx';
import type { Field } from '../field/spec.ts';
import { idAt, useEditing } from './editing.ts';
import { FieldRules } from './field-rules.tsx';
import styles from './rows-view.module.css';

export interface RowsFrameProps {
  readonly field: Field;
  readonly path: string;
  readonly children: ComponentChildren;
}

/** The frame around a list of rows: its name, rules, hint, and the fault of the list itself. */
export function RowsFrame({ field, path, children }: RowsFrameProps) {
  const fault = useEditing().faultAt(path);
  return (
    <fieldset class={styles.frame} id={idAt(path)} tabIndex={-1}>
      <legend>
        {field.label}
        {field.isOptional && <span>可不填</span>}
      </legend>
      <div class={styles.ruled}>
        <FieldRules path={path} of={field.label} />
      </div>
      {field.hint && <p class={styles.hint}>{field.hint}</p>}
      {children}
      <p class={styles.fault} aria-live="polite">
        {fault && <Icon name="circle-alert" />}
        {fault}
      </p>
    </fieldset>
  );
}
