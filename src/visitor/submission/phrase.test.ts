import { expect, it } from 'vitest';
import { withSaid } from './phrase.ts';

const of = ['路灯不亮。', '村里的路坏了。'];
const say = (text: string, chosen: readonly string[], max = 100): string =>
  withSaid({ text, chosen, of, max });

it('writes a sentence behind what stands there, and takes it out again without touching the rest', () => {
  expect(say('', ['路灯不亮。'])).toBe('路灯不亮。');
  expect(say('十二月三号晚上', ['路灯不亮。'])).toBe('十二月三号晚上。路灯不亮。');
  expect(say('十二月三号。路灯不亮。很黑。', ['路灯不亮。', '村里的路坏了。'])).toBe(
    '十二月三号。路灯不亮。很黑。村里的路坏了。',
  );
  expect(say('十二月三号。路灯不亮。很黑。', [])).toBe('十二月三号。很黑。');
});

it('leaves alone what the visitor changed, and is never longer than there is room', () => {
  expect(say('路灯全不亮。', [])).toBe('路灯全不亮。');
  expect(say('一二三四五六七', ['路灯不亮。'], 10)).toBe('一二三四五六七');
});

it('puts a space between English sentences', () => {
  expect(withSaid({ text: 'At night.', chosen: ['No light.'], of: ['No light.'], max: 100 })).toBe(
    'At night. No light.',
  );
});
