import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { MAX_SLIP_CHARS } from '../contract/form.ts';
import { SlipSheet } from './slip-sheet.tsx';

const ordinary = [
  '工作人员登记，核对是不是您本人申请。来取结果时请带证件。',
  '12月3日（周四）前答复。7 个工作日，本乡承诺。',
  '凭两个号码，在任何一台屏幕或手机上看进度。',
];
/** As much as a form may say, on days that cannot be told. */
const longest = (notes: number): readonly string[] => [
  ...Array.from(
    { length: 6 },
    (_, at) => `${at}${'步'.repeat(Math.floor((MAX_SLIP_CHARS - notes) / 6) - 1)}`,
  ),
  `7 个工作日内答复。${'注'.repeat(notes / 2)}；2027 年的放假安排还没有录入，算不出准确日期。国务院办公厅公布并录入以后，就有准确日期。`,
  `法律规定最晚 20 个工作日内答复。${'注'.repeat(notes / 2)}。`,
  '凭两个号码，在任何一台屏幕或手机上看进度。',
];

const show = (nextSteps: readonly string[]): HTMLElement => {
  render(
    <SlipSheet
      hallName="嘎什根乡便民服务大厅"
      formTitle={'题'.repeat(30)}
      receiptNo="A7-000128-9"
      code="K4TM 9R2X"
      url="https://bm.example.gov.cn/progress#A7-000128-9"
      filedAt="2026年11月24日（周二）"
      nextSteps={nextSteps}
      phone="0436-786 1003"
      isWaiting
    />,
    document.body,
  );
  return document.querySelector('article') as HTMLElement;
};
afterEach(() => render(null, document.body));

const PX_PER_MM = 96 / 25.4;
const SMALLEST_MM = 2.7;

test.each([
  ['an ordinary slip', ordinary],
  ['the longest slip, its steps long', longest(0)],
  ['the longest slip, its notes long', longest(120)],
])('%s holds every word on its one page, above the foot, in letters to be read', (_, steps) => {
  const sheet = show(steps);
  const paper = sheet.getBoundingClientRect();
  const next = sheet.querySelector('ol') as HTMLElement;
  const foot = (sheet.querySelector('footer') as HTMLElement).getBoundingClientRect();
  const last = (next.lastElementChild as HTMLElement).getBoundingClientRect();
  expect(last.bottom).toBeLessThanOrEqual(foot.top);
  expect(foot.bottom).toBeLessThanOrEqual(paper.bottom);
  expect(Number.parseFloat(getComputedStyle(next).fontSize) / PX_PER_MM).toBeGreaterThanOrEqual(SMALLEST_MM);
});

test('an ordinary slip is not made smaller', () => {
  expect((show(ordinary).querySelector('ol') as HTMLElement).style.getPropertyValue('--k')).toBe('1.00');
});
