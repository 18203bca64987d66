import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { t } from '../t.ts';
import css from './form-screen.module.css';

const SHOWN_MS = 10_000;

/** A number that names a person: whole only on request, and then for ten seconds, since others stand behind. */
export const MaskedNumber = ({ masked, whole }: { readonly masked: string; readonly whole: string }) => {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isShown]);
  return (
    <span class={css.masked}>
      <span>{isShown ? whole : masked}</span>
      <Button kind="quiet" size="small" isPressed={isShown} onPress={() => setShown(!isShown)}>
        {isShown ? t('遮住') : t('显示')}
      </Button>
    </span>
  );
};
