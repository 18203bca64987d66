import { describe, expect, test } from 'vitest';
import { mayRoles, type Role } from '../../contract/account.ts';
import type { Today } from '../../contract/desk.ts';
import { hrefOf } from '../route/route.ts';
import { proposedBy } from './proposed.ts';
import { waitingFor } from './waiting.ts';

const NOW = Date.parse('2026-11-24T02:00:00.000Z');
const entry = (id: string, state: string) => ({
  ...{ id, kind: 'item', title: `关于${id}`, revision: 2, state, author: { id: 's-a', name: '王晓梅' } },
  ...{ editedAt: '2026-11-24T01:12:00.000Z', publishedRevision: null },
});
const screen = (prefix: string, confirmedAt: string | null) => ({
  ...{ id: `m-${prefix}`, prefix, kind: 'screen', revocation: null, confirmedAt },
});
const today = {
  returned: [entry('item/back', 'returned')],
  toReview: [entry('item/new', 'submitted')],
  hallChanges: 1,
  toPublish: 2,
  open: [],
  machines: [screen('A2', '2026-11-20T00:00:00.000Z'), screen('B2', null)],
} as unknown as Today;

const waits = (...roles: readonly Role[]): readonly string[] =>
  waitingFor(today, { may: (permission) => mayRoles(roles, permission), me: undefined }, NOW).map(
    ({ title, to, act }) => `${title} → ${act} ${hrefOf(to)}`,
  );

const back = '关于item/back → 去修改 /staff/content/item/back';
const sheet = '关于item/new → 看差别 /staff/review/item/new';
const settings = '大厅设置有改动 → 去签发 /staff/hall';
const publish = '2 条审核通过、等待发布 → 去发布 /staff/publish';
const confirm = '屏幕 B2 还没有确认是大厅的 → 去确认 /staff/screens';

test.each<[Role, readonly string[]]>([
  ['editor', [back]],
  ['reviewer', [sheet]],
  ['secrecy', [sheet]],
  ['signer', [sheet, settings, publish]],
  ['officer', []],
  ['complaints', []],
  ['chief', []],
  ['hall', [confirm]],
  ['admin', [confirm]],
  ['auditor', []],
])('%s is told what waits for that role, and nothing else', (role, told) => {
  expect(waits(role)).toEqual(told);
});

test('who holds several roles is told each once', () => {
  expect(waits('editor', 'reviewer', 'signer', 'hall', 'admin')).toEqual([
    back,
    sheet,
    settings,
    publish,
    confirm,
  ]);
});

test('says where a text stands, of what kind, whose and since when', () => {
  expect(
    waitingFor(today, { may: (permission) => permission === 'content.review', me: undefined }, NOW)[0]?.more,
  ).toBe('待复审 · 公开信息 · 新内容 · 王晓梅 今天 09:12');
});

describe('what officers propose', () => {
  const limit = (on: string) => ({
    promised: null,
    statutory: { lasts: { n: 20, unit: 'workday' }, due: { is: 'day', on, left: null }, basis: '条例' },
    supplement: null,
  });
  const filed = (receiptNo: string, on: string, proposal: object) => ({
    ...{ id: `id-${receiptNo}`, receiptNo, state: 'inHand', receivedAt: '2026-11-01T01:00:00.000Z' },
    limits: limit(on),
    proposal: { n: 1, move: 'extend', outcome: null, at: '2026-11-24T01:12:00.000Z', ...proposal },
  });
  const [zhao, qian] = [
    { id: 's-zhao', name: '赵依' },
    { id: 's-qian', name: '钱经' },
  ];
  const reason = { by: qian, at: '2026-11-24T01:20:00.000Z', reason: '写明延到哪天' };
  const asked = {
    ...today,
    open: [
      filed('A2-2', '2026-12-08', { by: zhao, state: 'waiting' }),
      filed('A2-1', '2026-11-20', { by: zhao, state: 'waiting', move: 'reply', outcome: 'deny.internal' }),
      filed('A2-3', '2026-12-09', { by: zhao, state: 'returned', decided: reason }),
    ],
  } as unknown as Today;
  const lines = (role: Role, me: string) =>
    waitingFor(asked, { may: (it) => mayRoles([role], it), me: me as never }, NOW).map(
      ({ title, more, act }) => `${title} | ${more} | ${act}`,
    );

  test('the chief is told what runs out first, with its last day', () => {
    expect(lines('chief', qian.id)).toEqual([
      'A2-1 答复 · （三）不予公开 5.属于三类内部事务信息 | 最晚 11月20日（周五），已经过了。请现在就批准或者退回，不要再等：逾期没有答复，申请人可以申请行政复议。 · 赵依 今天 09:12报 | 去批',
      'A2-2 延期 | 最晚 12月8日（周二）批 · 赵依 今天 09:12报 | 去批',
    ]);
  });

  test('who proposed is not asked to decide it, and is told what came back and what waits', () => {
    expect(lines('chief', zhao.id)).toEqual([]);
    expect(lines('officer', zhao.id)).toEqual([
      'A2-3 延期，退回来了 | 写明延到哪天 · 最晚 12月9日（周三）批 | 去改',
    ]);
    expect(lines('officer', qian.id)).toEqual([]);
    expect(proposedBy(asked, zhao.id as never, NOW).map(({ more }) => more)).toEqual([
      '最晚 11月20日（周五），已经过了。请马上当面请负责人批；负责人不在，请系统管理员另定一位工作机构负责人。',
      '最晚 12月8日（周二）批',
    ]);
  });
});
