import { dayInShort, dayInWords } from '../../contract/day.ts';
import { durationInWords } from '../../contract/deadline.ts';
import { type Limit, whyNoDay } from '../../contract/limit.ts';
import { isOpenState, type Progress, submissionStateInWords } from '../../contract/submission.ts';
import { DefinitionList, type DefinitionRow } from '../../ui/definition-list.tsx';
import { Heading } from '../../ui/heading.tsx';
import { NumberedList } from '../../ui/numbered-list.tsx';
import { SomeChinese } from '../language-notice.tsx';
import { spokenTitle, spokenWords } from '../store/content.ts';
import { t } from '../t.ts';
import css from './form-screen.module.css';

/** How far it has come: words and dates, nothing of the visitor. */
export const ProgressView = ({ progress }: { readonly progress: Progress }) => {
  const { receiptNo, formTitle, filedOn, state, repliedOn, steps } = progress;
  const reply = replyIn(progress);
  const rows = [
    { term: t('回执编号'), detail: receiptNo },
    { term: t('提交'), detail: dayInWords(filedOn, t) },
    ...(repliedOn === null ? [] : [{ term: t('答复'), detail: dayInWords(repliedOn, t) }]),
    ...(isOpenState(state) ? [...supplementRows(progress), ...limitRows(progress.limits)] : []),
  ];
  return (
    <>
      <Heading size="long" title={t(submissionStateInWords[state])} kicker={spokenTitle(formTitle)} />
      <SomeChinese texts={steps.map((step) => step.note ?? '')} />
      {reply?.note !== undefined && (
        <section class={css.lines} aria-labelledby="reply">
          <h2 id="reply">{t('答复')}</h2>
          <p class={css.reply} data-own="">
            {reply.note}
          </p>
        </section>
      )}
      <DefinitionList isRuled rows={rows} />
      <h2 class={css.notice}>{t('经过')}</h2>
      <NumberedList
        items={steps.map((step) => ({
          label: t(submissionStateInWords[step.state]),
          note: [dayInShort(step.on, t), step === reply ? undefined : step.note]
            .filter(Boolean)
            .join(t('。')),
        }))}
      />
    </>
  );
};

/** The step that answered: its words stand above all others. */
const replyIn = ({ steps }: Progress) => steps.findLast((step) => step.state === 'replied');

/** What the visitor is to bring and by when; before that, until when the hall may ask. */
const supplementRows = ({ supplementBy, purpose, limits }: Progress): readonly DefinitionRow[] => {
  if (supplementBy !== null) {
    const isLaw = purpose === 'disclosure-request';
    const otherwise = isLaw ? t('没有正当理由不补的，视为放弃申请（条例第三十条）。') : '';
    return [
      {
        term: t('请您补充'),
        detail: `${t('{day}前', { day: dayInWords(supplementBy, t) })}${t('。')}${otherwise}`,
      },
    ];
  }
  const { supplement } = limits;
  const isPast = supplement?.due.is === 'day' && (supplement.due.left ?? 0) < 0;
  if (supplement === null || isPast) return [];
  return [{ term: t('要您补充的'), detail: limitInWords(supplement, t('告诉您'), null) }];
};

const limitRows = ({ promised, statutory }: Progress['limits']): readonly DefinitionRow[] => [
  ...(promised === null
    ? []
    : [
        {
          term: promised.does === null ? t('承诺答复') : t('承诺'),
          detail: limitInWords(promised, spokenWords(promised.does ?? ''), null),
        },
      ]),
  ...(statutory === null
    ? []
    : [{ term: t('法定期限'), detail: limitInWords(statutory, '', statutory.basis) }]),
];

/** The day, how many are left, how long the limit is; without a day, why there is none. */
const limitInWords = (limit: Limit, does: string, basis: string | null): string => {
  const { due, lasts } = limit;
  const head =
    due.is === 'day'
      ? t('{when}{left}（共 {time}）', {
          when: by(t('{day}前', { day: dayInWords(due.on, t) }), does),
          left: leftInWords(due.left),
          time: durationInWords(lasts, t),
        })
      : by(t('{time}内', { time: durationInWords(lasts, t) }), does);
  return [head, spokenWords(lasts.note ?? ''), spokenWords(basis ?? ''), whyNoDay(due, t)]
    .flatMap((text) => (text ? [sentence(text)] : []))
    .join('');
};

/** With a capital and a full stop. */
const sentence = (text: string): string => {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[。.]\s*$/.test(begun) ? begun : `${begun}${t('。')}`;
};

/** `12月3日前告诉您` */
const by = (when: string, does: string): string => (does === '' ? when : t('{when}{does}', { when, does }));

const leftInWords = (left: number | null): string => {
  if (left === null) return '';
  if (left < 0) return t('，已经超过');
  return left === 0 ? t('，就是今天') : t('，还有 {n} 个工作日', { n: left });
};
