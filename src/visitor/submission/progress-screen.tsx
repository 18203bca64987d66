import { useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import { type Problem, sayProblem } from '../../contract/problem.ts';
import { normalizeQueryCode, normalizeReceiptNo, QueryCode, ReceiptNo } from '../../contract/receipt-no.ts';
import type { Progress } from '../../contract/submission.ts';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ports } from '../session/port.ts';
import { useActions } from '../slots.ts';
import { t } from '../t.ts';
import { putKeyboardAway, useTyping } from '../typing.ts';
import css from './form-screen.module.css';
import { ProgressView } from './progress-view.tsx';

interface Typed {
  readonly number: string;
  readonly code: string;
}

/** Progress by receipt number and query code. A wrong number and a wrong code look the same. */
export const ProgressScreen = ({ receiptNo = '' }: { readonly receiptNo?: string }) => {
  const [typed, setTyped] = useState<Typed>({ number: receiptNo, code: '' });
  const [faults, setFaults] = useState<Partial<Typed>>({});
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<Progress>();
  const [problem, setProblem] = useState<Problem>();
  const fields = useRef<HTMLDivElement>(null);
  const ask = async (): Promise<void> => {
    const number = normalizeReceiptNo(typed.number);
    const code = normalizeQueryCode(typed.code);
    const wrong = {
      number: v.is(ReceiptNo, number) ? undefined : t('回执编号不对，请照着回执再输一次。'),
      code: v.is(QueryCode, code) ? undefined : t('查询码是 8 个字符，请照着回执再输一次。'),
    };
    setFaults({ ...(wrong.number && { number: wrong.number }), ...(wrong.code && { code: wrong.code }) });
    if (wrong.number || wrong.code) return;
    putKeyboardAway();
    setAsking(true);
    setProblem(undefined);
    const found = await ports.lookUpProgress(number, code);
    setAsking(false);
    if (found.ok) setAnswer(found.value);
    else setProblem(found.problem);
  };
  const again = (): void => {
    setAnswer(undefined);
    setTyped({ number: '', code: '' });
  };
  useActions(
    answer === undefined ? (
      <Button isWide icon="search" busy={isAsking ? t('正在查…') : undefined} onPress={() => void ask()}>
        {t('查进度')}
      </Button>
    ) : (
      <Button isWide kind="secondary" onPress={again}>
        {t('查另一份')}
      </Button>
    ),
  );
  const typing = useTyping({
    modes: ['letters', 'digits'],
    action: { label: t('查进度'), onPress: () => void ask() },
  });
  if (answer !== undefined) return <ProgressView progress={answer} />;
  return (
    <>
      <Heading size="long" title={t('查我交的申请办到哪了')} lead={t('照着回执上的两个号码输入。')} />
      <div ref={fields} class={css.fields}>
        <TextField
          {...typing}
          label={t('回执编号')}
          hint={t('像 A7-000128-9，横线可不输')}
          value={typed.number}
          onInput={(number) => setTyped({ ...typed, number })}
          error={faults.number}
          maxLength={20}
          onEnter={() => fields.current?.querySelectorAll('input')[1]?.focus()}
          isFocusedFirst={receiptNo === ''}
        />
        <CodeField
          value={typed.code}
          error={faults.code}
          isFirst={receiptNo !== ''}
          onInput={(code) => setTyped({ ...typed, code })}
          onEnter={() => void ask()}
        />
      </div>
      {problem !== undefined && (
        <Notice
          kind={problem.code === 'offline' || problem.code === 'not-our-server' ? 'info' : 'warn'}
          title={t('没有查到')}
        >
          {sayProblem(problem, t)}
          {problem.code === 'offline' && t('要联网才能查最新进度；也可以打回执上的电话问。')}
        </Notice>
      )}
    </>
  );
};

interface CodeFieldProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly isFirst: boolean;
  readonly onInput: (code: string) => void;
  readonly onEnter: () => void;
}

const CodeField = ({ value, error, isFirst, onInput, onEnter }: CodeFieldProps) => {
  const typing = useTyping({
    modes: ['letters', 'digits'],
    action: { label: t('查进度'), onPress: onEnter },
  });
  return (
    <TextField
      {...typing}
      label={t('查询码')}
      hint={t('8 个字符，没有 0、1、O、I')}
      value={value}
      onInput={onInput}
      error={error}
      maxLength={12}
      isFocusedFirst={isFirst}
      onEnter={onEnter}
    />
  );
};
