import type { Block, Inline } from '../../contract/text.ts';
import { hrefOf } from '../route/route.ts';
import { FilePicture } from './attachment/file-picture.tsx';
import styles from './body-view.module.css';
import { partInWords } from './field/part-words.ts';

export interface BodyViewProps {
  readonly blocks: readonly Block[];
}

/** A body as its readers will see it, in the desk's type. */
export function BodyView({ blocks }: BodyViewProps) {
  return (
    <div class={styles.body}>
      {blocks.map((block, at) => (
        <BlockPart key={`${block.type}${at}`} block={block} />
      ))}
    </div>
  );
}

function BlockPart({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'heading':
      return <p class={styles.heading}>{block.text}</p>;
    case 'paragraph':
      return (
        <p>
          <Words of={block.content} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Words of={block.content} />
        </blockquote>
      );
    case 'list':
      return <ListPart block={block} />;
    case 'table':
      return <TablePart block={block} />;
    case 'image':
      return (
        <figure>
          <FilePicture picture={block.picture} alt={block.alt} />
          <figcaption>{block.caption ?? `图上：${block.alt}`}</figcaption>
        </figure>
      );
    case 'generated':
      return <p class={styles.generated}>{partInWords[block.part]}</p>;
  }
}

function ListPart({ block }: { readonly block: Extract<Block, { type: 'list' }> }) {
  const items = block.items.map((item, at) => (
    <li key={`item${at}`}>
      <Words of={item} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function TablePart({ block }: { readonly block: Extract<Block, { type: 'table' }> }) {
  return (
    <div class={styles.table}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, at) => (
              <th key={`head${at}`} scope="col">
                <Words of={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={`row${at}`}>
              {row.map((cell, column) => (
                <td key={`cell${column}`}>
                  <Words of={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Words({ of }: { readonly of: readonly Inline[] }) {
  return (
    <>
      {of.map((part, at) => (
        <Word key={`part${at}`} part={part} />
      ))}
    </>
  );
}

function Word({ part }: { readonly part: Inline }) {
  switch (part.type) {
    case 'strong':
      return <strong>{part.text}</strong>;
    case 'em':
      return <em>{part.text}</em>;
    case 'link':
      return <a href={hrefOf({ page: 'entry', id: part.to })}>{part.text}</a>;
    case 'break':
      return <br />;
    case 'text':
      return <>{part.text}</>;
  }
}
