import { t } from '../words/t.ts';
import { spanOf } from './candidate-pages.ts';
import styles from './candidates.module.css';
import type { Candidate } from './engine.ts';
import type { Key } from './keyboard-state.ts';
import { LiftKey } from './lift-key.tsx';

/** The strip shows at most so many, and only those that fit whole. */
export const STRIP_SIZE = 8;

export interface CandidateStripProps {
  readonly spelled: string;
  readonly candidates: readonly Candidate[];
  readonly hint: string;
  readonly isOpen: boolean;
  readonly onPress: (key: Key) => void;
}

/** The letters as they are read, and under them the likeliest phrases and characters. */
export function CandidateStrip({ spelled, candidates, hint, isOpen, onPress }: CandidateStripProps) {
  if (spelled === '') return <p class={styles.hint}>{hint}</p>;
  return (
    <div class={styles.strip}>
      <output class={styles.spelled}>{spelled}</output>
      {candidates.length === 0 && <p class={styles.none}>{t('没有这样的字，请退格改一改')}</p>}
      <div class={styles.likeliest}>
        {!isOpen && (
          <CandidateButtons candidates={candidates.slice(0, STRIP_SIZE)} first={0} onPress={onPress} />
        )}
      </div>
      {candidates.length > 0 && (
        <LiftKey class={styles.more} onPress={() => onPress({ kind: 'more' })}>
          {isOpen ? t('收起') : t('更多')}
        </LiftKey>
      )}
    </div>
  );
}

export interface CandidateButtonsProps {
  readonly candidates: readonly Candidate[];
  readonly first: number;
  readonly onPress: (key: Key) => void;
}

export function CandidateButtons({ candidates, first, onPress }: CandidateButtonsProps) {
  return (
    <>
      {candidates.map(({ text }, at) => (
        <LiftKey
          key={text}
          class={styles.candidate}
          span={spanOf(text)}
          onPress={() => onPress({ kind: 'pick', index: first + at })}
        >
          {text}
        </LiftKey>
      ))}
    </>
  );
}
