import { describe, expect, it } from 'vitest';
import { layoutOf, quickRowOf } from './keyboard-layout.ts';
import { type KeyboardState, openKeyboard } from './keyboard-state.ts';

const STATES: KeyboardState[] = [
  openKeyboard('pinyin'),
  openKeyboard('digits'),
  openKeyboard('letters'),
  openKeyboard('phone'),
  openKeyboard('id'),
  { ...openKeyboard('letters'), isShifted: true },
  { ...openKeyboard('letters'), areSymbolsShown: true },
];

const OPTIONS = [true, false].flatMap((isMultiline) =>
  [true, false].map((hasAction) => ({ isMultiline, hasAction })),
);

describe('layouts', () => {
  it('rows are never wider than 20 half keys, and the last one is full', () => {
    for (const state of STATES) {
      for (const options of OPTIONS) {
        const widths = layoutOf(state, options).map((row) =>
          row.reduce((sum, cap) => sum + (cap.span ?? 2), 0),
        );
        expect(Math.max(...widths)).toBeLessThanOrEqual(20);
        expect(widths.at(-1)).toBe(options.hasAction ? 16 : 20);
      }
    }
  });

  it('no two caps of a keyboard say the same, and each has a backspace', () => {
    for (const state of STATES) {
      const caps = [
        ...layoutOf(state, { isMultiline: true, hasAction: true }).flat(),
        ...quickRowOf(state.mode),
      ];
      expect(new Set(caps.map((cap) => cap.label)).size).toBe(caps.length);
      expect(caps.filter((cap) => cap.key.kind === 'backspace')).toHaveLength(1);
    }
  });

  it('what stands beside the ink fits in two columns, and has the marks of a sentence', () => {
    for (const options of OPTIONS) {
      const rows = layoutOf(openKeyboard('ink'), options);
      expect(rows.map((row) => row.reduce((sum, cap) => sum + (cap.span ?? 2), 0))).toEqual([2, 2, 2]);
      expect(rows.flat().map(({ label }) => label)).toEqual(expect.arrayContaining([...'，。？、', '退格']));
      expect(rows.flat().some((cap) => cap.key.kind === 'enter')).toBe(options.isMultiline);
    }
  });

  it('a field of one line offers no new line', () => {
    for (const state of STATES) {
      const caps = layoutOf(state, { isMultiline: false, hasAction: true }).flat();
      expect(caps.some((cap) => cap.key.kind === 'enter')).toBe(false);
    }
  });
});
