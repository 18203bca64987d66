import { expect, test } from 'vitest';
import { mayRoles, type Role } from '../../contract/account.ts';
import type { Today } from '../../contract/desk.ts';
import { hrefOf } from '../route/route.ts';
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
  machines: [screen('A2', '2026-11-20T00:00:00.000Z'), screen('B2', null)],
} as unknown as Today;

const waits = (...roles: readonly Role[]): readonly string[] =>
  waitingFor(today, (permission) => mayRoles(roles, permission), NOW).map(
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
  expect(waitingFor(today, (permission) => permission === 'content.review', NOW)[0]?.more).toBe(
    '待复审 · 公开信息 · 新内容 · 王晓梅 今天 09:12',
  );
});
