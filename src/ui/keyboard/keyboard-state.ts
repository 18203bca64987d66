/*
 * The keyboard as a pure machine: a key press gives the next state and what happens to the text. No DOM, no clock.
 * Promises: never throws; a backspace undoes the last letter or the last single character written.
 */
import { pageStarts } from './candidate-pages.ts';
import type { Candidate, Engine } from './engine.ts';

/** A further way to write is one more word here, its label and its caps in keyboard-layout, or a pad of its own in keyboard.tsx. */
export type KeyboardMode = 'pinyin' | 'ink' | 'digits' | 'letters' | 'phone' | 'id';

export type Key =
  | { readonly kind: 'char'; readonly char: string }
  | { readonly kind: 'pick'; readonly index: number }
  | { readonly kind: 'mode'; readonly mode: KeyboardMode }
  | { readonly kind: 'page'; readonly by: number }
  | { readonly kind: 'backspace' | 'space' | 'enter' | 'shift' | 'symbols' | 'more' | 'finish' };

export type Effect = { readonly insert: string } | { readonly backspace: true } | { readonly learn: Chosen };

/** Letters, and what was chosen for them piece by piece. */
export interface Chosen {
  readonly letters: string;
  readonly text: string;
}

export interface KeyboardState {
  readonly mode: KeyboardMode;
  /** Pinyin typed and not yet turned into hanzi. */
  readonly buffer: string;
  /** What was already chosen of the letters that stood there with these. */
  readonly chosen: Chosen;
  readonly isShifted: boolean;
  readonly areSymbolsShown: boolean;
  /** Page of the open panel with all candidates; null while it is closed. */
  readonly page: number | null;
}

export interface Pressed {
  readonly state: KeyboardState;
  readonly effects: readonly Effect[];
}

export const BUFFER_MAX = 48;
const NOTHING: Chosen = { letters: '', text: '' };

export function openKeyboard(mode: KeyboardMode): KeyboardState {
  return { mode, buffer: '', chosen: NOTHING, isShifted: false, areSymbolsShown: false, page: null };
}

export function candidatesIn(state: KeyboardState, engine: Engine): readonly Candidate[] {
  return state.buffer === '' ? [] : engine.candidates(state.buffer);
}

export function press(state: KeyboardState, key: Key, engine: Engine): Pressed {
  switch (key.kind) {
    case 'char':
      return typeChar(state, key.char, engine);
    case 'pick':
      return pick(state, key.index, engine);
    case 'backspace':
      return erase(state);
    case 'space':
      return state.buffer === '' ? write(state, ' ') : pickFirst(state, engine);
    case 'enter':
      return state.buffer === '' ? write(state, '\n') : writeLetters(state);
    case 'finish':
      return convertAll(state, engine);
    case 'mode':
      return switchMode(state, key.mode, engine);
    case 'shift':
      return quietly({ ...state, isShifted: !state.isShifted });
    case 'symbols':
      return quietly({ ...state, areSymbolsShown: !state.areSymbolsShown });
    case 'more':
      return quietly({ ...state, page: state.page === null && state.buffer !== '' ? 0 : null });
    case 'page':
      return turnPage(state, key.by, engine);
  }
}

function typeChar(state: KeyboardState, char: string, engine: Engine): Pressed {
  if (state.mode !== 'pinyin') {
    return write({ ...state, isShifted: false }, state.isShifted ? char.toUpperCase() : char);
  }
  if (!/^[a-z']$/.test(char)) {
    const converted = convertAll(state, engine);
    return { state: converted.state, effects: [...converted.effects, { insert: char }] };
  }
  if (state.buffer.length >= BUFFER_MAX || (char === "'" && /^$|'$/.test(state.buffer)))
    return quietly(state);
  return quietly({ ...state, buffer: state.buffer + char, page: state.page === null ? null : 0 });
}

function pick(state: KeyboardState, index: number, engine: Engine): Pressed {
  const candidate = candidatesIn(state, engine)[index];
  if (candidate === undefined) return quietly(state);
  const buffer = state.buffer.slice(candidate.length).replace(/^'+/, '');
  const chosen = {
    letters: state.chosen.letters + state.buffer.slice(0, candidate.length),
    text: state.chosen.text + candidate.text,
  };
  const isDone = buffer === '';
  const next = { ...state, buffer, chosen: isDone ? NOTHING : chosen, page: null };
  const effects: Effect[] = [{ insert: candidate.text }];
  return { state: next, effects: isDone ? [...effects, { learn: chosen }] : effects };
}

/** Letters that spell nothing are written as they are. */
function pickFirst(state: KeyboardState, engine: Engine): Pressed {
  const picked = pick(state, 0, engine);
  return picked.effects.length > 0 ? picked : writeLetters(state);
}

function convertAll(state: KeyboardState, engine: Engine): Pressed {
  const effects: Effect[] = [];
  let now = state;
  while (now.buffer !== '') {
    const picked = pickFirst(now, engine);
    effects.push(...picked.effects);
    now = picked.state;
  }
  return { state: { ...now, page: null }, effects };
}

function erase(state: KeyboardState): Pressed {
  if (state.buffer === '') return { state, effects: [{ backspace: true }] };
  const buffer = state.buffer.slice(0, -1);
  const chosen = buffer === '' ? NOTHING : state.chosen;
  return quietly({ ...state, buffer, chosen, page: state.page === null || buffer === '' ? null : 0 });
}

/** What was typed is not lost by looking for a digit. */
function switchMode(state: KeyboardState, mode: KeyboardMode, engine: Engine): Pressed {
  return { state: openKeyboard(mode), effects: convertAll(state, engine).effects };
}

function turnPage(state: KeyboardState, by: number, engine: Engine): Pressed {
  if (state.page === null) return quietly(state);
  const last = pageStarts(candidatesIn(state, engine)).length - 1;
  return quietly({ ...state, page: Math.min(Math.max(0, state.page + by), last) });
}

function writeLetters(state: KeyboardState): Pressed {
  return write({ ...state, buffer: '', chosen: NOTHING, page: null }, state.buffer.replaceAll("'", ''));
}

const quietly = (state: KeyboardState): Pressed => ({ state, effects: [] });
const write = (state: KeyboardState, insert: string): Pressed => ({ state, effects: [{ insert }] });
