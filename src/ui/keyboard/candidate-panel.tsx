import { t } from '../words/t.ts';
import { pageStarts } from './candidate-pages.ts';
import { CandidateButtons } from './candidate-strip.tsx';
import styles from './candidates.module.css';
import type { Candidate } from './engine.ts';
import type { Key } from './keyboard-state.ts';
import { LiftKey } from './lift-key.tsx';

export interface CandidatePanelProps {
  readonly candidates: readonly Candidate[];
  readonly page: number;
  readonly onPress: (key: Key) => void;
}

/** All candidates, a page at a time, where the keys were. */
export function CandidatePanel({ candidates, page, onPress }: CandidatePanelProps) {
  const starts = pageStarts(candidates);
  const first = starts[page] ?? 0;
  return (
    <div class={styles.panel}>
      <div class={styles.all}>
        <CandidateButtons
          candidates={candidates.slice(first, starts[page + 1])}
          first={first}
          onPress={onPress}
        />
      </div>
      <div class={styles.pages}>
        <LiftKey class={styles.turn} disabled={page === 0} onPress={() => onPress({ kind: 'page', by: -1 })}>
          {t('上一页')}
        </LiftKey>
        <p>{`${page + 1} / ${starts.length}`}</p>
        <LiftKey
          class={styles.turn}
          disabled={page + 1 >= starts.length}
          onPress={() => onPress({ kind: 'page', by: 1 })}
        >
          {t('下一页')}
        </LiftKey>
      </div>
    </div>
  );
}
