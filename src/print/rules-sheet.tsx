import styles from './rules-sheet.module.css';

export interface RulesSheetProps {
  readonly title: string;
  readonly rules: readonly { readonly say: string; readonly source: string }[];
}

/** Rules to lay on a desk or to hang beside it: the sentence, and where it is written. */
export function RulesSheet({ title, rules }: RulesSheetProps) {
  return (
    <article class={styles.sheet}>
      <h1>{title}</h1>
      <table>
        <tbody>
          {rules.map(({ say, source }) => (
            <tr key={say}>
              <td>{say}</td>
              <td class={styles.source}>{source}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>写着“惯例”的，是各地通行的做法，没有找到法条。法律文件以正式文本为准。</p>
    </article>
  );
}
