import { language } from '../ui/words/words.ts';
import paper from './paper.module.css';
import { QrCode } from './qr.tsx';
import css from './slip-sheet.module.css';
import { useFit } from './use-fit.ts';
import { t } from './words/t.ts';

export interface SlipSheetProps {
  readonly hallName: string;
  readonly formTitle: string;
  readonly receiptNo: string;
  /** In two groups: `K4TM 9R2X`. */
  readonly code: string;
  /** Where the code leads: the number only, never the query code, so that a photographed slip opens nothing by itself. Null: no code. */
  readonly url: string | null;
  /** Null: the screen did not know the date. */
  readonly filedAt: string | null;
  /** What happens next, by which date; a sentence each. */
  readonly nextSteps: readonly string[];
  readonly phone: string;
  readonly isWaiting: boolean;
}

/** With 回执 it fits one line at full size. */
const LONG_TITLE = 10;

/** The receipt slip (回执) on A6: number, query code, all that happens next, on one page. No name, no identity number. */
export const SlipSheet = (slip: SlipSheetProps) => {
  const next = useFit<HTMLOListElement>();
  return (
    <article class={paper.a6} lang={language.value}>
      <p class={css.hall}>{slip.hallName}</p>
      <h1 class={`${css.title} ${slip.formTitle.length > LONG_TITLE ? css.long : ''}`}>
        {t('{form} 回执', { form: slip.formTitle })}
      </h1>
      <div class={css.numbers}>
        <dl>
          <dt>{t('回执编号')}</dt>
          <dd>{slip.receiptNo}</dd>
          <dt>{t('查询码（请收好，不要给别人看）')}</dt>
          <dd>{slip.code}</dd>
        </dl>
        {slip.url !== null && <QrCode text={slip.url} label={t('扫码查进度')} />}
      </div>
      <ol class={css.next} ref={next}>
        {slip.nextSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <footer class={css.foot}>
        {slip.filedAt !== null && t('提交时间 {day}。', { day: slip.filedAt })}
        {slip.isWaiting && t('内容已加密存好，联网后自动提交，不用再来。')}
        <br />
        {t('咨询和监督电话')} <b>{slip.phone}</b>
      </footer>
    </article>
  );
};
