import type { EntryDetail } from '../../contract/desk.ts';
import { completenessOf } from '../../contract/guide-lint.ts';
import { adviceOn } from './advice-on.ts';
import { placeInWords } from './editor/fault.ts';
import styles from './sign-panel.module.css';
import { useCounterpart } from './use-counterpart.ts';
import { useSpeaker } from './use-speaker.ts';
import { branchOfEntry } from './writing.ts';

export interface AdviceNoteProps {
  readonly detail: EntryDetail;
}

/** What the writer was told and left, folded: a reviewer may ask for it, and need not. */
export function AdviceNote({ detail: { kind, entry } }: AdviceNoteProps) {
  const { entries } = useSpeaker();
  const mine = branchOfEntry(entry);
  const counterpart = useCounterpart(kind, mine);
  const advice = adviceOn(kind, mine, { entries, counterpart });
  const missing = kind === 'guide' ? completenessOf(mine) : null;
  if (advice.length === 0 && (missing === null || missing.percent === 100)) return null;
  return (
    <details class={styles.advised}>
      <summary>
        {[
          missing && `要素完整率 ${missing.percent}%`,
          advice.length > 0 && `可以写得更好的 ${advice.length} 处`,
        ]
          .filter(Boolean)
          .join('，')}
      </summary>
      {missing && missing.missing.length > 0 && (
        <p>还没写：{missing.missing.map(({ label }) => label).join('、')}。</p>
      )}
      <ul>
        {advice.map(({ path, say }) => (
          <li key={`${path} ${say}`}>
            <b>{placeInWords(kind, mine, path)}</b>：{say}
          </li>
        ))}
      </ul>
    </details>
  );
}
