import { PickField } from '../../part/field.tsx';
import type { Field } from '../field/spec.ts';
import { moved, type Tree, textOf, without } from '../field/tree.ts';
import { idAt, under, useEditing } from './editing.ts';
import { RowButtons } from './row-buttons.tsx';
import { RowsFrame } from './rows-frame.tsx';
import styles from './rows-view.module.css';
import { useRowFocus } from './use-row-focus.ts';

export interface OrderViewProps {
  readonly field: Extract<Field, { as: 'order' }>;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

/** Some of a few known things, in an order of one's own. */
export function OrderView({ field, value, path, onChange }: OrderViewProps) {
  const { touch } = useEditing();
  const focus = useRowFocus();
  const set = (next: readonly Tree[]): void => {
    touch(path);
    onChange(next);
  };
  const left = field.choices.filter(([each]) => !value.includes(each));
  return (
    <RowsFrame field={field} path={path}>
      <ol class={styles.lines}>
        {value.map((each, at) => {
          const label = field.choices.find(([id]) => id === each)?.[1] ?? textOf(each);
          const id = idAt(under(path, at));
          return (
            <li key={textOf(each)}>
              <span class={styles.number}>{at + 1}</span>
              <span class={styles.line}>{label}</span>
              <RowButtons
                id={id}
                name={label}
                isFirst={at === 0}
                isLast={at === value.length - 1}
                onMove={(by) => {
                  focus(`${idAt(under(path, at + by))}-${by === 1 ? 'down' : 'up'}`);
                  set(moved(value, at, by));
                }}
                onRemove={() => {
                  focus(`${idAt(path)}-add`);
                  set(without(value, at));
                }}
              />
            </li>
          );
        })}
      </ol>
      {left.length > 0 && (
        <PickField
          id={`${idAt(path)}-add`}
          label={`加到${field.label}`}
          none="选一个，加在最后"
          value=""
          choices={left}
          onPick={(next) => next !== '' && set([...value, next])}
        />
      )}
    </RowsFrame>
  );
}
