import type { Block, Inline } from '../../../contract/text.ts';
import { inlinesOf, textOfInlines } from './inline-text.ts';

/** Blocks of a body as text to type, and back. null: this block cannot be typed here without losing something. */

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** Blocks that begin as words to type; a picture begins as a file. */
export type TypedBlock = Exclude<Block['type'], 'image'>;

export const blockKinds = {
  paragraph: '段落',
  heading: '小标题',
  list: '列表',
  table: '表格',
  quote: '引用',
  generated: '自动内容',
} as const satisfies Record<TypedBlock, string>;

export const partInWords = {
  catalogue: '公开目录（自动生成）',
  'guide-list': '办事指南目录（自动生成）',
  office: '公开工作机构（自动生成）',
  departments: '科室列表（自动生成）',
} as const satisfies Record<Of<'generated'>['part'], string>;

export const listText = ({ items }: Pick<Of<'list'>, 'items'>): string | null => {
  const lines = items.map(textOfInlines);
  return lines.some((line) => line === null || line.includes('\n')) ? null : lines.join('\n');
};

export const listItems = (text: string): Inline[][] =>
  text
    .split('\n')
    .map(inlinesOf)
    .filter((item) => item.length > 0);

/** What a new block of a kind begins with. */
export const blankBlock = (type: TypedBlock): Block => {
  switch (type) {
    case 'heading':
      return { type, level: 2, text: '' };
    case 'list':
      return { type, ordered: false, items: [] };
    case 'table':
      return { type, head: [[], []], rows: [[[], []]] };
    case 'generated':
      return { type, part: 'office' };
    default:
      return { type, content: [] };
  }
};

/** The words of a block in another shape; a table or a generated part brings none along. */
export const reshaped = (block: Block, type: TypedBlock): Block => {
  const text = textOfBlock(block);
  const blank = blankBlock(type);
  if (text === null || text === '') return blank;
  if (blank.type === 'heading') return { ...blank, text: text.replace(/\s*\n\s*/g, ' ') };
  if (blank.type === 'list') return { ...blank, items: listItems(text) };
  return blank.type === 'paragraph' || blank.type === 'quote'
    ? { ...blank, content: inlinesOf(text) }
    : blank;
};

export const textOfBlock = (block: Block): string | null => {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'quote':
      return textOfInlines(block.content);
    case 'list':
      return listText(block);
    default:
      return '';
  }
};
