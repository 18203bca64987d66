import { english } from '../../words/sentence.ts';

export const en = english({
  '打印好了，请在屏幕下方取纸。': 'Printed. Please take the paper below the screen.',
  '已送去打印，纸从屏幕下方出来，大约 10 秒。没有出来请告诉工作人员。':
    'Sent to the printer. The paper comes out below the screen in about 10 seconds. If it does not, please tell a member of staff.',
  '打印机没有纸了。请告诉工作人员，或用手机拍下屏幕。':
    'The printer has no paper left. Please tell a member of staff, or take a picture of the screen.',
  '这台屏幕没有连接打印机。请用手机拍下屏幕，或到窗口打印。':
    'No printer is connected to this screen. Please take a picture of the screen, or have it printed at the counter.',
  '没有打印成功。请再试一次，或用手机拍下屏幕。':
    'It did not print. Please try again, or take a picture of the screen.',
  示例: 'sample',
  扫码看全文: 'Scan for the full guide',
  '{day} 打印，以窗口为准': 'Printed {day}. What the counter says counts.',
  '{form} 回执': 'Receipt: {form}',
  回执编号: 'Receipt number',
  '查询码（请收好，不要给别人看）': 'Query code (keep it to yourself)',
  扫码查进度: 'Scan to see the progress',
  '提交时间 {day}。': 'Filed on {day}. ',
  '内容已加密存好，联网后自动提交，不用再来。':
    'It is saved encrypted and will be sent when the network is back. You need not come again.',
  咨询和监督电话: 'Questions and complaints:',
});
