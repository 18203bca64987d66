import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { movedTo, type Tree, without } from '../field/tree.ts';
import { idAt, under } from './editing.ts';
import styles from './ordered-rows.module.css';
import { RowButtons } from './row-buttons.tsx';
import { type Drag, useDrag } from './use-drag.ts';

export interface OrderedRowsProps {
  readonly value: readonly Tree[];
  readonly path: string;
  readonly set: (next: readonly Tree[]) => void;
  /** Names the element to take the focus after the next drawing. */
  readonly focus: (id: string) => void;
  /** `材料第 2 项` */
  readonly nameOf: (at: number) => string;
  readonly listClass: string | undefined;
  readonly rowClass?: string | undefined;
  /** For looks that depend on what the row is. */
  readonly kindOf?: (at: number) => string;
  /** Told apart from other things with a path of its own. */
  readonly suffix?: string;
  /** False: what stands in the row bears the row's name itself. */
  readonly isRowNamed?: boolean;
  readonly children: (row: Tree, at: number) => ComponentChildren;
  /** What stands after the row's buttons. */
  readonly after?: (at: number) => ComponentChildren;
}

/** Which side of a row the lifted one would come to. */
const lineAt = (drag: Drag | null, at: number): 'before' | 'after' | undefined => {
  if (drag === null || drag.to !== at || drag.to === drag.from) return undefined;
  return drag.to < drag.from ? 'before' : 'after';
};

/** Rows in an order of one's own: dragged by a handle, moved by buttons, removed. The keyboard goes along with the row. */
export function OrderedRows(props: OrderedRowsProps) {
  const { value, path, set, focus, nameOf, suffix = '', isRowNamed = true } = props;
  const list = useRef<HTMLOListElement>(null);
  const said = useSignal('');
  const how = useId();
  const idOf = (at: number): string => `${idAt(under(path, at))}${suffix}`;
  const count = value.length;
  const { drag, handle } = useDrag({
    list,
    count,
    say: (words) => {
      said.value = words;
    },
    onDrop: (from, to) => {
      focus(`${idOf(to)}-handle`);
      set(movedTo(value, from, to));
    },
  });
  const move = (at: number, by: 1 | -1): void => {
    focus(`${idOf(at + by)}-${by === 1 ? 'down' : 'up'}`);
    said.value = `${nameOf(at)}移到了第 ${at + by + 1} 项，共 ${count} 项。`;
    set(movedTo(value, at, at + by));
  };
  const remove = (at: number): void => {
    focus(count > 1 ? idOf(Math.max(0, at - 1)) : `${idAt(path)}-add`);
    said.value = `删去了${nameOf(at)}，还有 ${count - 1} 项。`;
    set(without(value, at));
  };
  return (
    <>
      <p class={styles.said} id={how}>
        按空格拿起，用上下键移动，再按空格放下，按 Esc 放回。
      </p>
      <p class={styles.said} aria-live="assertive">
        {said.value}
      </p>
      <ol ref={list} class={props.listClass}>
        {value.map((row, at) => (
          <li
            key={at}
            {...(isRowNamed ? { id: idOf(at), tabIndex: -1 } : {})}
            class={`${styles.row} ${props.rowClass ?? ''}`}
            data-kind={props.kindOf?.(at)}
            data-lifted={drag?.from === at ? '' : undefined}
            data-line={lineAt(drag, at)}
          >
            {props.children(row, at)}
            <RowButtons
              id={idOf(at)}
              name={nameOf(at)}
              isFirst={at === 0}
              isLast={at === count - 1}
              isLifted={drag?.from === at}
              handle={count > 1 ? handle(at) : null}
              handleSays={how}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(at)}
            />
            {props.after?.(at)}
          </li>
        ))}
      </ol>
    </>
  );
}
