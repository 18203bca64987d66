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

/** Made when first needed: its dictionary takes as long to load as the rest of home to be drawn. */
let segmenter: Intl.Segmenter | undefined;

/** Chinese may break between any two characters; a title reads better when it breaks between words. */
const wordsOf = (title: string): readonly string[] => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(title)].map(({ segment }) => segment);
};

/** So few characters stand on one line on every screen. */
const ONE_LINE = 7;

const HANZI = /\p{Script=Han}/u;

const inWords = (title: string): ComponentChildren =>
  title.length <= ONE_LINE || !HANZI.test(title)
    ? title
    : wordsOf(title).map((word, at) => <span key={at}>{word}</span>);

/** A screen's title. `long` is for names and questions, which run to two lines in the largest size. */
export function Heading({ title, kicker, lead, size }: HeadingProps) {
  return (
    <div class={styles.heading} data-size={size ?? 'title'}>
      {kicker && <p class={styles.kicker}>{kicker}</p>}
      <h1>{inWords(title)}</h1>
      {lead && <p class={styles.lead}>{lead}</p>}
    </div>
  );
}
