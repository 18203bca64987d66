import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Card, MAX_BRING } from '../../../contract/card.ts';
import { dayAtHall } from '../../../contract/day.ts';
import { CardSheet } from '../../../print/card-sheet.tsx';
import type { PaperSize } from '../../../print/port.ts';
import { useDesk } from '../../desk.ts';
import { type Branch, listOf, textOf } from '../field/tree.ts';
import styles from './beside.module.css';

export interface CardBesideProps {
  readonly card: Branch;
}

const sizes: readonly (readonly [PaperSize, string])[] = [
  ['card', '小卡 90×54 毫米'],
  ['a6', '大卡 A6'],
];

/** The card on paper, at its true size where the browser knows the screen's, redrawn at every key. */
export function CardBeside({ card }: CardBesideProps) {
  const { hall, clock } = useDesk();
  const size = useSignal<PaperSize>('card');
  const sheet = useRef<HTMLDivElement>(null);
  const percent = useSignal(100);
  useEffect(() => {
    percent.value = letterSize(sheet.current);
  });
  const { guide, id } = card;
  const base = hall.value?.publicUrl ?? location.origin;
  return (
    <section class={styles.beside} aria-label="卡片的样子">
      <fieldset class={styles.sizes} aria-label="纸的大小">
        {sizes.map(([each, label]) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === size.value}
            onClick={() => {
              size.value = each;
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      <div class={styles.paper} role="img" aria-label="印出来的样子" ref={sheet}>
        <CardSheet
          key={size.value}
          card={printed(card)}
          size={size.value}
          hallName={hall.value?.hallName ?? ''}
          url={new URL(`/${textOf(guide ?? id)}`, base).href}
          printedOn={dayAtHall(clock())}
        />
      </div>
      <p class={percent.value < SMALL_PERCENT ? styles.advice : styles.good} aria-live="polite">
        {percent.value < SMALL_PERCENT
          ? `字多，为了装下缩到了正常的 ${percent.value}%，老人不好认。请减几样，或者写短些。`
          : '装得下，字够大。'}
      </p>
    </section>
  );
}

/** Whatever is written so far; what is missing stays blank on the paper. */
const printed = (card: Branch): Card =>
  ({
    ...card,
    title: textOf(card.title),
    bring: listOf(card.bring)
      .map(textOf)
      .filter((line) => line.trim() !== '')
      .slice(0, MAX_BRING),
    where: textOf(card.where),
    when: textOf(card.when),
    howLong: textOf(card.howLong),
    cost: textOf(card.cost),
    phone: textOf(card.phone),
    sample: card.sample === true,
  }) as unknown as Card;

/** Letters smaller than this part of their size are pointed out. */
const SMALL_PERCENT = 90;

/** How far the sheet has shrunk its letters so that it holds them all. */
const letterSize = (sheet: HTMLElement | null): number => {
  const factor = sheet?.querySelector<HTMLElement>('article > div')?.style.getPropertyValue('--k');
  return factor ? Math.round(Number(factor) * 100) : 100;
};
