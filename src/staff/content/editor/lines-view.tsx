import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { addWords, type Field } from '../field/spec.ts';
import { inserted, type Tree, textOf, withItem } from '../field/tree.ts';
import { idAt, under, useEditing } from './editing.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { RowsFrame } from './rows-frame.tsx';
import styles from './rows-view.module.css';
import { useRowFocus } from './use-row-focus.ts';

export interface LinesViewProps {
  readonly field: Extract<Field, { as: 'lines' }>;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

/** Sentences, one a row. Enter goes on to the next one, as in a list of a word processor. */
export function LinesView({ field, value, path, onChange }: LinesViewProps) {
  const { faultAt, touch } = useEditing();
  const focus = useRowFocus();
  const set = (next: readonly Tree[]): void => {
    touch(path);
    onChange(field.isOptional && next.length === 0 ? undefined : next);
  };
  const add = (at: number): void => {
    focus(idAt(under(path, at)));
    set(inserted(value, at, ''));
  };
  const nameOf = (at: number): string => `${field.label}第 ${at + 1} 项`;
  return (
    <RowsFrame field={field} path={path}>
      <OrderedRows
        value={value}
        path={path}
        set={set}
        focus={focus}
        nameOf={nameOf}
        listClass={styles.lines}
        isRowNamed={false}
      >
        {(line, at) => {
          const linePath = under(path, at);
          return (
            <div class={styles.line}>
              <TextField
                id={idAt(linePath)}
                label={nameOf(at)}
                isLabelHidden
                max={field.max}
                value={textOf(line)}
                fault={faultAt(linePath)}
                onInput={(text) => {
                  touch(linePath);
                  set(withItem(value, at, text));
                }}
                onLeave={() => touch(linePath)}
                onEnter={() => add(at + 1)}
              />
            </div>
          );
        }}
      </OrderedRows>
      <Button isSmall icon="plus" id={`${idAt(path)}-add`} onPress={() => add(value.length)}>
        {addWords(field.one)}
      </Button>
    </RowsFrame>
  );
}
