/*
 * The keyboard as a pure machine: a key press gives the next state and what happens to the text. No DOM, no clock.
 * Promises: never throws; a backspace undoes the last letter or the last single character written.
 */
import { type Candidate, candidatesFor, type PinyinTable } from './pinyin/pinyin.ts';

export type KeyboardMode = 'pinyin' | 'digits' | 'letters';

export type Key =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'pick'; readonly index: number }
  | { readonly kind: 'mode'; readonly mode: KeyboardMode }
  | { readonly kind: 'page'; readonly by: number }
  | { readonly kind: 'backspace' | 'space' | 'enter' | 'shift' | 'symbols' | 'more' | 'finish' };

export type Effect = { readonly insert: string } | { readonly backspace: true };

export interface KeyboardState {
  readonly mode: KeyboardMode;
  /** Pinyin typed and not yet turned into hanzi. */
  readonly buffer: string;
  readonly isShifted: boolean;
  readonly areSymbolsShown: boolean;
  /** Page of the open panel with all candidates; null while it is closed. */
  readonly page: number | null;
}

export interface Pressed {
  readonly state: KeyboardState;
  readonly effects: readonly Effect[];
}

export const PAGE_SIZE = 32;
export const BUFFER_MAX = 30;

export function openKeyboard(mode: KeyboardMode): KeyboardState {
  return { mode, buffer: '', isShifted: false, areSymbolsShown: false, page: null };
}

export function candidatesIn(state: KeyboardState, table: PinyinTable): readonly Candidate[] {
  return state.buffer === '' ? [] : candidatesFor(table, state.buffer);
}

export function press(state: KeyboardState, key: Key, table: PinyinTable): Pressed {
  switch (key.kind) {
    case 'char':
      return typeChar(state, key.char, table);
    case 'pick':
      return pick(state, key.index, table);
    case 'backspace':
      return erase(state);
    case 'space':
      return state.buffer === '' ? write(state, ' ') : pickFirst(state, table);
    case 'enter':
      return state.buffer === '' ? write(state, '\n') : writeLetters(state);
    case 'finish':
      return convertAll(state, table);
    case 'mode':
      return switchMode(state, key.mode, table);
    case 'shift':
      return quietly({ ...state, isShifted: !state.isShifted });
    case 'symbols':
      return quietly({ ...state, areSymbolsShown: !state.areSymbolsShown });
    case 'more':
      return quietly({ ...state, page: state.page === null && state.buffer !== '' ? 0 : null });
    case 'page':
      return turnPage(state, key.by, table);
  }
}

function typeChar(state: KeyboardState, char: string, table: PinyinTable): Pressed {
  if (state.mode !== 'pinyin') {
    return write({ ...state, isShifted: false }, state.isShifted ? char.toUpperCase() : char);
  }
  if (!/^[a-z']$/.test(char)) {
    const converted = convertAll(state, table);
    return { state: converted.state, effects: [...converted.effects, { insert: char }] };
  }
  if (state.buffer.length >= BUFFER_MAX || (char === "'" && /^$|'$/.test(state.buffer)))
    return quietly(state);
  return quietly({ ...state, buffer: state.buffer + char, page: state.page === null ? null : 0 });
}

function pick(state: KeyboardState, index: number, table: PinyinTable): Pressed {
  const candidate = candidatesIn(state, table)[index];
  if (candidate === undefined) return quietly(state);
  const buffer = state.buffer.slice(candidate.length).replace(/^'+/, '');
  return write({ ...state, buffer, page: null }, candidate.text);
}

/** Letters that spell nothing are written as they are. */
function pickFirst(state: KeyboardState, table: PinyinTable): Pressed {
  const picked = pick(state, 0, table);
  return picked.effects.length > 0 ? picked : writeLetters(state);
}

function convertAll(state: KeyboardState, table: PinyinTable): Pressed {
  const effects: Effect[] = [];
  let now = state;
  while (now.buffer !== '') {
    const picked = pickFirst(now, table);
    effects.push(...picked.effects);
    now = picked.state;
  }
  return { state: { ...now, page: null }, effects };
}

function erase(state: KeyboardState): Pressed {
  if (state.buffer === '') return { state, effects: [{ backspace: true }] };
  const buffer = state.buffer.slice(0, -1);
  return quietly({ ...state, buffer, page: state.page === null || buffer === '' ? null : 0 });
}

/** What was typed is not lost by looking for a digit. */
function switchMode(state: KeyboardState, mode: KeyboardMode, table: PinyinTable): Pressed {
  return { state: openKeyboard(mode), effects: convertAll(state, table).effects };
}

function turnPage(state: KeyboardState, by: number, table: PinyinTable): Pressed {
  if (state.page === null) return quietly(state);
  const last = Math.max(0, Math.ceil(candidatesIn(state, table).length / PAGE_SIZE) - 1);
  return quietly({ ...state, page: Math.min(Math.max(0, state.page + by), last) });
}

function writeLetters(state: KeyboardState): Pressed {
  return write({ ...state, buffer: '', page: null }, state.buffer.replaceAll("'", ''));
}

const quietly = (state: KeyboardState): Pressed => ({ state, effects: [] });
const write = (state: KeyboardState, insert: string): Pressed => ({ state, effects: [{ insert }] });
