import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageStarts } from './candidate-pages.ts';
import { fixtureEngine } from './fixture-engine.ts';
import {
  BUFFER_MAX,
  candidatesIn,
  type Effect,
  type Key,
  type KeyboardMode,
  type KeyboardState,
  openKeyboard,
  press,
} from './keyboard-state.ts';

const engine = fixtureEngine();

interface Desk {
  readonly state: KeyboardState;
  readonly text: string;
}

const apply = (text: string, effect: Effect): string =>
  'insert' in effect
    ? text + effect.insert
    : 'learn' in effect
      ? text
      : Array.from(text).slice(0, -1).join('');

function keyed(desk: Desk, ...keys: Key[]): Desk {
  return keys.reduce(({ state, text }, key) => {
    const pressed = press(state, key, engine);
    return { state: pressed.state, text: pressed.effects.reduce(apply, text) };
  }, desk);
}

const open = (mode: KeyboardMode = 'pinyin'): Desk => ({ state: openKeyboard(mode), text: '' });
const type = (letters: string): Key[] => Array.from(letters, (char) => ({ kind: 'char', char }));
const key = (kind: 'backspace' | 'space' | 'enter' | 'shift' | 'symbols' | 'more' | 'finish'): Key => ({
  kind,
});
const indexOf = (desk: Desk, text: string): number =>
  candidatesIn(desk.state, engine).findIndex((candidate) => candidate.text === text);

describe('pinyin', () => {
  it('writes nothing while letters are typed', () => {
    const desk = keyed(open(), ...type('nihao'));
    expect(desk.text).toBe('');
    expect(desk.state.buffer).toBe('nihao');
  });

  it('a picked character takes its letters, the rest waits', () => {
    const typed = keyed(open(), ...type('nihao'));
    const once = keyed(typed, { kind: 'pick', index: indexOf(typed, '你') });
    expect(once).toMatchObject({ text: '你', state: { buffer: 'hao' } });
    const twice = keyed(once, { kind: 'pick', index: indexOf(once, '好') });
    expect(twice).toMatchObject({ text: '你好', state: { buffer: '' } });
  });

  it('space picks the first, and is a space when nothing waits', () => {
    expect(keyed(open(), ...type('nihao'), key('space'), key('space')).text).toBe('你好 ');
  });

  it('punctuation and 完成 convert what waits', () => {
    expect(keyed(open(), ...type('nihao'), ...type('，')).text).toBe('你好，');
    expect(keyed(open(), ...type('nihao'), key('finish'))).toMatchObject({
      text: '你好',
      state: { buffer: '' },
    });
  });

  it('enter writes the letters as they are, and is a new line when nothing waits', () => {
    expect(keyed(open(), ...type("xi'an"), key('enter'), key('enter')).text).toBe('xian\n');
  });

  it('letters that spell nothing are written as they are', () => {
    expect(keyed(open(), ...type('vv'), key('space')).text).toBe('vv');
  });

  it('another mode does not lose what was typed', () => {
    const desk = keyed(open(), ...type('nian'), { kind: 'mode', mode: 'digits' }, ...type('2024'));
    expect(desk).toMatchObject({ text: '年2024', state: { mode: 'digits', buffer: '' } });
  });

  it('the buffer has an end, and no apostrophe begins it or doubles', () => {
    expect(keyed(open(), ...type("''ni''")).state.buffer).toBe("ni'");
    expect(keyed(open(), ...type('n'.repeat(99))).state.buffer).toHaveLength(BUFFER_MAX);
  });
});

describe('what was chosen', () => {
  const effectsOf = (keys: Key[]): Effect[] => {
    let state = openKeyboard('pinyin');
    return keys.flatMap((each) => {
      const pressed = press(state, each, engine);
      state = pressed.state;
      return [...pressed.effects];
    });
  };
  const learned = (keys: Key[]) => effectsOf(keys).flatMap((each) => ('learn' in each ? [each.learn] : []));
  const pickOf = (letters: string, text: string): Key => ({
    kind: 'pick',
    index: engine.candidates(letters).findIndex((each) => each.text === text),
  });

  it('is learned as one phrase when its last letter is used up', () => {
    const keys = [...type('nihao'), pickOf('nihao', '泥'), pickOf('hao', '号')];
    expect(learned(keys.slice(0, -1))).toEqual([]);
    expect(learned(keys)).toEqual([{ letters: 'nihao', text: '泥号' }]);
  });

  it('is forgotten when the letters are erased', () => {
    const begun = [...type('nihao'), pickOf('nihao', '泥')];
    const erased = [key('backspace'), key('backspace'), key('backspace')];
    expect(learned([...begun, ...erased, ...type('a'), key('space')])).toEqual([
      { letters: 'a', text: '啊' },
    ]);
  });
});

describe('the panel with all candidates', () => {
  it('opens on the first page, turns within its pages, closes with a pick', () => {
    const opened = keyed(open(), ...type('shi'), key('more'));
    expect(opened.state.page).toBe(0);
    expect(keyed(opened, { kind: 'page', by: -1 }).state.page).toBe(0);
    const pages = pageStarts(candidatesIn(opened.state, engine)).length;
    expect(pages).toBeGreaterThan(1);
    expect(keyed(opened, { kind: 'page', by: 1 }).state.page).toBe(1);
    expect(keyed(opened, { kind: 'page', by: 999 }).state.page).toBe(pages - 1);
    expect(keyed(opened, { kind: 'pick', index: 40 }).state.page).toBeNull();
    expect(keyed(opened, key('more')).state.page).toBeNull();
  });

  it('stays shut without letters and shuts when the last one goes', () => {
    expect(keyed(open(), key('more')).state.page).toBeNull();
    expect(keyed(open(), ...type('a'), key('more'), key('backspace')).state.page).toBeNull();
  });
});

describe('letters and digits', () => {
  it('go straight to the text', () => {
    expect(keyed(open('digits'), ...type('13X')).text).toBe('13X');
    expect(keyed(open('letters'), ...type('ab@qq.com')).text).toBe('ab@qq.com');
  });

  it('大写 holds for one letter', () => {
    expect(keyed(open('letters'), key('shift'), ...type('ab')).text).toBe('Ab');
  });
});

const anyKey: fc.Arbitrary<Key> = fc.oneof(
  fc.record({
    kind: fc.constant('char' as const),
    char: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz'，。0@X"),
  }),
  fc.record({ kind: fc.constant('pick' as const), index: fc.integer({ min: -2, max: 80 }) }),
  fc.record({ kind: fc.constant('page' as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({
    kind: fc.constant('mode' as const),
    mode: fc.constantFrom(
      'pinyin' as const,
      'digits' as const,
      'letters' as const,
      'phone' as const,
      'id' as const,
    ),
  }),
  fc.record({
    kind: fc.constantFrom(
      'backspace' as const,
      'space' as const,
      'enter' as const,
      'shift' as const,
      'symbols' as const,
      'more' as const,
      'finish' as const,
    ),
  }),
);

describe('any keys in any order', () => {
  it('never throw, and leave a state that makes sense', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 60 }), (keys) => {
        const { state } = keyed(open(), ...keys);
        expect(state.buffer.length).toBeLessThanOrEqual(BUFFER_MAX);
        if (state.mode !== 'pinyin') expect(state.buffer).toBe('');
        if (state.buffer === '') expect(state.page).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('backspace undoes the last letter typed or the last single character written', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 25 }), anyKey, (keys, last) => {
        const before = keyed(open(), ...keys);
        const now = keyed(before, last);
        const letters = now.state.buffer.length - before.state.buffer.length;
        const written = Array.from(now.text).length - Array.from(before.text).length;
        const undone = keyed(now, key('backspace'));
        if (letters === 1 && written === 0)
          expect(undone).toMatchObject({ text: before.text, state: { buffer: before.state.buffer } });
        if (written === 1 && now.state.buffer === '') expect(undone.text).toBe(before.text);
      }),
      { numRuns: 500 },
    );
  });

  it('as many backspaces as there are letters and characters leave nothing', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 40 }), (keys) => {
        const full = keyed(open(), ...keys);
        const presses = full.state.buffer.length + Array.from(full.text).length;
        const empty = keyed(full, ...Array.from({ length: presses }, () => key('backspace')));
        expect(empty).toMatchObject({ text: '', state: { buffer: '' } });
      }),
      { numRuns: 200 },
    );
  });
});
