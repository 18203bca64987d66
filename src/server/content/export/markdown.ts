import type { Picture } from '../../../contract/attachment.ts';
import type { Block, Inline, RichText } from '../../../contract/text.ts';

/**
 * The tree of a text as the Markdown that an import reads back. Not every tree can be said in Markdown (a blank at the edge of bold
 * words, a line break in a cell): whoever writes files reads them again before they count.
 */
export const markdownOf = (body: RichText): string => body.map(blockText).join('\n\n');

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'paragraph':
      return safeStart(inlineText(block.content));
    case 'quote':
      return prefixed('> ', '> ', safeStart(inlineText(block.content)));
    case 'list':
      return block.items
        .map((item, at) => {
          const mark = block.ordered ? `${at + 1}. ` : '- ';
          return prefixed(mark, ' '.repeat(mark.length), safeStart(inlineText(item)));
        })
        .join('\n');
    case 'table':
      return [block.head, block.head.map(() => RULE), ...block.rows].map(rowText).join('\n');
    case 'image':
      return `![${escaped(block.alt)}](${picturePath(block.picture)}${titleText(block.caption)})`;
    case 'generated':
      return `{{${block.part}}}`;
  }
};

/** Where the picture's bytes stand in the folder. */
export const picturePath = ({ file }: Picture): string => `picture/${file}.webp`;
const titleText = (caption: string | undefined): string =>
  caption === undefined ? '' : ` "${escaped(caption).replaceAll('"', '\\"')}"`;

const RULE: readonly Inline[] = [];

const rowText = (row: readonly (readonly Inline[])[], at: number): string =>
  at === 1
    ? `|${row.map(() => ' --- ').join('|')}|`
    : `| ${row.map((cell) => inlineText(cell)).join(' | ')} |`;

const prefixed = (first: string, others: string, text: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .join('\n');

const inlineText = (content: readonly Inline[]): string => content.map(oneInline).join('');

const oneInline = (inline: Inline): string => {
  switch (inline.type) {
    case 'text':
      return escaped(inline.text);
    case 'strong':
      return `**${escaped(inline.text)}**`;
    case 'em':
      return `*${escaped(inline.text)}*`;
    case 'link':
      return `[${escaped(inline.text)}](${inline.to})`;
    case 'break':
      return '\\\n';
  }
};

/** What would mean something else inside a line. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|&~#]/g, '\\$&');

/** What would begin a list, a heading or a rule at the start of a paragraph. */
const safeStart = (text: string): string =>
  text.replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/^[-+=:]/, '\\$&');
