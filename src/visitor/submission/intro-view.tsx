import { useState } from 'preact/hooks';
import type { Form } from '../../contract/form.ts';
import type { Digest } from '../../contract/id.ts';
import { sayProblem } from '../../contract/problem.ts';
import { Button } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LanguageNotice } from '../language-notice.tsx';
import { Marked } from '../sample-mark.tsx';
import { beginFiling, moveInFiling } from '../session/memory.ts';
import { ports } from '../session/port.ts';
import { useActions } from '../slots.ts';
import { spokenEntry } from '../store/content.ts';
import { t } from '../t.ts';
import { TermScope } from '../term-scope.tsx';
import { TermText } from '../term-text.tsx';
import css from './form-screen.module.css';
import { firstStep } from './step.ts';

export interface IntroViewProps {
  readonly form: Form;
  readonly digest: Digest;
}

/** What the form is for, how long it takes, and what must be told before anything is asked (PIPL Art. 17). */
export const IntroView = ({ form: original, digest }: IntroViewProps) => {
  const form = spokenEntry<Form>(original);
  const [isOpening, setOpening] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const begin = async (): Promise<void> => {
    setOpening(true);
    const may = await ports.mayFile();
    setOpening(false);
    if (!may.ok) return setRefusal(sayProblem(may.problem, t));
    beginFiling(original, digest);
    moveInFiling(firstStep(original));
  };
  useActions(
    <Button
      isWide
      busy={isOpening ? t('正在打开…') : undefined}
      disabled={refusal !== undefined}
      onPress={() => void begin()}
    >
      {t('看过了，开始填')}
    </Button>,
  );
  const { notice } = form;
  return (
    <>
      <Heading
        size="long"
        title={form.title}
        kicker={<Marked isSample={form.sample}>{t('在这里填表')}</Marked>}
        lead={t('大约 {minutes} 分钟。', { minutes: form.minutes })}
      />
      <LanguageNotice entry={original} />
      <TermScope>
        <div class={css.lines}>
          {form.intro.map((line) => (
            <p key={line}>
              <TermText>{line}</TermText>
            </p>
          ))}
        </div>
      </TermScope>
      {refusal !== undefined && (
        <Notice kind="danger" title={t('现在不能在这里填')}>
          {t('{refusal}请到窗口领纸质表格，工作人员会帮您填。', { refusal })}
        </Notice>
      )}
      <section class={css.notice} aria-label={t('您填的内容怎样使用')}>
        <h2>{t('您填的内容怎样使用')}</h2>
        <DefinitionList
          isRuled
          rows={[
            { term: t('用来做什么'), detail: notice.purpose },
            { term: t('依据'), detail: notice.basis },
            { term: t('收哪些'), detail: notice.kinds },
            { term: t('存多久'), detail: notice.retention },
            { term: t('您的权利'), detail: notice.rights },
            { term: t('找谁'), detail: notice.contact },
          ]}
        />
      </section>
    </>
  );
};
