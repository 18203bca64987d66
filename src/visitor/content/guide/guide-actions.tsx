import { useSignal } from '@preact/signals';
import { cardOfGuide } from '../../../contract/card.ts';
import type { Guide } from '../../../contract/guide.ts';
import { Button } from '../../../ui/button.tsx';
import { screenOf } from '../../screen-of.ts';
import { mode } from '../../session/mode.ts';
import { go } from '../../session/screen.ts';
import { useActions } from '../../slots.ts';
import { t } from '../../t.ts';
import { TakeDialog } from '../take/take-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';

export interface GuideActionsProps {
  readonly guide: Guide;
  /** The guide as a card says it. */
  readonly onPaper: Guide;
}

/** What can be done with a guide: take it on paper, take it on the phone, see how it goes. */
export function GuideActions({ guide, onPaper }: GuideActionsProps) {
  const asked = useSignal<'print' | 'take' | null>(null);
  const close = (): void => {
    asked.value = null;
  };
  const isPhone = mode.value === 'phone';
  useActions(
    <>
      <Button
        icon="printer"
        kind={isPhone ? 'secondary' : 'primary'}
        onPress={() => {
          asked.value = 'print';
        }}
      >
        {t('打印便民卡片')}
      </Button>
      {!isPhone && (
        <Button
          kind="secondary"
          icon="smartphone"
          onPress={() => {
            asked.value = 'take';
          }}
        >
          {t('手机带走')}
        </Button>
      )}
      <Button kind="secondary" icon="workflow" onPress={() => go(screenOf(guide.chart))}>
        {t('看流程')}
      </Button>
    </>,
  );
  return (
    <>
      <PrintDialog card={cardOfGuide(onPaper, t)} isOpen={asked.value === 'print'} onClose={close} />
      <TakeDialog id={guide.id} title={guide.title} isOpen={asked.value === 'take'} onClose={close} />
    </>
  );
}
