import { expect, test } from 'vitest';
import type { Today } from '../contract/desk.ts';
import { navigation } from './navigation.ts';

const today = {
  snapshot: 48,
  toReview: [{}, {}, {}],
  toPublish: 0,
  open: [{}],
  late: 0,
  machines: [
    { kind: 'screen', revocation: null },
    { kind: 'phone', revocation: null },
  ],
  incidents: [],
  hallChanges: 1,
  published: { guide: 49, item: 14, chart: 50, card: 2, form: 3, page: 7 },
} as unknown as Today;

test('each sees what their roles may see', () => {
  const labels = (roles: Parameters<typeof navigation>[0]) =>
    navigation(roles, null, { page: 'today' }).map((group) => group.map((item) => item.label));
  expect(labels(['editor'])).toEqual([
    ['今天', '内容', '导入导出', '发布', '时限'],
    ['屏幕', '科室', '规定'],
  ]);
  expect(labels(['officer'])).toEqual([
    ['今天', '收件'],
    ['屏幕', '科室', '规定'],
  ]);
  expect(labels(['reviewer'])).toEqual([
    ['今天', '内容', '导入导出', '待我审核', '发布', '时限'],
    ['屏幕', '科室', '规定'],
  ]);
  expect(labels(['secrecy'])).toEqual(labels(['reviewer']));
  // Who signs a text signs the hall's settings too.
  expect(labels(['signer']).at(-1)).toEqual(['屏幕', '大厅设置', '科室', '规定']);
  expect(labels(['hall'])).toEqual([['今天'], ['屏幕', '大厅设置', '科室', '规定']]);
  expect(labels(['admin'])).toEqual([['今天'], ['屏幕', '账号', '审核方式', '科室', '规定']]);
  expect(labels([])).toEqual([]);
});

test('numbers stand beside what waits; a sheet belongs to the reviews', () => {
  const [items = [], machines = []] = navigation(['reviewer', 'officer'], today, {
    page: 'sheet',
    id: 'guide/a' as never,
  });
  expect(items.map(({ label, count, isHot, isHere }) => [label, count, isHot ?? false, isHere])).toEqual([
    ['今天', undefined, false, false],
    ['收件', '1', true, false],
    ['内容', '125', false, false],
    ['导入导出', undefined, false, false],
    ['待我审核', '3', true, true],
    ['发布', undefined, false, false],
    ['时限', undefined, false, false],
  ]);
  expect(machines[0]?.count).toBe('1');
  const [, settings = []] = navigation(['signer'], today, { page: 'today' });
  expect(settings[1]).toMatchObject({ label: '大厅设置', count: '1', isHot: true, says: '1 处改动等您签发' });
});

test('what screens told stands before how many there are, until it is seen or has mended itself', () => {
  const told = (kind: string, seen: object | null = null, machine = 'screen') => ({
    machine: { kind: machine, prefix: 'A2' },
    kind,
    detail: '',
    seen,
  });
  const incidents = [
    told('upload-bad-input'),
    told('upload-machine-revoked', null, 'phone'),
    told('outbox-lost', {}),
    told('outbox-healed'),
    told('pull-fault', null, 'phone'),
  ];
  const [, machines = []] = navigation(['officer'], { ...today, incidents } as unknown as Today, {
    page: 'today',
  });
  expect(machines[0]).toMatchObject({ count: '2', isHot: true, says: '2 件屏幕报告的事没看' });
});
