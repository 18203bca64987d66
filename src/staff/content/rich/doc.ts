import type { Mark, Node } from 'prosemirror-model';
import type { Block, Inline, RichText } from '../../../contract/text.ts';
import { marks, nodes, schema } from './schema.ts';

/**
 * A body to an editor's document and back. Promise: `blocksOf(docOf(body))` is the body, for every body that the contract takes;
 * only empty lines, which nobody would see on a screen, are not blocks.
 */

const markOf = (inline: Inline): readonly Mark[] => {
  switch (inline.type) {
    case 'strong':
    case 'em':
      return [schema.mark(inline.type)];
    case 'link':
      return [schema.mark('link', { to: inline.to })];
    default:
      return [];
  }
};

const nodesOfInlines = (content: readonly Inline[]): Node[] =>
  content.flatMap((inline) => {
    if (inline.type === 'break') return [schema.node('break')];
    return inline.text === '' ? [] : [schema.text(inline.text, markOf(inline))];
  });

const paragraphOf = (content: readonly Inline[]): Node =>
  schema.node('paragraph', null, nodesOfInlines(content));

const rowOf = (cells: readonly (readonly Inline[])[], kind: 'table_header' | 'table_cell'): Node =>
  schema.node(
    'table_row',
    null,
    cells.map((cell) => schema.node(kind, null, paragraphOf(cell))),
  );

export const nodeOf = (block: Block): Node => {
  switch (block.type) {
    case 'heading':
      return schema.node('heading', { level: block.level }, block.text === '' ? [] : schema.text(block.text));
    case 'paragraph':
      return paragraphOf(block.content);
    case 'quote':
      return schema.node('quote', null, nodesOfInlines(block.content));
    case 'list':
      return schema.node(
        block.ordered ? 'ordered_list' : 'bullet_list',
        null,
        block.items.map((item) => schema.node('list_item', null, paragraphOf(item))),
      );
    case 'table':
      return schema.node('table', null, [
        rowOf(block.head, 'table_header'),
        ...block.rows.map((row) => rowOf(row, 'table_cell')),
      ]);
    case 'image': {
      const { picture, alt, caption = null } = block;
      return schema.node('picture', { picture, alt, caption });
    }
    case 'generated':
      return schema.node('generated', { part: block.part });
  }
};

export const docOf = (body: RichText): Node =>
  schema.node('doc', null, body.length === 0 ? schema.node('paragraph') : body.map(nodeOf));

const inlineOf = (node: Node): Inline => {
  if (node.type === nodes.break) return { type: 'break' };
  const text = node.text ?? '';
  const [mark] = node.marks;
  if (mark?.type === marks.link) return { type: 'link', to: mark.attrs.to, text };
  if (mark?.type === marks.strong) return { type: 'strong', text };
  return mark?.type === marks.em ? { type: 'em', text } : { type: 'text', text };
};

const inlinesIn = (textblock: Node | null): Inline[] => textblock?.children.map(inlineOf) ?? [];

/** What neither shows nor says anything: only blanks and line breaks. */
const isBlank = (content: readonly Inline[]): boolean =>
  content.every((each) => each.type === 'break' || (each.type === 'text' && each.text.trim() === ''));

const cellsIn = (row: Node | null): Inline[][] =>
  row?.children.map((cell) => inlinesIn(cell.firstChild)) ?? [];

const blockOf = (node: Node): Block | null => {
  switch (node.type) {
    case nodes.heading:
      return node.textContent.trim() === ''
        ? null
        : { type: 'heading', level: node.attrs.level, text: node.textContent };
    case nodes.paragraph:
    case nodes.quote: {
      const content = inlinesIn(node);
      const type = node.type === nodes.quote ? 'quote' : 'paragraph';
      return isBlank(content) ? null : { type, content };
    }
    case nodes.bullet_list:
    case nodes.ordered_list: {
      const items = node.children.map((item) => inlinesIn(item.firstChild)).filter((item) => !isBlank(item));
      return items.length === 0 ? null : { type: 'list', ordered: node.type === nodes.ordered_list, items };
    }
    case nodes.table: {
      const [head, ...rows] = node.children;
      return { type: 'table', head: cellsIn(head ?? null), rows: rows.map(cellsIn) };
    }
    case nodes.picture: {
      const { picture, alt, caption } = node.attrs;
      return { type: 'image', picture, alt, ...(caption === null ? {} : { caption }) };
    }
    default:
      return { type: 'generated', part: node.attrs.part };
  }
};

/** Nodes never change, so what was read of one is read once: a key pressed costs one block, not the whole body. */
const read = new WeakMap<Node, Block | null>();

const readOnce = (node: Node): Block | null => {
  const known = read.get(node);
  if (known !== undefined) return known;
  const block = blockOf(node);
  read.set(node, block);
  return block;
};

export const blocksOf = (doc: Node): readonly Block[] =>
  doc.children.map(readOnce).filter((block) => block !== null);

/** Which child of the document each block is. */
export const placesOf = (doc: Node): readonly number[] =>
  doc.children.flatMap((node, at) => (readOnce(node) === null ? [] : [at]));
