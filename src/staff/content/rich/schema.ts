import { type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { partInWords } from '../field/part-words.ts';

/**
 * A body (contract/text.ts) as an editor holds it. What the contract has no word for cannot be typed: words are plain, bold,
 * emphasised or a link, never two of them; a heading is words alone; a list has one level; a cell is one paragraph.
 */

const textblock = (tag: string, content: Partial<NodeSpec> = {}): NodeSpec => ({
  group: 'block',
  content: 'inline*',
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
  ...content,
});

const heading: NodeSpec = {
  ...textblock('h2', { content: 'text*', marks: '', defining: true }),
  attrs: { level: { default: 2 } },
  parseDOM: [2, 3, 4].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  toDOM: (node) => [`h${node.attrs.level}`, 0],
};

const list = (tag: 'ol' | 'ul'): NodeSpec => ({
  group: 'block list',
  content: 'list_item+',
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
});

const picture: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: { picture: {}, alt: { default: '' }, caption: { default: null } },
  // The view of the node draws it; this is what a copy carries.
  toDOM: (node) => ['figure', `${node.attrs.alt}`],
};

const generated: NodeSpec = {
  group: 'block',
  atom: true,
  draggable: true,
  attrs: { part: { default: 'office' } },
  toDOM: (node) => [
    'div',
    { 'data-generated': node.attrs.part },
    partInWords[node.attrs.part as keyof typeof partInWords],
  ],
};

const mark = (tag: string): MarkSpec => ({
  excludes: '_',
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
});

const link: MarkSpec = {
  excludes: '_',
  attrs: { to: {} },
  inclusive: false,
  toDOM: ({ attrs }) => ['a', { 'data-to': attrs.to, title: attrs.to }, 0],
};

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: textblock('p'),
    heading,
    quote: textblock('blockquote', { defining: true }),
    bullet_list: list('ul'),
    ordered_list: list('ol'),
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    ...tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} }),
    picture,
    generated,
    text: { group: 'inline' },
    break: {
      group: 'inline',
      inline: true,
      selectable: false,
      linebreakReplacement: true,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: { strong: mark('strong'), em: mark('em'), link },
});

export const nodes = schema.nodes;
export const marks = schema.marks;
