import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { addWords, type Field } from '../field/spec.ts';
import { inserted, moved, type Tree, textOf, withItem, without } from '../field/tree.ts';
import { idAt, under, useEditing } from './editing.ts';
import { RowButtons } from './row-buttons.tsx';
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
  return (
    <RowsFrame field={field} path={path}>
      <ol class={styles.lines}>
        {value.map((line, at) => {
          const id = idAt(under(path, at));
          const name = `${field.label}第 ${at + 1} 项`;
          return (
            <li key={at}>
              <div class={styles.line}>
                <TextField
                  id={id}
                  label={name}
                  isLabelHidden
                  max={field.max}
                  value={textOf(line)}
                  fault={faultAt(under(path, at))}
                  onInput={(text) => {
                    touch(under(path, at));
                    set(withItem(value, at, text));
                  }}
                  onLeave={() => touch(under(path, at))}
                  onEnter={() => add(at + 1)}
                />
              </div>
              <RowButtons
                id={id}
                name={name}
                isFirst={at === 0}
                isLast={at === value.length - 1}
                onMove={(by) => {
                  focus(`${idAt(under(path, at + by))}-${by === 1 ? 'down' : 'up'}`);
                  set(moved(value, at, by));
                }}
                onRemove={() => {
                  focus(value.length > 1 ? idAt(under(path, Math.max(0, at - 1))) : `${idAt(path)}-add`);
                  set(without(value, at));
                }}
              />
            </li>
          );
        })}
      </ol>
      <Button isSmall icon="plus" id={`${idAt(path)}-add`} onPress={() => add(value.length)}>
        {addWords(field.one)}
      </Button>
    </RowsFrame>
  );
}
