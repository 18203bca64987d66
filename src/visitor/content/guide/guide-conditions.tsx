import type { Guide } from '../../../contract/guide.ts';
import { t } from '../../t.ts';
import { TermText } from '../../term-text.tsx';
import { SectionTitle } from '../section-title.tsx';
import styles from './guide-part.module.css';
import { isSample } from './guide-words.ts';

/** Who may have it: read before anybody goes home to fetch papers. */
export function GuideConditions({ guide }: { guide: Guide }) {
  const lines = guide.quantityLimit ? [...guide.conditions, guide.quantityLimit] : guide.conditions;
  return (
    <section>
      <SectionTitle isSample={isSample(guide, 'conditions')}>{t('谁能办')}</SectionTitle>
      <ul class={styles.lines}>
        {lines.map((line) => (
          <li key={line}>
            <TermText>{line}</TermText>
          </li>
        ))}
      </ul>
    </section>
  );
}
