import { useSignal } from '@preact/signals';
import type { Picture, PreparedAttachment } from '../../../contract/attachment.ts';
import type { EntryId } from '../../../contract/id.ts';
import { MOST_SHEETS, PageSheets, type SheetPage } from '../../../print/page-sheets.tsx';
import { type PrintOutcome, printOutcomeInWords } from '../../../print/port.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ports } from '../../session/port.ts';
import { type Sentence, t } from '../../t.ts';

export interface PrintPagesDialogProps {
  readonly entry: EntryId;
  readonly attachment: PreparedAttachment;
  /** The one that is open, from 0. */
  readonly page: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

type Step = 'choose' | 'printing' | 'not-here' | PrintOutcome;

const TITLES = {
  choose: '打印哪几页？',
  printing: '正在打印',
  'not-here': '有的页还没有取来',
  printed: '请取纸',
  'handed-over': '请取纸',
  'paper-out': '没有纸了',
  'no-printer': '没有打印机',
  failed: '没有打印出来',
} as const satisfies Record<Step, Sentence>;

/** This page, or all of them, on A4; of a long file as many as one goes takes, from this page on. */
export function PrintPagesDialog({ entry, attachment, page, isOpen, onClose }: PrintPagesDialogProps) {
  const step = useSignal<Step>('choose');
  const { pages, name } = attachment;
  const close = (): void => {
    onClose();
    step.value = 'choose';
  };
  const print = async (from: number, until: number): Promise<void> => {
    step.value = 'printing';
    const sheets = await sheetsOf(entry, pages.slice(from, until));
    step.value =
      sheets === null
        ? 'not-here'
        : await ports.print({ size: 'a4', title: name, content: <PageSheets pages={sheets} /> });
    for (const { url } of sheets ?? []) URL.revokeObjectURL(url);
  };
  return (
    <Dialog
      isOpen={isOpen}
      isLight={step.value !== 'printing'}
      title={t(TITLES[step.value])}
      onClose={close}
      actions={
        <Actions
          step={step.value}
          page={page}
          of={pages.length}
          onPrint={(from, until) => void print(from, until)}
          onClose={close}
        />
      }
    >
      <p role="status">{wordsOf(step.value, pages.length)}</p>
    </Dialog>
  );
}

/** Null: some are not here, and half a file on paper misleads. */
const sheetsOf = async (
  entry: EntryId,
  pictures: readonly Picture[],
): Promise<readonly SheetPage[] | null> => {
  const sheets: SheetPage[] = [];
  for (const [at, picture] of pictures.entries()) {
    const found = await ports.picture({ entry, picture });
    if (typeof found === 'string') {
      for (const { url } of sheets) URL.revokeObjectURL(url);
      return null;
    }
    const { width, height } = picture;
    sheets.push({ url: URL.createObjectURL(found), width, height, alt: t('第 {page} 页', { page: at + 1 }) });
  }
  return sheets;
};

const wordsOf = (step: Step, pages: number): string => {
  switch (step) {
    case 'choose':
      return pages > MOST_SHEETS
        ? t('用 A4 纸，一面一页。一次最多打 {most} 页；要全部 {pages} 页，请到窗口打印。', {
            most: MOST_SHEETS,
            pages,
          })
        : t('用 A4 纸，一面一页，从屏幕下方出来。');
    case 'printing':
      return t('纸从屏幕下方出来，一页大约 10 秒。');
    case 'not-here':
      return t(
        '要打印的页有的还没有存到这台机器上。可以先只打已经显示出来的那一页，或者联网以后再来，也可以到窗口打印。',
      );
    default:
      return t(printOutcomeInWords[step]);
  }
};

interface ActionsProps {
  readonly step: Step;
  readonly page: number;
  readonly of: number;
  readonly onPrint: (from: number, until: number) => void;
  readonly onClose: () => void;
}

function Actions({ step, page, of, onPrint, onClose }: ActionsProps) {
  if (step === 'printing')
    return (
      <Button busy={t('正在打印')} onPress={onClose}>
        {t('打印')}
      </Button>
    );
  if (step !== 'choose') return <Button onPress={onClose}>{t('知道了')}</Button>;
  const last = Math.min(of, page + MOST_SHEETS);
  return (
    <>
      <Button icon="printer" onPress={() => onPrint(page, page + 1)}>
        {t('只打第 {page} 页', { page: page + 1 })}
      </Button>
      {of > 1 && of <= MOST_SHEETS && (
        <Button kind="secondary" icon="printer" onPress={() => onPrint(0, of)}>
          {t('打印全部 {count} 页', { count: of })}
        </Button>
      )}
      {of > MOST_SHEETS && last > page + 1 && (
        <Button kind="secondary" icon="printer" onPress={() => onPrint(page, last)}>
          {t('打印第 {from} 到 {until} 页', { from: page + 1, until: last })}
        </Button>
      )}
    </>
  );
}
