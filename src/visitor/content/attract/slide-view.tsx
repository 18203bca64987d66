import type { ComponentChildren } from 'preact';
import { hoursInWords, minuteAtHall } from '../../../contract/office-hours.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { now, today } from '../../clock.ts';
import { helpAtInWords, isSampleHall, Marked } from '../../sample-mark.tsx';
import type { Current, Row } from '../../store/content-db.ts';
import { t } from '../../t.ts';
import { rowLabel } from '../row-label.tsx';
import styles from './attract-view.module.css';
import { oneSentence, type Slide } from './slide.ts';

export interface SlideViewProps {
  readonly slide: Slide;
  readonly held: Current;
}

/** Large letters, to be read from the door. */
export function SlideView({ slide, held }: SlideViewProps) {
  switch (slide.kind) {
    case 'notice':
      return (
        <Words kicker={t('通知')} title={slide.text} words={slide.text}>
          {null}
        </Words>
      );
    case 'entry': {
      const { title, summary } = slide.row;
      return (
        <Words kicker={kickerOf(slide.row)} title={rowLabel(slide.row)} words={title}>
          {oneSentence(summary)}
        </Words>
      );
    }
    case 'hall':
      return <HallSlide held={held} />;
  }
}

const kickerOf = (row: Row): string => {
  if (row.kind === 'page') return t(row.section);
  return row.kind === 'guide' ? t('办事指南') : t('公开信息');
};

interface WordsProps {
  readonly kicker: string;
  readonly title: ComponentChildren;
  /** The title in plain letters. */
  readonly words: string;
  readonly children: ComponentChildren;
}

/** Up to so many characters wide each; what is longer yet is set smallest. */
const SIZES = [
  ['short', 12],
  ['middling', 30],
  ['long', 50],
] as const;

/** Figures and Latin letters are about half as wide. */
const NARROW = 0.55;

const sizeOf = (words: string): string => {
  const width = [...words].reduce((sum, letter) => sum + (letter < '\u0250' ? NARROW : 1), 0);
  const [size] = SIZES.find(([, most]) => width <= most) ?? ['longest'];
  return size;
};

function Words({ kicker, title, words, children }: WordsProps) {
  return (
    <>
      <p class={styles.kicker}>{kicker}</p>
      <p class={styles.title} data-size={sizeOf(words)}>
        {title}
      </p>
      {children && <p class={styles.sentence}>{children}</p>}
    </>
  );
}

/** Where one is, whether it is open, and whom to ask. */
function HallSlide({ held: { hall, calendars } }: { readonly held: Current }) {
  const hours = hoursInWords({ hall, calendars, today: today.value, minute: minuteAtHall(now.value) }, t);
  return (
    <>
      <p class={styles.kicker}>{t('办公时间')}</p>
      <p class={styles.title} data-size={sizeOf(hours)}>
        <Marked isSample={isSampleHall(hall, 'hours')}>
          {hours.split(/(?<=[，；。]|[,;.](?= ))/).map((clause) => (
            <span key={clause}>{clause}</span>
          ))}
        </Marked>
      </p>
      <p class={styles.sentence}>
        {t('电话')} <Marked isSample={isSampleHall(hall, 'phones')}>{phoneInGroups(hall.hotline)}</Marked>
      </p>
      <p class={styles.sentence}>{t('要人帮忙，到 {place}', { place: helpAtInWords(hall) })}</p>
    </>
  );
}
