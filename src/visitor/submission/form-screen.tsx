import { useState } from 'preact/hooks';
import type { EntryId } from '../../contract/id.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Heading } from '../../ui/heading.tsx';
import { type Filing, filing, leaveFiling, moveInFiling } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import { back, goHome } from '../session/screen.ts';
import { wipe } from '../session/wipe.ts';
import { useBackStep, useHead } from '../slots.ts';
import { t } from '../t.ts';
import { putKeyboardAway } from '../typing.ts';
import { CheckView } from './check-view.tsx';
import css from './form-screen.module.css';
import { IntroView } from './intro-view.tsx';
import { QuestionView } from './question-view.tsx';
import { stepBefore } from './step.ts';
import { useForm } from './use-form.ts';

/** Filling in a form: an introduction, one question a screen, a page to check everything. The answers are in memory only. */
export const FormScreen = ({ id }: { readonly id: EntryId }) => {
  const opened = useForm(id);
  const held = filing.value?.form.id === id ? filing.value : null;
  if (held !== null) return <Filling filing={held} />;
  if (opened === 'reading') return <p role="status">{t('正在打开表单…')}</p>;
  if (opened === 'missing') return <MissingForm />;
  return <IntroView form={opened.form} digest={opened.digest} />;
};

const MissingForm = () => (
  <>
    <Heading
      size="long"
      title={t('没有找到这张表单')}
      lead={t('可能已经撤下。请从首页重新选择，或到窗口办理。')}
    />
    <Button onPress={goHome}>{t('回首页')}</Button>
  </>
);

const Filling = ({ filing: held }: { readonly filing: Filing }) => {
  const { at, form } = held;
  const [isLeaving, setLeaving] = useState(false);
  useHead(form.title, t('填的内容只在这台机器里，交出前加密'));
  useBackStep(() => {
    putKeyboardAway();
    const before = stepBefore(held);
    if (before !== null && before !== 'intro') return moveInFiling(before);
    leaveFiling();
    back();
  });
  const leave = () => {
    if (mode.value === 'screen') return wipe();
    leaveFiling();
    goHome();
  };
  return (
    <>
      {at === 'check' ? (
        <CheckView filing={held} />
      ) : at === 'intro' ? (
        <IntroView form={form} digest={held.digest} />
      ) : (
        <QuestionView filing={held} id={at.question} key={at.question} />
      )}
      <p class={css.leave}>
        <Button kind="quiet" size="small" onPress={() => setLeaving(true)}>
          {t('不填了，清除并离开')}
        </Button>
      </p>
      <Dialog
        isOpen={isLeaving}
        title={t('不填了吗？')}
        onClose={() => setLeaving(false)}
        actions={
          <>
            <Button kind="secondary" onPress={() => setLeaving(false)}>
              {t('接着填')}
            </Button>
            <Button kind="danger" onPress={leave}>
              {t('清除并离开')}
            </Button>
          </>
        }
      >
        <p>{t('已经填的内容会全部清除，不会留在这台屏幕上。')}</p>
      </Dialog>
    </>
  );
};
