import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import { PickField, TextField } from '../../part/field.tsx';
import { partInWords } from '../field/part-words.ts';
import styles from './rich-editor.module.css';
import { nodes } from './schema.ts';

export interface ChosenBlockProps {
  readonly state: EditorState;
  readonly run: (command: Command) => void;
}

/** Changes what a chosen picture or generated part says, and keeps it chosen. */
const withAttrs =
  (change: Readonly<Record<string, unknown>>): Command =>
  ({ selection, tr }, dispatch) => {
    if (!(selection instanceof NodeSelection)) return false;
    const { from, node } = selection;
    tr.setNodeMarkup(from, undefined, { ...node.attrs, ...change });
    dispatch?.(tr.setSelection(NodeSelection.create(tr.doc, from)));
    return true;
  };

/** The words of the picture, or which part it is, while one is chosen in the text. */
export function ChosenBlock({ state, run }: ChosenBlockProps) {
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return null;
  const { node } = selection;
  if (node.type === nodes.picture) return <PictureWords node={node} run={run} />;
  if (node.type !== nodes.generated) return null;
  return (
    <div class={styles.chosen}>
      <PickField
        label="自动生成什么"
        value={node.attrs.part}
        choices={Object.entries(partInWords)}
        hint="屏幕上总是按已发布的内容显示最新的，不用手写。按 Delete 删去。"
        onPick={(part) => run(withAttrs({ part }))}
      />
    </div>
  );
}

function PictureWords({ node, run }: { readonly node: Node } & Pick<ChosenBlockProps, 'run'>) {
  const { alt, caption } = node.attrs as { alt: string; caption: string | null };
  return (
    <div class={styles.chosen}>
      <TextField
        label="图上是什么"
        hint="读给看不见的人听，例如：补贴申请表的填写样张，红圈处要签名。"
        max={200}
        value={alt}
        onInput={(text) => run(withAttrs({ alt: text }))}
      />
      <TextField
        label="图下面的说明"
        isOptional
        max={100}
        value={caption ?? ''}
        onInput={(text) => run(withAttrs({ caption: text.trim() === '' ? null : text }))}
      />
    </div>
  );
}
