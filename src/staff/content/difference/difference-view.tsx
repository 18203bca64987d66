import type { Change } from './change.ts';
import styles from './difference-view.module.css';
import { textParts } from './text-part.ts';

export interface DifferenceViewProps {
  readonly changes: readonly Change[];
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** Old and new beside each other, field by field; what went is struck through, what came is underlined, so that colour says nothing alone. */
export function DifferenceView({ changes, beforeLabel, afterLabel }: DifferenceViewProps) {
  const english = changes.filter(({ lang }) => lang === 'en').length;
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>
        改了 {changes.length} 处{english > 0 && `，其中英文 ${english} 处`}。<del>划去的</del>
        是原来有、现在没有的；<ins>底下有线的</ins>是新写的。
      </caption>
      <thead>
        <tr>
          <th scope="col">哪一项</th>
          <th scope="col">{beforeLabel}</th>
          <th scope="col">{afterLabel}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={change.path} change={change} beforeLabel={beforeLabel} afterLabel={afterLabel} />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({
  change,
  beforeLabel,
  afterLabel,
}: { readonly change: Change } & Omit<DifferenceViewProps, 'changes'>) {
  const { where, before, after, lang } = change;
  const parts = before !== null && after !== null ? textParts(before, after) : null;
  return (
    <tr>
      <th scope="row">{where}</th>
      <td data-name={beforeLabel} lang={before === null ? undefined : lang}>
        {before === null ? (
          <i>没有</i>
        ) : parts === null ? (
          <del>{before}</del>
        ) : (
          parts.map((part, at) =>
            part.kind === 'new' ? null : part.kind === 'gone' ? <del key={at}>{part.text}</del> : part.text,
          )
        )}
      </td>
      <td data-name={afterLabel} lang={after === null ? undefined : lang}>
        {after === null ? (
          <i>删去了</i>
        ) : parts === null ? (
          <ins>{after}</ins>
        ) : (
          parts.map((part, at) =>
            part.kind === 'gone' ? null : part.kind === 'new' ? <ins key={at}>{part.text}</ins> : part.text,
          )
        )}
      </td>
    </tr>
  );
}
