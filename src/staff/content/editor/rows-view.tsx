import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../part/button.tsx';
import { addWords, type Field } from '../field/spec.ts';
import { type Branch, branchOf, inserted, type Tree, withItem } from '../field/tree.ts';
import { idAt, under, useEditing } from './editing.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { nameOfRow } from './row-name.ts';
import { RowsFrame } from './rows-frame.tsx';
import styles from './rows-view.module.css';
import { useRowFocus } from './use-row-focus.ts';

type Rows = Extract<Field, { as: 'rows' }>;

export interface RowsViewProps {
  readonly field: Rows;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
  readonly children: (row: Tree, path: string, change: (row: Branch) => void) => ComponentChildren;
}

/** Rows with more fields than this are folded to one line until they are opened. */
const FOLDED_FROM = 5;

export function RowsView({ field, value, path, onChange, children }: RowsViewProps) {
  const { touch, hasFaultUnder } = useEditing();
  const focus = useRowFocus();
  const fresh = useRef<number | null>(null);
  const set = (next: readonly Tree[]): void => {
    touch(path);
    onChange(field.isOptional && next.length === 0 ? undefined : next);
  };
  const add = (): void => {
    fresh.current = value.length;
    focus(`${idAt(under(path, value.length))}-row`);
    set(inserted(value, value.length, field.blank));
  };
  const isFolded = field.fields.length >= FOLDED_FROM;
  return (
    <RowsFrame field={field} path={path}>
      <OrderedRows
        value={value}
        path={path}
        set={set}
        focus={focus}
        suffix="-row"
        nameOf={(at) => `${field.label}第 ${at + 1} 项`}
        listClass={styles.rows}
        rowClass={styles.row}
      >
        {(row, at) => {
          const rowPath = under(path, at);
          const inside = children(row, rowPath, (next) => set(withItem(value, at, next)));
          return isFolded ? (
            <details open={fresh.current === at}>
              <summary>
                <span class={styles.number}>{at + 1}</span>
                <span class={styles.name}>{nameOfRow(field, branchOf(row))}</span>
                {hasFaultUnder(rowPath) && <span class={styles.wrong}>有要改的</span>}
              </summary>
              <div class={styles.inside}>{inside}</div>
            </details>
          ) : (
            <div class={styles.open}>
              <span class={styles.number}>{at + 1}</span>
              {inside}
            </div>
          );
        }}
      </OrderedRows>
      <Button isSmall icon="plus" id={`${idAt(path)}-add`} onPress={add}>
        {addWords(field.one)}
      </Button>
    </RowsFrame>
  );
}
