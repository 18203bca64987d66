import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { t } from '../t.ts';
import css from './form-screen.module.css';

const SHOWN_MS = 10_000;

interface MaskedNumberProps {
  /** What the number is: 证件号码. */
  readonly name: string;
  readonly masked: string;
  readonly whole: string;
}

/** A number that names a person: whole only on request, and then for ten seconds, since others stand behind. */
export const MaskedNumber = ({ name, masked, whole }: MaskedNumberProps) => {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isShown]);
  return (
    <span class={css.masked}>
      <span>{isShown ? whole : masked}</span>
      <Button kind="quiet" size="small" onPress={() => setShown(!isShown)}>
        {isShown ? t('遮住') : t('显示')}
        <span class={css.unseen}>{t('：{title}', { title: name })}</span>
      </Button>
    </span>
  );
};
