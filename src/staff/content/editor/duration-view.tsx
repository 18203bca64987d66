import { PickField, TextField } from '../../part/field.tsx';
import type { Field } from '../field/spec.ts';
import { branchOf, type Tree, textOf, withKey } from '../field/tree.ts';
import styles from './duration-view.module.css';
import { idAt, under, useEditing } from './editing.ts';
import { FieldRules } from './field-rules.tsx';
import { typedValue } from './typed-field.tsx';

export interface DurationViewProps {
  readonly field: Field;
  readonly value: Tree | undefined;
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

const units = [
  ['workday', '个工作日'],
  ['day', '天'],
  ['month', '个月'],
  ['immediate', '当场办好'],
] as const;

/** A number with its unit; 当场办好 needs none, and an optional one may be left out. */
export function DurationView({ field, value, path, onChange }: DurationViewProps) {
  const { faultAt, touch } = useEditing();
  const held = branchOf(value);
  const unit = textOf(held.unit);
  const isCounted = unit !== '' && unit !== 'immediate';
  const turn = (next: string): void => {
    touch(path);
    if (next === '') {
      onChange(field.isOptional ? undefined : withKey(held, 'unit', ''));
      return;
    }
    const number = next === 'immediate' ? 0 : held.n === 0 || held.n === undefined ? '' : held.n;
    onChange({ ...held, n: number, unit: next });
  };
  return (
    <fieldset class={styles.duration} id={idAt(path)} tabIndex={-1}>
      <legend>
        {field.label}
        {field.isOptional && <span>可不填</span>}
      </legend>
      <div class={styles.ruled}>
        <FieldRules path={path} of={field.label} />
      </div>
      <div class={styles.parts}>
        {isCounted && (
          <div class={styles.number}>
            <TextField
              id={idAt(under(path, 'n'))}
              label={`${field.label}的数`}
              isLabelHidden
              inputMode="numeric"
              value={textOf(held.n)}
              fault={faultAt(under(path, 'n'))}
              onInput={(text) => {
                touch(under(path, 'n'));
                onChange(withKey(held, 'n', typedValue({ as: 'number' }, text)));
              }}
            />
          </div>
        )}
        <div class={styles.unit}>
          <PickField
            id={idAt(under(path, 'unit'))}
            label={`${field.label}的单位`}
            isLabelHidden
            value={unit}
            choices={units}
            none={field.isOptional ? '不写' : undefined}
            fault={faultAt(path) ?? faultAt(under(path, 'unit'))}
            onPick={turn}
          />
        </div>
        {unit !== '' && (
          <div class={styles.note}>
            <TextField
              id={idAt(under(path, 'note'))}
              label={`${field.label}的说明`}
              isLabelHidden
              placeholder="说明，例如：从收到申请那天算起"
              max={80}
              value={textOf(held.note)}
              fault={faultAt(under(path, 'note'))}
              onInput={(text) => onChange(withKey(held, 'note', text === '' ? undefined : text))}
            />
          </div>
        )}
      </div>
    </fieldset>
  );
}
