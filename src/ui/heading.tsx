import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import styles from './heading.module.css';

export interface HeadingProps {
  readonly title: string;
  /** Above the title, small: where this belongs. */
  readonly kicker?: ComponentChildren;
  /** Beneath it: the one sentence that says most. */
  readonly lead?: ComponentChildren;
  /** By it a field says that sentence after its own name. */
  readonly leadId?: string;
  readonly size?: 'title' | 'long';
  /** Heard and not seen where height is dear: the page says by other means what this is. */
  readonly isHidden?: boolean;
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

/**
 * A screen's title. `long` is for names and questions, which run to two lines in the largest size. A new title takes the focus, so
 * that a screen reader says where one is and Tab goes on from there; a field that wants the focus takes it next.
 */
export function Heading({ title, kicker, lead, leadId, size, isHidden }: HeadingProps) {
  const own = useRef<HTMLHeadingElement>(null);
  useEffect(() => own.current?.focus({ preventScroll: true }), [title]);
  return (
    <div class={styles.heading} data-size={size ?? 'title'} data-hidden={isHidden ? '' : undefined}>
      {kicker && <p class={styles.kicker}>{kicker}</p>}
      <h1 ref={own} tabIndex={-1}>
        {inWords(title)}
      </h1>
      {lead && (
        <p class={styles.lead} id={leadId}>
          {lead}
        </p>
      )}
    </div>
  );
}
