import { FootBar, type FootCell } from '../../../ui/foot-bar.tsx';
import { comfort, makeComfortable } from '../../session/memory.ts';
import { back, canGoBack, goHome, screen } from '../../session/screen.ts';
import { backStep } from '../../slots.ts';
import { type Sentence, t } from '../../t.ts';
import { noteStepBack } from './places.ts';

export interface FootProps {
  readonly onHelp: () => void;
}

const SIZES = 3;
/** What the next press does, not what is: letters that are huge cannot grow. */
const NEXT_SIZE = ['大字', '更大字', '原字号'] as const satisfies readonly Sentence[];

const goBack = (): void => {
  noteStepBack();
  back();
};

/** The five things that are in the same place on every screen. */
export function Foot({ onHelp }: FootProps) {
  const { textSize, contrast } = comfort.value;
  const size = Math.min(textSize, SIZES - 1) as 0 | 1 | 2;
  const isHigh = contrast === 'high';
  const cells: readonly FootCell[] = [
    {
      icon: 'chevron-left',
      label: t('上一步'),
      onPress: backStep.value ?? goBack,
      disabled: !canGoBack.value && backStep.value === null,
    },
    { icon: 'house', label: t('首页'), onPress: goHome, disabled: screen.value.name === 'home' },
    {
      icon: 'type',
      label: t(NEXT_SIZE[size]),
      isPressed: size > 0,
      onPress: () => makeComfortable({ textSize: ((size + 1) % SIZES) as 0 | 1 | 2 }),
    },
    {
      icon: 'contrast',
      label: t('高对比'),
      isPressed: isHigh,
      onPress: () => makeComfortable({ contrast: isHigh ? 'plain' : 'high' }),
    },
    { icon: 'phone', label: t('帮助'), onPress: onHelp },
  ];
  return <FootBar label={t('常用')} cells={cells} />;
}
