import { type Sentence, t } from '../words/t.ts';
import type { Key, KeyboardMode, KeyboardState } from './keyboard-state.ts';

/** One key cap. `span` counts in half keys of a row of ten (or of five, for digits). */
export interface Cap {
  readonly label: string;
  readonly key: Key;
  readonly span?: number;
  readonly look?: 'plain' | 'word' | 'pair' | 'on';
  readonly says?: string;
}

export interface LayoutOptions {
  readonly isMultiline: boolean;
  readonly hasAction: boolean;
}

export const MODE_LABELS = {
  pinyin: '拼音',
  ink: '手写',
  digits: '数字',
  letters: '字母符号',
  phone: '电话',
  id: '证件号',
} as const satisfies Record<KeyboardMode, Sentence>;

const SYMBOLS = ['@.-_/:+=*#', '！？、；：（）《》%', '“”‘’…—～·', '，。'] as const;
const QUICK = {
  pinyin: '',
  ink: '',
  letters: '1234567890',
  digits: '元亩号组人次时分米：',
  phone: '',
  id: '',
} as const;

const chars = (text: string, span = 2): Cap[] =>
  Array.from(text, (char) => ({ label: char, key: { kind: 'char', char }, span }));

const word = (label: string, kind: 'space' | 'enter' | 'shift' | 'symbols', span: number): Cap => ({
  label,
  key: { kind },
  span,
  look: 'word',
});

const erase = (span: number): Cap => ({ label: t('退格'), key: { kind: 'backspace' }, span, look: 'word' });
const mark = (char: string, says: string, span = 2): Cap => ({
  label: char,
  key: { kind: 'char', char },
  span,
  look: 'word',
  says,
});

/** What stands in the place of the candidates while there are none: digits over letters, counting words over digits. */
export function quickRowOf(mode: KeyboardMode): readonly Cap[] {
  return chars(QUICK[mode]);
}

/** Rows of caps; each row's spans add up to 20 (the last row leaves 4 for the action key when there is one), beside the ink to 2. */
export function layoutOf(state: KeyboardState, options: LayoutOptions): readonly (readonly Cap[])[] {
  if (state.mode === 'ink') return besideInk(options);
  if (state.mode === 'digits') return digits(options);
  if (state.mode === 'phone') return numbers({ ...mark('-', t('短横')), look: 'plain' }, options);
  if (state.mode === 'id') return numbers({ ...mark('X', t('身份证末位 X')), look: 'plain' }, options);
  if (state.mode === 'letters')
    return state.areSymbolsShown ? symbols(options) : letters(state.isShifted, options);
  return pinyin(options);
}

function pinyin(options: LayoutOptions): Cap[][] {
  const third = chars('zxcvbnm').map(
    (cap): Cap => (cap.label === 'v' ? { ...cap, label: 'v ü', look: 'pair', says: t('v ü，也当 ü') } : cap),
  );
  return [
    chars('qwertyuiop'),
    chars('asdfghjkl'),
    [{ label: t('分词'), key: { kind: 'char', char: "'" }, span: 3, look: 'word' }, ...third, erase(3)],
    bottom([mark('，', t('逗号')), mark('。', t('句号'))], t('空格选第一个'), options),
  ];
}

/** The marks that a sentence by hand needs. */
function besideInk({ isMultiline }: LayoutOptions): Cap[][] {
  const besides = (cap: Cap): Cap => ({ ...cap, span: 1, look: 'plain' });
  const last = isMultiline ? word(t('换行'), 'enter', 1) : word(t('空格'), 'space', 1);
  return [
    [besides(mark('，', t('逗号'))), besides(mark('。', t('句号')))],
    [besides(mark('？', t('问号'))), besides(mark('、', t('顿号')))],
    [erase(1), last],
  ];
}

function letters(isShifted: boolean, options: LayoutOptions): Cap[][] {
  const row = (text: string) =>
    chars(text).map((cap): Cap => ({ ...cap, label: isShifted ? cap.label.toUpperCase() : cap.label }));
  const shift: Cap = { ...word(t('大写'), 'shift', 3), look: isShifted ? 'on' : 'word' };
  return [
    row('qwertyuiop'),
    row('asdfghjkl'),
    [shift, ...row('zxcvbnm'), erase(3)],
    bottom([word(t('符号'), 'symbols', 3), mark('@', t('邮箱符号')), mark('.', t('点'))], t('空格'), options),
  ];
}

function symbols(options: LayoutOptions): Cap[][] {
  return [
    chars(SYMBOLS[0]),
    chars(SYMBOLS[1]),
    [...chars(SYMBOLS[2]), erase(4)],
    bottom([word(t('字母'), 'symbols', 3), ...chars(SYMBOLS[3])], t('空格'), options),
  ];
}

function digits({ isMultiline, hasAction }: LayoutOptions): Cap[][] {
  const last = isMultiline ? word(t('换行'), 'enter', 4) : word(t('空格'), 'space', 4);
  return [
    [...chars('123', 4), mark('年', t('年'), 4), erase(4)],
    [...chars('456', 4), mark('月', t('月'), 4), mark('X', t('身份证末位 X'), 4)],
    [...chars('789', 4), mark('日', t('日'), 4), mark('-', t('短横'), 4)],
    [...chars('.0、', 4), hasAction ? last : { ...last, span: 8 }],
  ];
}

/** Large digits in the order of a telephone, and the one thing that a telephone or an identity number needs besides. */
function numbers(besides: Cap, { hasAction }: LayoutOptions): Cap[][] {
  return [
    [...chars('123', 4), erase(8)],
    [...chars('456', 4), { ...besides, span: 8 }],
    [...chars('789', 4), ...chars('0', hasAction ? 4 : 8)],
  ];
}

function bottom(first: Cap[], space: string, { isMultiline, hasAction }: LayoutOptions): Cap[] {
  const taken =
    first.reduce((sum, cap) => sum + (cap.span ?? 2), 0) + (hasAction ? 4 : 0) + (isMultiline ? 3 : 0);
  const tail = isMultiline ? [word(t('换行'), 'enter', 3)] : [];
  return [...first, word(space, 'space', 20 - taken), ...tail];
}
