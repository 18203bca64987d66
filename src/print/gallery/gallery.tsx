import { render } from 'preact';
import type { Card } from '../../contract/card.ts';
import { CardSheet } from '../card-sheet.tsx';
import type { PaperSize } from '../port.ts';
import { SlipSheet } from '../slip-sheet.tsx';

/** Every sheet of paper, for looking at: `npx vite src/print/gallery`, then `?sheet=card`, `a6` or `slip`, and `&long=1`. */
const card = {
  kind: 'card',
  id: 'card/pension-claim',
  title: '领取城乡居民养老金',
  bring: ['身份证原件', '社会保障卡', '户口簿，首页和本人页复印 1 份', '申请表（窗口有）'],
  where: '便民服务大厅 3 号窗口',
  when: '周一至周五 8:30–11:30，13:30–17:00（冬季至 16:30）',
  howLong: '5 个工作日办好',
  cost: '不收费',
  phone: '0436-786 1003',
  sample: true,
  updatedOn: '2026-11-24',
} as unknown as Card;

const longCard: Card = {
  ...card,
  title: '最低生活保障边缘家庭认定和救助申请',
  bring: [
    '身份证原件，复印 1 份',
    '户口簿原件，复印 1 份',
    '银行卡或社会保障卡原件',
    '低收入家庭经济状况核对授权书，复印 2 份',
    '残疾证或诊断证明原件',
    '另有 3 样，扫码看全文',
  ],
  note: '行动不便可请村代办员上门',
};

const steps = [
  '工作人员登记，核对是不是您本人申请。来取结果时请带证件。',
  '12月3日（周四）前答复。7 个工作日，本乡承诺。',
  '凭两个号码，在任何一台屏幕或手机上看进度。',
];

const longSteps = [
  '工作人员登记，核对是不是您本人申请。来取结果时请带证件。',
  '7 个工作日内答复。本乡承诺；2027 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。',
  '法律规定最晚 20 个工作日内答复。经批准可以延长，最多再 20 个工作日，会告诉您；政府信息公开条例第三十三条。',
  '内容不清楚的，7 个工作日内一次告诉您补什么。补好以后，答复的日子重新算（条例第三十条）。',
  '要问别人或别的单位意见的，问的时间不算在内（条例第三十三条）。',
  '不满意：可以向镇赉县人民政府申请行政复议，60 天内提出。决定不公开、到期没答复的，要先复议，再打官司。',
  '凭两个号码，在任何一台屏幕或手机上看进度。',
];

const query = new URLSearchParams(location.search);
const sheet = query.get('sheet') ?? 'card';
const root = document.getElementById('app');
if (root) {
  document.body.style.margin = '0';
  render(
    sheet === 'slip' ? (
      <SlipSheet
        hallName="嘎什根乡便民服务大厅"
        formTitle="政府信息公开申请"
        receiptNo="A7-000128-9"
        code="K4TM 9R2X"
        url="https://bm.example.gov.cn/progress/A7-000128-9"
        filedAt="2026年11月24日 09:17"
        nextSteps={query.has('long') ? longSteps : steps}
        phone="0436-786 1003"
        isWaiting={true}
      />
    ) : (
      <CardSheet
        card={query.has('long') ? longCard : card}
        size={sheet as PaperSize}
        hallName="嘎什根乡便民服务大厅"
        url="https://bm.example.gov.cn/guide/pension-claim"
        printedOn="2026-11-24"
      />
    ),
    root,
  );
}
