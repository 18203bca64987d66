import { describe, expect, it } from 'vitest';
import type { HallId, MachinePrefix } from '../../contract/id.ts';
import { type CanaryPlace, isMarkedScreen, noteInCanary, readCanary } from './canary.ts';

const place = (text: string | null = null): CanaryPlace => {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_, value) => {
      held = value;
    },
  };
};
const shown = { hall: '220821203' as HallId, root: 'r', number: 3 };

describe('the canary', () => {
  it('remembers what was shown and the prefix, each without losing the other', () => {
    const kept = place();
    expect(readCanary(kept)).toEqual({ shown: null, prefix: null, isScreen: false, helpLine: null });
    noteInCanary({ shown }, kept);
    noteInCanary({ prefix: 'A7' as MachinePrefix }, kept);
    noteInCanary({ shown: { ...shown, number: 4 } }, kept);
    expect(readCanary(kept)).toEqual({
      shown: { ...shown, number: 4 },
      prefix: 'A7',
      isScreen: false,
      helpLine: null,
    });
  });

  it('that cannot be read says nothing, and is written anew', () => {
    for (const text of ['{', 'null', '7', '{"shown":{"number":"x"},"prefix":7}', '{"shown":{"root":"r"}}']) {
      const kept = place(text);
      expect(readCanary(kept)).toEqual({ shown: null, prefix: null, isScreen: false, helpLine: null });
      noteInCanary({ shown }, kept);
      expect(readCanary(kept).shown).toEqual(shown);
    }
  });

  it('keeps what the address said of the machine, until an address says otherwise', () => {
    const kept = place();
    expect(isMarkedScreen('', kept)).toBe(false);
    expect(isMarkedScreen('?screen=1', kept)).toBe(true);
    noteInCanary({ shown }, kept);
    expect(isMarkedScreen('', kept)).toBe(true);
    expect(isMarkedScreen('?screen=0&year=2026', kept)).toBe(false);
    expect(isMarkedScreen('', kept)).toBe(false);
  });

  it('does without a place that refuses', () => {
    const refusing: CanaryPlace = {
      getItem: () => {
        throw new DOMException('', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    };
    noteInCanary({ shown }, refusing);
    expect(readCanary(refusing).shown).toBeNull();
    expect(isMarkedScreen('?screen=1', refusing)).toBe(true);
  });
});
