import type { Card } from '../contract/card.ts';
import { language } from '../ui/words/words.ts';
import css from './card-sheet.module.css';
import paper from './paper.module.css';
import type { PaperSize } from './port.ts';
import { QrCode } from './qr.tsx';
import { useFit } from './use-fit.ts';
import { t } from './words/t.ts';

export interface CardSheetProps {
  readonly card: Card;
  readonly size: PaperSize;
  readonly hallName: string;
  /** Where the code leads: the guide on a phone. Null: no phone gets there, and no code is drawn. */
  readonly url: string | null;
  /** `2026-11-24` */
  readonly printedOn: string;
}

/** Hanzi that fit a line of the title at full size on the smaller card. */
const LONG_TITLE = 15;
const DENSE_LINES = 4;

const sheetClass = ({ card, size }: CardSheetProps): string =>
  [paper[size], size === 'a6' ? css.big : '', card.bring.length > DENSE_LINES ? css.dense : ''].join(' ');

/** A convenience card (便民卡片): what to bring, where, when, how long, how much, whom to call. */
export const CardSheet = (props: CardSheetProps) => {
  const { card, hallName, url, printedOn } = props;
  const middle = useFit<HTMLDivElement>();
  return (
    <article class={sheetClass(props)} lang={language.value}>
      <header class={css.head}>
        <h1 class={`${css.title} ${card.title.length > LONG_TITLE ? css.long : ''}`}>{card.title}</h1>
        {card.sample && <span class={css.sample}>{t('示例')}</span>}
      </header>
      <div class={css.middle} ref={middle}>
        <ul class={css.bring}>
          {card.bring.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p class={css.where}>
          <span>{card.where}</span>
          <span>{card.when}</span>
          <span>
            {card.howLong} · {card.cost}
          </span>
          {card.note !== undefined && <span>{card.note}</span>}
        </p>
        {url !== null && (
          <div class={css.code}>
            <QrCode text={url} label={t('扫码看全文')} />
            <span>{t('扫码看全文')}</span>
          </div>
        )}
      </div>
      <footer class={css.foot}>
        <span>
          {hallName}
          <b>{card.phone}</b>
        </span>
        <span>{t('{day} 打印，以窗口为准', { day: printedOn })}</span>
      </footer>
    </article>
  );
};
