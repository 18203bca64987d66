import { dayInShort, dayInWords } from '../../contract/day.ts';
import { durationInWords } from '../../contract/deadline.ts';
import { type Limit, whyNoDay } from '../../contract/limit.ts';
import { isOpenState, type Progress, submissionStateInWords } from '../../contract/submission.ts';
import { DefinitionList, type DefinitionRow } from '../../ui/definition-list.tsx';
import { Heading } from '../../ui/heading.tsx';
import { NumberedList } from '../../ui/numbered-list.tsx';
import css from './form-screen.module.css';

/** How far it has come: words and dates, nothing of the visitor. */
export const ProgressView = ({ progress }: { readonly progress: Progress }) => {
  const { receiptNo, formTitle, filedOn, state, repliedOn, steps } = progress;
  const reply = replyIn(progress);
  const rows = [
    { term: '回执编号', detail: receiptNo },
    { term: '提交', detail: dayInWords(filedOn) },
    ...(repliedOn === null ? [] : [{ term: '答复', detail: dayInWords(repliedOn) }]),
    ...(isOpenState(state) ? [...supplementRows(progress), ...limitRows(progress.limits)] : []),
  ];
  return (
    <>
      <Heading size="long" title={submissionStateInWords[state]} kicker={formTitle} />
      {reply?.note !== undefined && (
        <section class={css.lines} aria-labelledby="reply">
          <h2 id="reply">答复</h2>
          <p class={css.reply}>{reply.note}</p>
        </section>
      )}
      <DefinitionList isRuled rows={rows} />
      <h2 class={css.notice}>经过</h2>
      <NumberedList
        items={steps.map((step) => ({
          label: submissionStateInWords[step.state],
          note: [dayInShort(step.on), step === reply ? undefined : step.note].filter(Boolean).join('。'),
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
    const otherwise = isLaw ? '没有正当理由不补的，视为放弃申请（条例第三十条）。' : '';
    return [{ term: '请您补充', detail: `${dayInWords(supplementBy)}前。${otherwise}` }];
  }
  const { supplement } = limits;
  const isPast = supplement?.due.is === 'day' && (supplement.due.left ?? 0) < 0;
  if (supplement === null || isPast) return [];
  return [{ term: '要您补充的', detail: limitInWords(supplement, '告诉您', null) }];
};

const limitRows = ({ promised, statutory }: Progress['limits']): readonly DefinitionRow[] => [
  ...(promised === null
    ? []
    : [
        {
          term: promised.does === null ? '承诺答复' : '承诺',
          detail: limitInWords(promised, promised.does ?? '', null),
        },
      ]),
  ...(statutory === null ? [] : [{ term: '法定期限', detail: limitInWords(statutory, '', statutory.basis) }]),
];

/** The day, how many are left, how long the limit is; without a day, why there is none. */
const limitInWords = (limit: Limit, does: string, basis: string | null): string => {
  const { due, lasts } = limit;
  const head =
    due.is === 'day'
      ? `${dayInWords(due.on)}前${does}${leftInWords(due.left)}（共 ${durationInWords(lasts)}）`
      : `${durationInWords(lasts)}内${does}`;
  return [head, lasts.note, basis, whyNoDay(due)]
    .flatMap((text) => (text ? [text.endsWith('。') ? text : `${text}。`] : []))
    .join('');
};

const leftInWords = (left: number | null): string => {
  if (left === null) return '';
  if (left < 0) return '，已经超过';
  return left === 0 ? '，就是今天' : `，还有 ${left} 个工作日`;
};
