import { PickField } from '../../part/field.tsx';
import type { Field } from '../field/spec.ts';
import { type Tree, textOf } from '../field/tree.ts';
import { idAt, useEditing } from './editing.ts';
import { OrderedRows } from './ordered-rows.tsx';
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
  const labelOf = (each: Tree | undefined): string =>
    field.choices.find(([id]) => id === each)?.[1] ?? textOf(each);
  const left = field.choices.filter(([each]) => !value.includes(each));
  return (
    <RowsFrame field={field} path={path}>
      <OrderedRows
        value={value}
        path={path}
        set={set}
        focus={focus}
        nameOf={(at) => labelOf(value[at])}
        listClass={styles.lines}
      >
        {(each, at) => (
          <>
            <span class={styles.number}>{at + 1}</span>
            <span class={styles.line}>{labelOf(each)}</span>
          </>
        )}
      </OrderedRows>
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
