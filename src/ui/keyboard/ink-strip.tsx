import { t } from '../words/t.ts';
import styles from './ink-strip.module.css';
import { LiftKey } from './lift-key.tsx';

export interface InkStripProps {
  readonly candidates: readonly string[];
  readonly hint: string;
  readonly onPick: (text: string) => void;
}

/** What was read, the likeliest first, and what to do with it. */
export function InkStrip({ candidates, hint, onPick }: InkStripProps) {
  if (candidates.length === 0)
    return (
      <p class={styles.hint} role="status">
        {hint}
      </p>
    );
  return (
    <div class={styles.strip}>
      <output class={styles.say}>{t('点您要的字')}</output>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend and name itself a form part */}
      <div class={styles.likeliest} role="group" aria-label={t('认出来的字')}>
        {candidates.map((text) => (
          <LiftKey key={text} class={styles.candidate} onPress={() => onPick(text)}>
            {text}
          </LiftKey>
        ))}
      </div>
    </div>
  );
}
