import type { ComponentChildren } from 'preact';
import type { EntryId } from '../../../contract/id.ts';
import type { Block, Inline, RichText } from '../../../contract/text.ts';
import { screenOf } from '../../screen-of.ts';
import { go } from '../../session/screen.ts';
import { TermText } from '../../term-text.tsx';
import { FigureView } from '../picture/figure-view.tsx';
import styles from './rich-text.module.css';

export type GeneratedPart = Extract<Block, { type: 'generated' }>['part'];

export interface RichTextProps {
  /** Whose text it is: its pictures come and go with it. */
  readonly entry: EntryId;
  readonly blocks: RichText;
  /** Fills the blocks that are made from what is published. */
  readonly generated?: (part: GeneratedPart) => ComponentChildren;
}

/** Text from nodes. Nothing here ever turns a string into markup. */
export function RichTextView({ entry, blocks, generated }: RichTextProps) {
  return (
    <div class={styles.text}>
      {blocks.map((block, at) => (
        <BlockView key={at} entry={entry} block={block} generated={generated} />
      ))}
    </div>
  );
}

interface BlockViewProps extends Pick<RichTextProps, 'entry'> {
  readonly block: Block;
  readonly generated: RichTextProps['generated'];
}

function BlockView({ entry, block, generated }: BlockViewProps) {
  switch (block.type) {
    case 'heading': {
      // The screen's own title is the h1; a text begins at h2 whatever its author chose.
      const Heading = block.level === 2 ? 'h2' : 'h3';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Inlines content={block.content} />
        </blockquote>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, at) => (
            <li key={at}>
              <Inlines content={item} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
    case 'image':
      return <FigureView entry={entry} image={block} />;
    case 'generated':
      return <>{generated?.(block.part)}</>;
  }
}

interface TableViewProps {
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

/** A wide table scrolls by itself, so that the page never moves sideways. */
function TableView({ head, rows }: TableViewProps) {
  return (
    <div class={styles.sideways} data-sideways="">
      <table>
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={at} scope="col">
                <Inlines content={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inlines content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inlines({ content }: { content: readonly Inline[] }) {
  return (
    <>
      {content.map((inline, at) => (
        <InlineView key={at} inline={inline} />
      ))}
    </>
  );
}

function InlineView({ inline }: { inline: Inline }) {
  switch (inline.type) {
    case 'text':
      return <TermText>{inline.text}</TermText>;
    case 'strong':
      return <strong>{inline.text}</strong>;
    case 'em':
      return <em>{inline.text}</em>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <button type="button" class={styles.link} onClick={() => go(screenOf(inline.to))}>
          {inline.text}
        </button>
      );
  }
}
