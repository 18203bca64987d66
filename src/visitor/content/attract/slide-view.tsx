import type { ComponentChildren } from 'preact';
import { hoursInWords, minuteAtHall } from '../../../contract/office-hours.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { now, today } from '../../clock.ts';
import { helpAtInWords, isSampleHall, Marked } from '../../sample-mark.tsx';
import type { Current, Row } from '../../store/content-db.ts';
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
        <Words kicker="通知" title={slide.text} length={slide.text.length}>
          {null}
        </Words>
      );
    case 'entry': {
      const { title, summary } = slide.row;
      return (
        <Words kicker={kickerOf(slide.row)} title={rowLabel(slide.row)} length={title.length}>
          {oneSentence(summary)}
        </Words>
      );
    }
    case 'hall':
      return <HallSlide held={held} />;
  }
}

const kickerOf = (row: Row): string => {
  if (row.kind === 'page') return row.section;
  return row.kind === 'guide' ? '办事指南' : '公开信息';
};

interface WordsProps {
  readonly kicker: string;
  readonly title: ComponentChildren;
  readonly length: number;
  readonly children: ComponentChildren;
}

const SHORT = 12;
const MIDDLING = 30;

function Words({ kicker, title, length, children }: WordsProps) {
  const size = length <= SHORT ? 'short' : length <= MIDDLING ? 'middling' : 'long';
  return (
    <>
      <p class={styles.kicker}>{kicker}</p>
      <p class={styles.title} data-size={size}>
        {title}
      </p>
      {children && <p class={styles.sentence}>{children}</p>}
    </>
  );
}

/** Where one is, whether it is open, and whom to ask. */
function HallSlide({ held: { hall, calendars } }: { readonly held: Current }) {
  const hours = hoursInWords({ hall, calendars, today: today.value, minute: minuteAtHall(now.value) });
  return (
    <>
      <p class={styles.kicker}>办公时间</p>
      <p class={styles.title} data-size="middling">
        <Marked isSample={isSampleHall(hall, 'hours')}>
          {hours.split(/(?<=[，；。])/).map((clause) => (
            <span key={clause}>{clause}</span>
          ))}
        </Marked>
      </p>
      <p class={styles.sentence}>
        电话 <Marked isSample={isSampleHall(hall, 'phones')}>{phoneInGroups(hall.hotline)}</Marked>
      </p>
      <p class={styles.sentence}>{`要人帮忙，到 ${helpAtInWords(hall)}`}</p>
    </>
  );
}
