import { describe, expect, it } from 'vitest';
import { day } from './day-schema.ts';
import { personalNumbersIn } from './personal-data.ts';

const today = day('2026-11-24');
const found = (text: string) => personalNumbersIn(text, today);

describe('personal numbers in a text', () => {
  it.each([
    ['请王某（身份证 220821199001010014）到窗口', 'id-number'],
    ['证号11010519491231002x。', 'id-number'],
    ['证号 ２２０８２１１９９００１０１００１４', 'id-number'],
    ['220821 19900101 0014', 'id-number'],
    ['220821-1990-0101-0014', 'id-number'],
    ['请打13800138000', 'mobile'],
    ['138 0013 8000', 'mobile'],
    ['138-0013-8000', 'mobile'],
    ['+86 138 0013 8000', 'mobile'],
    ['8613800138000', 'mobile'],
    ['1380\u200b0138000', 'mobile'],
    ['卡号 4111111111111111', 'bank-card'],
    ['卡号 4111 1111 1111 1111', 'bank-card'],
    ['2026-11-24 138 0013 8000', 'mobile'],
  ])('finds it in %s', (text, kind) => {
    expect(found(text)).toEqual([kind]);
  });

  it.each([
    '请于2026年11月24日前到1号窗口补充材料，电话 0436-7861003。',
    '镇政办发〔2014〕12号',
    '回执 A2-000128-6',
    '证号 220821199001010015 位数不对',
    '220821209901010018',
    '卡号 4111111111111112',
    '2026-11-24 2026-12-24 2027-01-24 2027-02-24',
    '12345 12333 0436 7861003',
    '',
  ])('passes %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('names each kind once', () => {
    expect(found('13800138000、13900139000，220821199001010014')).toEqual(['mobile', 'id-number']);
  });
});
