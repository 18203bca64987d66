import { useRef } from 'preact/hooks';
import { type Choice, PickField, PicksField, TickField } from '../../part/field.tsx';
import { SwatchField } from '../../part/swatch-field.tsx';
import { FilesView } from '../attachment/files-view.tsx';
import { choicesIn, type Field, isAsked } from '../field/spec.ts';
import { type Branch, branchOf, listOf, type Tree, textOf, withKey } from '../field/tree.ts';
import { DurationView } from './duration-view.tsx';
import { idAt, under, useEditing } from './editing.ts';
import { EnglishView } from './english-view.tsx';
import { EntriesView } from './entries-view.tsx';
import { FieldRules } from './field-rules.tsx';
import styles from './field-view.module.css';
import { LinesView } from './lines-view.tsx';
import { OrderView } from './order-view.tsx';
import { RowsView } from './rows-view.tsx';
import { TextView } from './text-view.tsx';
import { TypedField } from './typed-field.tsx';

export interface FieldViewProps {
  readonly field: Field;
  readonly value: Tree | undefined;
  /** The neighbours, for what depends on one of them. */
  readonly beside: Branch;
  readonly path: string;
  /** `undefined`: the element is not there. */
  readonly onChange: (value: Tree | undefined) => void;
}

export interface FieldsViewProps {
  readonly fields: readonly Field[];
  readonly value: Branch;
  readonly path: string;
  readonly onChange: (value: Branch) => void;
}

/** The fields of one branch, two beside each other where the table says so. */
export function FieldsView({ fields, value, path, onChange }: FieldsViewProps) {
  // Two changes may come before the next drawing (a paste that also leaves a field): the second builds on the first.
  const latest = useRef(value);
  latest.current = value;
  return (
    <div class={styles.fields}>
      {fields
        .filter((field) => isAsked(field, value))
        .map((field) => (
          <div
            key={field.key}
            class={styles.cell}
            data-width={field.isHalf ? 'half' : field.isThird ? 'third' : 'full'}
          >
            <FieldView
              field={field}
              value={value[field.key]}
              beside={value}
              path={under(path, field.key)}
              onChange={(next) => {
                latest.current = withKey(latest.current, field.key, next);
                onChange(latest.current);
              }}
            />
          </div>
        ))}
    </div>
  );
}

export function FieldView(props: FieldViewProps) {
  const { field, value, path, onChange } = props;
  switch (field.as) {
    case 'line':
    case 'prose':
    case 'number':
    case 'day':
    case 'words':
      return <TypedField {...props} field={field} />;
    case 'yes':
      return <Yes {...props} />;
    case 'pick':
    case 'entry':
    case 'inner':
      return <Pick {...props} />;
    case 'swatch':
      return <Swatch {...props} />;
    case 'picks':
    case 'inners':
    case 'answers':
      return <Picks {...props} />;
    case 'lines':
      return <LinesView field={field} value={listOf(value)} path={path} onChange={onChange} />;
    case 'order':
      return <OrderView field={field} value={listOf(value)} path={path} onChange={onChange} />;
    case 'entries':
      return <EntriesView field={field} value={listOf(value)} path={path} onChange={onChange} />;
    case 'duration':
      return <DurationView field={field} value={value} path={path} onChange={onChange} />;
    case 'blocks':
      return <TextView field={field} value={listOf(value)} path={path} onChange={onChange} />;
    case 'files':
      return <FilesView field={field} value={listOf(value)} path={path} onChange={onChange} />;
    case 'rows':
      return (
        <RowsView field={field} value={listOf(value)} path={path} onChange={onChange}>
          {(row, rowPath, change) => (
            <FieldsView fields={field.fields} value={branchOf(row)} path={rowPath} onChange={change} />
          )}
        </RowsView>
      );
    case 'group':
      return <Group {...props} fields={field.fields} />;
    case 'variant':
      return <Variant {...props} />;
    case 'english':
      return <EnglishView {...props} />;
    case 'key':
      return null;
  }
}

function Yes({ field, value, path, onChange }: FieldViewProps) {
  return (
    <TickField
      id={idAt(path)}
      label={field.label}
      hint={field.hint}
      mark={<FieldRules path={path} of={field.label} />}
      isOn={value === true}
      fault={useEditing().faultAt(path)}
      onTurn={onChange}
    />
  );
}

function Swatch({ field, value, path, onChange }: FieldViewProps) {
  const { faultAt, touch } = useEditing();
  if (field.as !== 'swatch') return null;
  return (
    <SwatchField
      id={idAt(path)}
      label={field.label}
      hint={field.hint}
      mark={<FieldRules path={path} of={field.label} />}
      value={textOf(value)}
      choices={field.choices}
      fault={faultAt(path)}
      onPick={(next) => {
        touch(path);
        onChange(next);
      }}
    />
  );
}

const useChoices = (field: Field): readonly Choice[] => {
  const { hall, entries, inner } = useEditing();
  switch (field.as) {
    case 'pick':
      return choicesIn(field.choices, hall);
    case 'entry':
      return entries.filter((row) => row.kind === field.kind).map((row) => [row.id, row.title] as const);
    default:
      return inner;
  }
};

function Pick({ field, value, path, onChange }: FieldViewProps) {
  const { faultAt, touch } = useEditing();
  const choices = useChoices(field);
  return (
    <PickField
      id={idAt(path)}
      label={field.label}
      hint={field.hint}
      mark={<FieldRules path={path} of={field.label} />}
      isOptional={field.isOptional}
      none={field.isOptional ? '不写' : undefined}
      value={textOf(value)}
      choices={choices}
      fault={faultAt(path)}
      onPick={(next) => {
        touch(path);
        if (next === '') onChange(field.isOptional ? undefined : '');
        else onChange(field.as === 'pick' && field.isNumber ? Number(next) : next);
      }}
    />
  );
}

function Picks({ field, value, beside, path, onChange }: FieldViewProps) {
  const { faultAt, touch, inner, answersTo } = useEditing();
  if (field.as !== 'picks' && field.as !== 'inners' && field.as !== 'answers') return null;
  const choices =
    field.as === 'picks'
      ? field.choices
      : field.as === 'inners'
        ? inner
        : answersTo(textOf(beside[field.of]));
  return (
    <PicksField
      id={idAt(path)}
      label={field.label}
      hint={field.hint}
      mark={<FieldRules path={path} of={field.label} />}
      values={listOf(value).map(textOf)}
      choices={choices}
      fault={faultAt(path)}
      onPick={(next) => {
        touch(path);
        onChange(next);
      }}
    />
  );
}

function Legend({ field }: { readonly field: Field }) {
  return (
    <legend>
      {field.label}
      {field.isOptional && <span>可不填</span>}
    </legend>
  );
}

function Group({ field, value, path, onChange, fields }: FieldViewProps & { fields: readonly Field[] }) {
  const change = (next: Branch): void => {
    onChange(field.isOptional && Object.keys(next).length === 0 ? undefined : next);
  };
  return (
    <fieldset class={styles.group} id={idAt(path)} tabIndex={-1}>
      <Legend field={field} />
      <div class={styles.ruled}>
        <FieldRules path={path} of={field.label} />
      </div>
      <FieldsView fields={fields} value={branchOf(value)} path={path} onChange={change} />
    </fieldset>
  );
}

function Variant({ field, value, path, onChange }: FieldViewProps) {
  if (field.as !== 'variant') return null;
  const branch = branchOf(value);
  const chosen = field.cases.find((each) => each.is === branch[field.on]);
  return (
    <fieldset class={styles.group} id={idAt(path)} tabIndex={-1}>
      <Legend field={field} />
      <div class={styles.ruled}>
        <FieldRules path={path} of={field.label} />
      </div>
      <div class={styles.cases}>
        {field.cases.map((each) => (
          <label key={each.label}>
            <input
              type="radio"
              name={idAt(path)}
              checked={each === chosen}
              onChange={() => onChange(each.blank)}
            />
            {each.label}
          </label>
        ))}
      </div>
      {chosen && <FieldsView fields={chosen.fields} value={branch} path={path} onChange={onChange} />}
    </fieldset>
  );
}
