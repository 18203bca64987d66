import { expect, test } from 'vitest';
import type { MachineRow } from '../../contract/desk.ts';
import { allInWords, contactInWords, farInWords, howFar } from './how-far.ts';

const NOW = Date.parse('2026-11-24T02:00:00.000Z');
const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();
const screen = (shows: number | null, lastSeenAt: string | null) => ({ shows, lastSeenAt }) as MachineRow;

test.each([
  [null, '登记后还没有联系过'],
  [ago(0.2), '刚刚联系过'],
  [ago(5), '5 分钟前联系过'],
  [ago(6), '6 分钟没有联系'],
  [ago(190), '3 小时没有联系'],
  [ago(60 * 47.5), '47 小时没有联系'],
  [ago(60 * 50), '2 天没有联系'],
])('contact %s is %s', (at, words) => {
  expect(contactInWords(at, NOW)).toBe(words);
});

test.each([
  [58, ago(0), 'newest', '显示第 58 版，是最新的'],
  [58, ago(600), 'newest', '显示第 58 版，是最新的'],
  [57, ago(1), 'updating', '还是第 57 版，正在更新'],
  [57, ago(600), 'stuck', '还停在第 57 版'],
  [null, ago(1), 'unknown', '还没有显示内容'],
  [0, ago(1), 'unknown', '还没有显示内容'],
] as const)('%s seen %s is %s', (shows, seenAt, far, words) => {
  const its = screen(shows, seenAt);
  expect(howFar(its, 58, NOW)).toBe(far);
  expect(farInWords(far, its)).toBe(words);
});

test('all of them in one sentence', () => {
  expect(allInWords(['newest', 'newest'], 58)).toBe('2 块屏幕都显示第 58 版。');
  expect(allInWords(['newest', 'updating', 'stuck', 'unknown'], 58)).toBe(
    '第 58 版：4 块屏幕里 1 块已经显示，1 块正在更新，2 块没有联系，联网后自动更新。',
  );
});
