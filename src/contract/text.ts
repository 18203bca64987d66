import * as v from 'valibot';
import { Picture } from './attachment.ts';
import { EntryId } from './id.ts';
import { count, line, list, wholeCharacters } from './schema.ts';

/**
 * Rich text as a small tree of our own nodes. No HTML string ever travels to a screen; what is not a node here cannot be shown.
 * Links lead only to entries of this hall: an address of another site is kept as words.
 */

const words = v.pipe(
  v.string(),
  v.nonEmpty('这里不能空着。'),
  v.maxLength(20_000, '一段最多 20000 个字。'),
  v.regex(/^[\P{Cc}]*$/u, '不能有控制字符。'),
  wholeCharacters,
);

export const Inline = v.variant('type', [
  v.strictObject({ type: v.literal('text'), text: words }),
  v.strictObject({ type: v.literal('strong'), text: words }),
  v.strictObject({ type: v.literal('em'), text: words }),
  v.strictObject({ type: v.literal('link'), to: EntryId, text: words }),
  v.strictObject({ type: v.literal('break') }),
]);
export type Inline = v.InferOutput<typeof Inline>;

const inlines = list(Inline, 1, 2_000);

export const generatedParts = ['catalogue', 'guide-list', 'office', 'departments'] as const;

export const Block = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), level: count(2, 4), text: line(200) }),
  v.strictObject({ type: v.literal('paragraph'), content: inlines }),
  v.strictObject({ type: v.literal('list'), ordered: v.boolean(), items: list(inlines, 1, 200) }),
  v.strictObject({ type: v.literal('quote'), content: inlines }),
  v.strictObject({
    type: v.literal('table'),
    head: list(v.array(Inline), 1, 20),
    rows: list(list(v.array(Inline), 1, 20), 0, 2_000),
  }),
  /** A picture among the words; `alt` says what it shows to who cannot see it, and is read aloud. */
  v.strictObject({
    type: v.literal('image'),
    picture: Picture,
    alt: line(200),
    caption: v.exactOptional(line(100)),
  }),
  /** Filled in on the screen from what is published, so that it is always current. */
  v.strictObject({
    type: v.literal('generated'),
    part: v.picklist(generatedParts, `只能是：${generatedParts.join('、')}。`),
  }),
]);
export type Block = v.InferOutput<typeof Block>;

export const RichText = list(Block, 0, 5_000);
export type RichText = readonly Block[];

export const picturesIn = (blocks: RichText): readonly Picture[] =>
  blocks.flatMap((block) => (block.type === 'image' ? [block.picture] : []));

const plainInline = (content: readonly Inline[]): string =>
  content.map((each) => (each.type === 'break' ? '\n' : each.text)).join('');

const blockText = (block: Block): string => {
  switch (block.type) {
    case 'heading':
      return block.text;
    case 'paragraph':
    case 'quote':
      return plainInline(block.content);
    case 'list':
      return block.items.map(plainInline).join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(plainInline).join(' ')).join('\n');
    case 'image':
      return block.caption === undefined ? block.alt : `${block.alt}\n${block.caption}`;
    case 'generated':
      return '';
  }
};

/** The words alone, a line a block: for search, reading aloud and comparing. */
export const plainText = (blocks: RichText): string =>
  blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
