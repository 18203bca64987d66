import { CandidateButtons, PlainButton } from './candidate-strip.tsx';
import styles from './candidates.module.css';
import { type Key, PAGE_SIZE } from './keyboard-state.ts';
import type { Candidate } from './pinyin/pinyin.ts';

export interface CandidatePanelProps {
  readonly candidates: readonly Candidate[];
  readonly page: number;
  readonly onPress: (key: Key) => void;
}

/** All candidates, a page at a time, where the keys were. */
export function CandidatePanel({ candidates, page, onPress }: CandidatePanelProps) {
  const pages = Math.max(1, Math.ceil(candidates.length / PAGE_SIZE));
  const first = page * PAGE_SIZE;
  return (
    <div class={styles.panel}>
      <div class={styles.all}>
        <CandidateButtons
          candidates={candidates.slice(first, first + PAGE_SIZE)}
          first={first}
          onPress={onPress}
        />
      </div>
      <div class={styles.pages}>
        <PlainButton
          class={styles.turn}
          disabled={page === 0}
          onPress={() => onPress({ kind: 'page', by: -1 })}
        >
          上一页
        </PlainButton>
        <p>{`${page + 1} / ${pages}`}</p>
        <PlainButton
          class={styles.turn}
          disabled={page + 1 >= pages}
          onPress={() => onPress({ kind: 'page', by: 1 })}
        >
          下一页
        </PlainButton>
      </div>
    </div>
  );
}
