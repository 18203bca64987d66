import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { day } from '../../contract/day-schema.ts';
import type { MachinePrefix } from '../../contract/id.ts';
import type { Limits } from '../../contract/limit.ts';
import { receiptNo } from '../../contract/receipt-no.ts';
import type { Progress } from '../../contract/submission.ts';
import { ProgressView } from './progress-view.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const limits: Limits = {
  promised: {
    lasts: { n: 7, unit: 'workday', note: '本乡承诺' },
    due: { is: 'day', on: day('2026-12-15'), left: 7 },
    does: null,
  },
  statutory: {
    lasts: { n: 20, unit: 'workday' },
    due: { is: 'calendar-missing', year: 2027 },
    basis: '条例第三十三条',
  },
  supplement: null,
};
const progress: Progress = {
  receiptNo: receiptNo('A7' as MachinePrefix, 1),
  formTitle: '申请公开一份政府信息',
  purpose: 'disclosure-request',
  filedOn: day('2026-12-04'),
  state: 'inHand',
  limits,
  supplementBy: null,
  repliedOn: null,
  steps: [{ state: 'received', on: day('2026-12-04') }],
};
const show = (part: Partial<Progress>): string => {
  render(<ProgressView progress={{ ...progress, ...part }} />, root);
  return root.textContent ?? '';
};

it('names both limits, and why one has no day', () => {
  const text = show({});
  expect(text).toContain('2026年12月15日（周二）前，还有 7 个工作日（共 7 个工作日）。本乡承诺。');
  expect(text).toContain('20 个工作日内。条例第三十三条。2027 年的放假安排还没有录入');
});

it('says until when a supplement is awaited and what happens else, and that no clock runs', () => {
  const due = { is: 'paused' } as const;
  const paused: Limits = { ...limits, promised: limits.promised && { ...limits.promised, due } };
  const text = show({ state: 'supplementAsked', supplementBy: day('2026-12-20'), limits: paused });
  expect(text).toContain('2026年12月20日（周日）前。没有正当理由不补的，视为放弃申请');
  expect(text).toContain('暂停计时');
});

it('says until when a supplement may be asked for, as long as it may', () => {
  const supplement = (left: number): Limits => ({
    ...limits,
    supplement: { lasts: { n: 7, unit: 'workday' }, due: { is: 'day', on: day('2026-12-15'), left } },
  });
  expect(show({ limits: supplement(2) })).toContain('2026年12月15日（周二）前告诉您，还有 2 个工作日');
  expect(show({ limits: supplement(-1) })).not.toContain('告诉您');
});

it('shows the words of the reply once, above all', () => {
  const note = '窗口中午已安排轮班。';
  const text = show({
    state: 'replied',
    repliedOn: day('2026-12-09'),
    steps: [...progress.steps, { state: 'replied', on: day('2026-12-09'), note }],
  });
  expect(text.split(note)).toHaveLength(2);
  expect(text.indexOf(note)).toBeLessThan(text.indexOf('经过'));
  expect(text).not.toContain('承诺答复');
});
