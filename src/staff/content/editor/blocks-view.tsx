import type { Block } from '../../../contract/text.ts';
import { Button } from '../../part/button.tsx';
import { PickField } from '../../part/field.tsx';
import { blankBlock, blockKinds, reshaped, type TypedBlock } from '../field/block-text.ts';
import type { Field } from '../field/spec.ts';
import { inserted, moved, type Tree, withItem, without } from '../field/tree.ts';
import { usePaste } from '../paste/use-paste.tsx';
import { BlockView } from './block-view.tsx';
import styles from './blocks-view.module.css';
import { idAt, under, useEditing } from './editing.ts';
import { RowButtons } from './row-buttons.tsx';
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
  return (
    <RowsFrame field={field} path={path}>
      <ol class={styles.blocks}>
        {value.map((tree, at) => {
          const block = blockOf(tree);
          const blockPath = under(path, at);
          const name = `第 ${at + 1} 块`;
          const change = (next: Block): void => {
            touch(blockPath);
            set(withItem(value, at, treeOf(next)));
          };
          return (
            <li key={at} class={styles.block} data-kind={block.type} id={idAt(blockPath)} tabIndex={-1}>
              <div class={styles.kind}>
                {block.type === 'image' ? (
                  <p>图片</p>
                ) : (
                  <PickField
                    label={`${name}的种类`}
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
                  name={name}
                  path={blockPath}
                  onChange={change}
                  fault={faultAt(blockPath)}
                />
              </div>
              <RowButtons
                id={idAt(blockPath)}
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
              <button
                type="button"
                class={styles.between}
                onClick={() => add(at + 1, blankBlock('paragraph'))}
              >
                在这下面加一段
              </button>
            </li>
          );
        })}
      </ol>
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
