import { dayInShort, dayInWords } from '../../contract/day.ts';
import { isOpenState, type Progress, submissionStateInWords } from '../../contract/submission.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Heading } from '../../ui/heading.tsx';
import { NumberedList } from '../../ui/numbered-list.tsx';
import css from './form-screen.module.css';

/** How far it has come: words and dates, nothing of the visitor. */
export const ProgressView = ({ progress }: { readonly progress: Progress }) => {
  const { receiptNo, formTitle, filedOn, state, promisedOn, statutoryOn, repliedOn, steps } = progress;
  const rows = [
    { term: '回执编号', detail: receiptNo },
    { term: '提交', detail: dayInWords(filedOn) },
    ...(repliedOn === null ? [] : [{ term: '答复', detail: dayInWords(repliedOn) }]),
    ...(isOpenState(state) && promisedOn !== null
      ? [{ term: '承诺答复', detail: `${dayInWords(promisedOn)}前` }]
      : []),
    ...(isOpenState(state) && statutoryOn !== null
      ? [{ term: '法定期限', detail: dayInWords(statutoryOn) }]
      : []),
  ];
  return (
    <>
      <Heading size="long" title={submissionStateInWords[state]} kicker={formTitle} />
      <DefinitionList isRuled rows={rows} />
      <h2 class={css.notice}>经过</h2>
      <NumberedList
        items={steps.map((step) => ({
          label: submissionStateInWords[step.state],
          note: [dayInShort(step.on), step.note].filter(Boolean).join('。'),
        }))}
      />
    </>
  );
};
