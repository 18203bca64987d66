import type { Attachment } from '../../contract/attachment.ts';
import type { Block } from '../../contract/text.ts';
import { Facts } from '../part/facts.tsx';
import { FileList } from './attachment/file-list.tsx';
import { BodyView } from './body-view.tsx';
import { asInEntry, englishInWords } from './field/english-section.ts';
import { inWords, type Speaker, withInner } from './field/in-words.ts';
import type { Field, Section } from './field/spec.ts';
import { type Branch, branchOf, isBranch, listOf, type Tree, textOf } from './field/tree.ts';
import styles from './read-view.module.css';

export interface ReadViewProps {
  readonly sections: readonly Section[];
  readonly entry: Branch;
  readonly speaker: Speaker;
}

const isThere = (value: Tree | undefined): value is Tree =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** An entry to read, by the same table as the editor. */
export function ReadView({ sections, entry, speaker: plain }: ReadViewProps) {
  const speaker = withInner(plain, entry);
  return (
    <div class={styles.view}>
      {sections.map((section) => {
        const there = section.fields.filter((field) => isThere(entry[field.key]));
        return there.length === 0 ? null : (
          <section key={section.id} aria-labelledby={`read-${section.id}`}>
            <h2 id={`read-${section.id}`}>{section.title}</h2>
            <Facts
              isSingle
              rows={there.map((field) => [
                field.label,
                <Value
                  key={field.key}
                  field={field}
                  value={entry[field.key] ?? ''}
                  entry={entry}
                  speaker={speaker}
                />,
              ])}
            />
          </section>
        );
      })}
    </div>
  );
}

function English({ of }: { readonly of: Tree }) {
  return isBranch(of) ? <p>{englishInWords(of)}</p> : <p lang="en">{textOf(of)}</p>;
}

interface ValueProps {
  readonly field: Field;
  readonly value: Tree;
  readonly entry: Branch;
  readonly speaker: Speaker;
}

function Value({ field, value, entry, speaker }: ValueProps) {
  if (field.as === 'blocks') return <BodyView blocks={listOf(value) as unknown as Block[]} />;
  if (field.as === 'files') return <FileList attachments={listOf(value) as unknown as Attachment[]} />;
  if (field.as === 'english')
    return (
      <ol class={styles.rows}>
        {asInEntry(entry, Object.keys(branchOf(value))).map((chinese) => (
          <li key={chinese}>
            <b>{chinese}</b>
            <English of={branchOf(value)[chinese] ?? ''} />
          </li>
        ))}
      </ol>
    );
  if (field.as !== 'rows') return <>{inWords(field, value, speaker)}</>;
  const [head, ...rest] = field.fields;
  return (
    <ol class={styles.rows}>
      {listOf(value).map((row, at) => {
        const branch = branchOf(row);
        const more = inWords({ ...field, as: 'group', fields: rest }, branch, speaker);
        return (
          <li key={at}>
            <b>{textOf(branch[head?.key ?? ''])}</b>
            <p>{more}</p>
          </li>
        );
      })}
    </ol>
  );
}
