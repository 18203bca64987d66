import { useEffect, useState } from 'preact/hooks';
import { dayInWords } from '../../contract/day.ts';
import type { Hall } from '../../contract/hall.ts';
import { phoneInGroups } from '../../contract/phone.ts';
import { codeInGroups } from '../../contract/receipt-no.ts';
import { type PrintOutcome, printOutcomeInWords } from '../../print/port.ts';
import { QrCode } from '../../print/qr.tsx';
import { SlipSheet } from '../../print/slip-sheet.tsx';
import { BigCode } from '../../ui/big-code.tsx';
import { Button } from '../../ui/button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { NumberedList } from '../../ui/numbered-list.tsx';
import { publicAddress } from '../public-address.ts';
import { helpAtInWords } from '../sample-mark.tsx';
import { type GivenReceipt, receipt } from '../session/memory.ts';
import { mode } from '../session/mode.ts';
import { ports } from '../session/port.ts';
import { goHome } from '../session/screen.ts';
import { wipe } from '../session/wipe.ts';
import { useActions } from '../slots.ts';
import { spoken } from '../store/content.ts';
import type { Delivery } from '../store/filed.ts';
import { t } from '../t.ts';
import css from './form-screen.module.css';
import { nextStepLines, nextSteps } from './next-steps.ts';
import { useDelivery } from './use-delivery.ts';

/** Where the slip's code leads: the number in the fragment, which reaches no server; never the query code. */
const slipUrl = (hall: Hall, given: GivenReceipt): string | null =>
  publicAddress(hall, `/progress#${given.receiptNo}`);

export const ReceiptScreen = () => {
  const given = receipt.value;
  const hall = spoken.value?.hall;
  useEffect(() => {
    if (given === null) goHome();
  }, [given]);
  return given === null || hall === undefined ? null : <Receipt given={given} hall={hall} />;
};

interface ReceiptProps {
  readonly given: GivenReceipt;
  readonly hall: Hall;
}

const toStaff = (hall: Hall): string =>
  t('请拿着这张回执到 {place}，工作人员帮您重新交。', { place: helpAtInWords(hall) });

const slipOf = ({ given, hall }: ReceiptProps, delivery: Delivery) => (
  <SlipSheet
    hallName={hall.hallName}
    formTitle={given.form.title}
    receiptNo={given.receiptNo}
    code={codeInGroups(given.code)}
    url={slipUrl(hall, given)}
    filedAt={given.filedOn && dayInWords(given.filedOn, t)}
    nextSteps={
      delivery === 'refused' ? [`${t('这一份没有交成。')}${toStaff(hall)}`] : nextStepLines(given, hall)
    }
    phone={phoneInGroups(hall.superviseLine)}
    isWaiting={delivery === 'waiting'}
  />
);

const Receipt = ({ given, hall }: ReceiptProps) => {
  const [printed, setPrinted] = useState<PrintOutcome | 'printing'>();
  const delivery = useDelivery(given.receiptNo);
  const print = async (): Promise<void> => {
    setPrinted('printing');
    setPrinted(
      await ports.print({ size: 'a6', title: t('回执'), content: slipOf({ given, hall }, delivery) }),
    );
  };
  const finish = (): void => (mode.value === 'screen' ? wipe() : goHome());
  useActions(
    <>
      <Button
        isWide
        icon="printer"
        busy={printed === 'printing' ? t('正在打印…') : undefined}
        onPress={() => void print()}
      >
        {t('打印回执')}
      </Button>
      <Button kind="secondary" icon="check" onPress={finish}>
        {t('完成并清除')}
      </Button>
    </>,
  );
  const isRefused = delivery === 'refused';
  const url = isRefused ? null : slipUrl(hall, given);
  return (
    <>
      <Heading
        title={isRefused ? t('没有交成。') : t('收到了。')}
        lead={t('请记下这两个号码，或者打印回执。离开后屏幕上就没有了。')}
      />
      {isRefused && (
        <Notice kind="danger" title={t('{hall}没有收下这一份。', { hall: hall.name })}>
          {t('内容还封存在这台屏幕里，没有丢。')}
          {toStaff(hall)}
        </Notice>
      )}
      <div class={css.numbers}>
        <div>
          <BigCode label={t('回执编号')} code={given.receiptNo} />
          <BigCode label={t('查询码（请收好，不要给别人看）')} code={codeInGroups(given.code)} />
        </div>
        {url !== null && (
          <div class={css.code}>
            <QrCode text={url} label={t('用手机扫码查进度')} />
          </div>
        )}
      </div>
      {printed !== undefined && printed !== 'printing' && (
        <Notice kind={printed === 'printed' || printed === 'handed-over' ? 'ok' : 'warn'}>
          {t(printOutcomeInWords[printed])}
        </Notice>
      )}
      {delivery === 'waiting' && (
        <Notice kind="info">
          {t(
            '您的申请已经加密存好，正等着交到{hall}。没有联网也不要紧：联网后自动交出，不用再来。期限从今天算起。',
            { hall: hall.name },
          )}
        </Notice>
      )}
      {delivery === 'confirmed' && (
        <Notice kind="ok">{t('已经交到{hall}，对方确认收到。', { hall: hall.name })}</Notice>
      )}
      {!isRefused && (
        <>
          <h2 class={css.notice}>{t('接下来')}</h2>
          <NumberedList items={nextSteps(given, hall)} />
        </>
      )}
    </>
  );
};
