import type { ComponentChildren } from 'preact';
import styles from './heading.module.css';

export interface HeadingProps {
  readonly title: string;
  /** Above the title, small: where this belongs. */
  readonly kicker?: ComponentChildren;
  /** Beneath it: the one sentence that says most. */
  readonly lead?: ComponentChildren;
  readonly size?: 'title' | 'long';
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese may break between any two characters; a title reads better when it breaks between words. */
const wordsOf = (title: string): readonly string[] =>
  [...segmenter.segment(title)].map(({ segment }) => segment);

/** A screen's title. `long` is for names and questions, which run to two lines in the largest size. */
export function Heading({ title, kicker, lead, size }: HeadingProps) {
  return (
    <div class={styles.heading} data-size={size ?? 'title'}>
      {kicker && <p class={styles.kicker}>{kicker}</p>}
      <h1>
        {wordsOf(title).map((word, at) => (
          <span key={at}>{word}</span>
        ))}
      </h1>
      {lead && <p class={styles.lead}>{lead}</p>}
    </div>
  );
}
