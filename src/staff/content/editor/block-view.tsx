import { type Block, plainText } from '../../../contract/text.ts';
import { PickField, TextField, TickField } from '../../part/field.tsx';
import { listItems, listText, partInWords } from '../field/block-text.ts';
import { inlinesOf, textOfInlines } from '../field/inline-text.ts';
import type { Tree } from '../field/tree.ts';
import styles from './blocks-view.module.css';
import { useEditing } from './editing.ts';
import { TableView } from './table-view.tsx';
import { useTyped } from './typed-field.tsx';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

export interface BlockViewProps<T extends Block['type'] = Block['type']> {
  readonly block: Of<T>;
  /** `第 3 块` */
  readonly name: string;
  readonly path: string;
  readonly fault: string | undefined;
  readonly onChange: (block: Block) => void;
}

export function BlockView(props: BlockViewProps) {
  const { block } = props;
  switch (block.type) {
    case 'heading':
      return <HeadingView {...props} block={block} />;
    case 'paragraph':
    case 'quote':
      return <ProseView {...props} block={block} />;
    case 'list':
      return <ListView {...props} block={block} />;
    case 'table':
      return <TableView {...props} block={block} />;
    case 'image':
      return <p>{plainText([block])}</p>;
    case 'generated':
      return (
        <PickField
          label={`${props.name}自动生成什么`}
          isLabelHidden
          value={block.part}
          choices={Object.entries(partInWords)}
          hint="屏幕上总是按已发布的内容显示最新的，不用手写。"
          onPick={(part) => props.onChange({ ...block, part: part as typeof block.part })}
        />
      );
  }
}

const levels = [
  ['2', '大标题'],
  ['3', '中标题'],
  ['4', '小标题'],
] as const;

function HeadingView({ block, name, path, fault, onChange }: BlockViewProps<'heading'>) {
  const { faultAt } = useEditing();
  return (
    <div class={styles.heading}>
      <TextField
        label={`${name}，标题`}
        isLabelHidden
        max={200}
        value={block.text}
        fault={fault ?? faultAt(`${path}.text`)}
        onInput={(text) => onChange({ ...block, text })}
      />
      <PickField
        label={`${name}，标题大小`}
        isLabelHidden
        value={String(block.level)}
        choices={levels}
        onPick={(level) => onChange({ ...block, level: Number(level) })}
      />
    </div>
  );
}

/** Shown where typing would lose something: it can be moved and removed, not changed. */
function Untypeable({ block }: { readonly block: Block }) {
  return (
    <div class={styles.untypeable}>
      <p>{plainText([block])}</p>
      <small>这一块里有这里改不了的格式，原样保留。要改请用内容文件导入。</small>
    </div>
  );
}

function ProseView({ block, name, path, fault, onChange }: BlockViewProps<'paragraph' | 'quote'>) {
  const { faultAt } = useEditing();
  const isTypeable = textOfInlines(block.content) !== null;
  const [text, type] = useTyped(
    block.content as unknown as Tree,
    () => textOfInlines(block.content) ?? '',
    (typed) => inlinesOf(typed) as unknown as Tree,
  );
  if (!isTypeable) return <Untypeable block={block} />;
  return (
    <TextField
      label={`${name}，${block.type === 'quote' ? '引用' : '段落'}`}
      isLabelHidden
      lines={1}
      value={text}
      fault={
        fault ?? faultAt(`${path}.content`) ?? (text === '' ? undefined : faultAt(`${path}.content.0.text`))
      }
      onInput={(typed) => {
        type(typed);
        onChange({ ...block, content: inlinesOf(typed) });
      }}
    />
  );
}

function ListView({ block, name, path, fault, onChange }: BlockViewProps<'list'>) {
  const { faultAt } = useEditing();
  const isTypeable = listText(block) !== null;
  const [text, type] = useTyped(
    block.items as unknown as Tree,
    () => listText(block) ?? '',
    (typed) => listItems(typed) as unknown as Tree,
  );
  if (!isTypeable) return <Untypeable block={block} />;
  return (
    <>
      <TextField
        label={`${name}，列表，一行一项`}
        isLabelHidden
        placeholder="一行一项"
        lines={2}
        value={text}
        fault={fault ?? faultAt(`${path}.items`)}
        onInput={(typed) => {
          type(typed);
          onChange({ ...block, items: listItems(typed) });
        }}
      />
      <TickField label="编号" isOn={block.ordered} onTurn={(ordered) => onChange({ ...block, ordered })} />
    </>
  );
}
