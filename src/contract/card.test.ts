import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Card, cardOfGuide } from './card.ts';
import type { Guide, Material } from './guide.ts';

const material = (part: Partial<Material>): Material => ({
  name: '居民身份证',
  kind: '证照',
  type: '原件',
  source: '申请人自备',
  necessity: '必要',
  ...part,
});
const guide = (materials: Material[]): Guide =>
  ({
    kind: 'guide',
    id: 'guide/pension-claim',
    title: '领取城乡居民养老金',
    materials,
    places: [
      {
        name: '便民服务大厅',
        window: '3 号窗口',
        hours: '周一至周五 8:30–11:30',
        kind: '便民服务中心',
        address: '乡政府一楼',
      },
    ],
    time: { promised: { n: 5, unit: 'workday' } },
    fee: { charged: false },
    consult: { phone: '0436-7861003' },
    sample: ['places'],
    updatedOn: '2026-11-24',
  }) as unknown as Guide;

test('a card says what to bring, with the case in which it is needed', () => {
  const card = cardOfGuide(
    guide([
      material({ name: '代办人居民身份证', condition: '由他人代办时' }),
      material({ copies: 1 }),
      material({ name: '待遇领取申请表', kind: '申请表' }),
      material({ name: '户口簿', necessity: '免提交' }),
    ]),
  );
  expect(card.bring).toEqual([
    '居民身份证原件，复印 1 份',
    '待遇领取申请表',
    '代办人居民身份证原件（由他人代办时）',
  ]);
  expect(card).toMatchObject({
    where: '便民服务大厅 3 号窗口',
    howLong: '5 个工作日办好',
    cost: '不收费',
    phone: '0436-786 1003',
    sample: true,
  });
  expect(v.is(Card, card)).toBe(true);
});

test('more than six things end in the count of the rest', () => {
  const card = cardOfGuide(guide(Array.from({ length: 9 }, (_, at) => material({ name: `材料${at}` }))));
  expect(card.bring).toHaveLength(6);
  expect(card.bring.at(-1)).toBe('另有 4 样，见办事指南');
});
