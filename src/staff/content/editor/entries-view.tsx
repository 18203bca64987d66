import { useSignal } from '@preact/signals';
import { kindInWords } from '../../../contract/entry.ts';
import { kindOf } from '../../../contract/entry-name.ts';
import type { EntryId } from '../../../contract/id.ts';
import { PickField, TextField } from '../../part/field.tsx';
import type { Field } from '../field/spec.ts';
import { type Tree, textOf } from '../field/tree.ts';
import { idAt, useEditing } from './editing.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { RowsFrame } from './rows-frame.tsx';
import styles from './rows-view.module.css';
import { useRowFocus } from './use-row-focus.ts';

export interface EntriesViewProps {
  readonly field: Extract<Field, { as: 'entries' }>;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

/** From so many on nobody looks through a list without words to look for. */
const MANY = 20;
/** So many are offered at once. */
const MOST_OFFERED = 200;

/** Some of what is published, in an order of one's own. */
export function EntriesView({ field, value, path, onChange }: EntriesViewProps) {
  const { touch, shown } = useEditing();
  const focus = useRowFocus();
  const search = useSignal('');
  const set = (next: readonly Tree[]): void => {
    touch(path);
    onChange(next);
  };
  const titles = new Map<string, string>(shown.map(({ id, title }) => [id, inKind(id, title)]));
  const nameOf = (at: number): string => {
    const id = textOf(value[at]);
    return titles.get(id) ?? (shown.length === 0 ? id : `${id}（现在没有发布，屏幕跳过它）`);
  };
  const left = shown.filter(({ id }) => field.kinds.includes(kindOf(id)) && !value.includes(id));
  const found = left.filter(({ title }) => title.includes(search.value.trim()));
  return (
    <RowsFrame field={field} path={path}>
      <OrderedRows value={value} path={path} set={set} focus={focus} nameOf={nameOf} listClass={styles.lines}>
        {(_, at) => (
          <>
            <span class={styles.number}>{at + 1}</span>
            <span class={styles.line}>{nameOf(at)}</span>
          </>
        )}
      </OrderedRows>
      {value.length < field.max && left.length > 0 && (
        <div class={styles.find}>
          {left.length > MANY && (
            <TextField
              label="找一条"
              hint="标题里的几个字"
              type="search"
              value={search.value}
              onInput={(text) => {
                search.value = text;
              }}
            />
          )}
          <PickField
            id={`${idAt(path)}-add`}
            label="加一条"
            none={found.length === 0 ? '没有这样的标题' : `从 ${found.length} 条里选，加在最后`}
            value=""
            choices={found.slice(0, MOST_OFFERED).map(({ id, title }) => [id, inKind(id, title)] as const)}
            onPick={(next) => {
              if (next === '') return;
              search.value = '';
              set([...value, next]);
            }}
          />
        </div>
      )}
    </RowsFrame>
  );
}

const inKind = (id: EntryId, title: string): string => `${kindInWords[kindOf(id)]}：${title}`;
