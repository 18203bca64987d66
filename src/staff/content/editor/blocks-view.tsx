import type { Block } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { PickField } from '../../part/field.tsx';
import { blankBlock, blockKinds, reshaped, type TypedBlock } from '../field/block-text.ts';
import type { Field } from '../field/spec.ts';
import { inserted, type Tree, withItem } from '../field/tree.ts';
import { usePaste } from '../paste/use-paste.tsx';
import { BlockView } from './block-view.tsx';
import styles from './blocks-view.module.css';
import { idAt, under, useEditing } from './editing.ts';
import { OrderedRows } from './ordered-rows.tsx';
import { RowsFrame } from './rows-frame.tsx';
import { useRowFocus } from './use-row-focus.ts';

export interface BlocksViewProps {
  readonly field: Field;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

const kinds = Object.entries(blockKinds);
const treeOf = (block: Block): Tree => block as unknown as Tree;
/** The editor makes and changes blocks only as blocks; what is inside may still be at fault, which the schema says. */
const blockOf = (tree: Tree): Block => tree as unknown as Block;

/** A body as blocks, one under another: each of a kind, each typed as plain text. */
export function BlocksView({ field, value, path, onChange }: BlocksViewProps) {
  const { touch, faultAt } = useEditing();
  const focus = useRowFocus();
  const set = (next: readonly Tree[]): void => {
    touch(path);
    onChange(next);
  };
  const { pasteAt, note } = usePaste(value, set);
  const add = (at: number, block: Block): void => {
    focus(idAt(under(path, at)));
    set(inserted(value, at, treeOf(block)));
  };
  const nameOf = (at: number): string => `第 ${at + 1} 块`;
  return (
    <RowsFrame field={field} path={path}>
      <OrderedRows
        value={value}
        path={path}
        set={set}
        focus={focus}
        nameOf={nameOf}
        listClass={styles.blocks}
        rowClass={styles.block}
        kindOf={(at) => (value[at] === undefined ? '' : blockOf(value[at]).type)}
        after={(at) => (
          <button type="button" class={styles.between} onClick={() => add(at + 1, blankBlock('paragraph'))}>
            在这下面加一段
          </button>
        )}
      >
        {(tree, at) => {
          const block = blockOf(tree);
          const blockPath = under(path, at);
          const change = (next: Block): void => {
            touch(blockPath);
            set(withItem(value, at, treeOf(next)));
          };
          return (
            <>
              <div class={styles.kind}>
                {block.type === 'image' ? (
                  <p>图片</p>
                ) : (
                  <PickField
                    label={`${nameOf(at)}的种类`}
                    isLabelHidden
                    value={block.type}
                    choices={kinds}
                    onPick={(type) => change(reshaped(block, type as TypedBlock))}
                  />
                )}
              </div>
              <div class={styles.text} onPaste={pasteAt(at)}>
                <BlockView
                  block={block}
                  name={nameOf(at)}
                  path={blockPath}
                  onChange={change}
                  fault={faultAt(blockPath)}
                />
              </div>
            </>
          );
        }}
      </OrderedRows>
      {note}
      <div class={styles.adds}>
        {(['paragraph', 'heading', 'list', 'table'] as const).map((type, at) => (
          <Button
            key={type}
            isSmall
            icon="plus"
            {...(at === 0 ? { id: `${idAt(path)}-add` } : {})}
            onPress={() => add(value.length, blankBlock(type))}
          >
            {blockKinds[type]}
          </Button>
        ))}
      </div>
    </RowsFrame>
  );
}
