import type { EntryKind } from '../../../contract/entry-name.ts';
import { completenessOf } from '../../../contract/guide-lint.ts';
import { adviceOn } from '../advice-on.ts';
import type { Branch } from '../field/tree.ts';
import { useCounterpart } from '../use-counterpart.ts';
import { useEditing } from './editing.ts';
import own from './editor.module.css';
import { nameOfPath } from './fault.ts';
import { goTo } from './fault-list.tsx';

export interface AdviceListProps {
  readonly kind: EntryKind;
  readonly mine: Branch;
}

/** What could be better, each a way to its field. Nothing here keeps anybody from saving. */
export function AdviceList({ kind, mine }: AdviceListProps) {
  const { entries } = useEditing();
  const counterpart = useCounterpart(kind, mine);
  const advice = adviceOn(kind, mine, { entries, counterpart });
  const whole = kind === 'guide' ? completenessOf(mine) : null;
  if (advice.length === 0 && whole === null) return null;
  return (
    <section class={own.advice} aria-labelledby="advice">
      <h2 id="advice">{whole ? `要素完整率 ${whole.percent}%` : '可以写得更好'}</h2>
      {whole && whole.missing.length > 0 && (
        <p>
          还没写：
          {whole.missing.map(({ path, label }) => (
            <button key={path} type="button" onClick={() => goTo(path)}>
              {label}
            </button>
          ))}
        </p>
      )}
      {advice.length > 0 && (
        <ul>
          {advice.map(({ path, say }) => (
            <li key={`${path} ${say}`}>
              <button type="button" onClick={() => goTo(path)}>
                {nameOfPath(kind, mine, path)}
              </button>
              ：{say}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
