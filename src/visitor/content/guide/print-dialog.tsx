import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Card } from '../../../contract/card.ts';
import { type PaperSize, type PrintOutcome, printOutcomeInWords } from '../../../print/port.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { today } from '../../clock.ts';
import { publicAddress } from '../../public-address.ts';
import { screenOf } from '../../screen-of.ts';
import { pathOf } from '../../session/path.ts';
import { ports } from '../../session/port.ts';
import { spoken } from '../../store/content.ts';
import { type Sentence, t } from '../../t.ts';

export interface PrintDialogProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Step = 'choose' | 'printing' | PrintOutcome;

const TITLES = {
  choose: '要多大的卡片？',
  printing: '正在打印',
  printed: '请取卡片',
  'handed-over': '请取卡片',
  'paper-out': '没有纸了',
  'no-printer': '没有打印机',
  failed: '没有打印出来',
} as const satisfies Record<Step, Sentence>;

const sheetOf = async (card: Card, size: PaperSize): Promise<ComponentChildren> => {
  const { CardSheet } = await import('../../../print/card-sheet.tsx');
  const hall = spoken.peek()?.hall;
  const url = publicAddress(hall, pathOf(screenOf(card.guide ?? card.id)));
  return (
    <CardSheet card={card} size={size} hallName={hall?.hallName ?? ''} url={url} printedOn={today.peek()} />
  );
};

/** Which size; then where it comes out, how long it takes, and what to do when it does not. */
export function PrintDialog({ card, isOpen, onClose }: PrintDialogProps) {
  const step = useSignal<Step>('choose');
  const close = (): void => {
    onClose();
    step.value = 'choose';
  };
  const print = async (size: PaperSize): Promise<void> => {
    step.value = 'printing';
    step.value = await ports.print({ size, title: card.title, content: await sheetOf(card, size) });
  };
  return (
    <Dialog
      isOpen={isOpen}
      isLight={step.value !== 'printing'}
      title={t(TITLES[step.value])}
      onClose={close}
      actions={<Actions step={step.value} onPrint={(size) => void print(size)} onClose={close} />}
    >
      <p role="status">{wordsOf(step.value)}</p>
    </Dialog>
  );
}

const wordsOf = (step: Step): string => {
  if (step === 'choose') return t('卡片上有要带的东西、去哪里办、什么时间和电话。');
  return step === 'printing' ? t('大约 10 秒，纸从屏幕下方出来。') : t(printOutcomeInWords[step]);
};

interface ActionsProps {
  readonly step: Step;
  readonly onPrint: (size: PaperSize) => void;
  readonly onClose: () => void;
}

function Actions({ step, onPrint, onClose }: ActionsProps) {
  if (step === 'printing')
    return (
      <Button busy={t('正在打印')} onPress={onClose}>
        {t('打印')}
      </Button>
    );
  if (step !== 'choose') return <Button onPress={onClose}>{t('知道了')}</Button>;
  return (
    <>
      <Button icon="printer" onPress={() => onPrint('a6')}>
        {t('大卡，字大')}
      </Button>
      <Button kind="secondary" icon="printer" onPress={() => onPrint('card')}>
        {t('小卡，放钱包')}
      </Button>
    </>
  );
}
