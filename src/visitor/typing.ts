import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { KeyboardProps } from '../ui/keyboard/keyboard.tsx';
import type { TextTarget } from '../ui/keyboard/text-target.ts';
import { mode } from './session/mode.ts';

/** One keyboard stands at the foot of the screen, for whichever field asks. Phones use their own. */

export type Typing = Omit<KeyboardProps, 'target' | 'onKey' | 'loadEngine' | 'side' | 'opens'> & {
  readonly target: TextTarget;
};

export const typing = signal<Typing | null>(null);

/** The keyboard stands on the screen. */
export const isTyping = computed(() => typing.value !== null);

export type TypingWish = Omit<Typing, 'target'>;

export interface TypingProps {
  readonly hasScreenKeyboard: boolean;
  readonly onTarget: (target: TextTarget | null) => void;
}

/** Props for a TextField: `<TextField {...useTyping({ modes: ['digits'] })} … />`. */
export const useTyping = (wish: TypingWish = {}): TypingProps => {
  const mine = useRef<TextTarget | null>(null);
  const latest = useRef(wish);
  latest.current = wish;
  const { action } = wish;
  const show = (target: TextTarget): void => {
    const { action: now, ...rest } = latest.current;
    const pressed = now && { ...now, onPress: () => latest.current.action?.onPress() };
    typing.value = { ...rest, target, ...(pressed && { action: pressed }) };
  };
  // The key at the bottom right may change its word or fall asleep while the field is open.
  useEffect(() => {
    if (mine.current !== null && typing.peek()?.target === mine.current) show(mine.current);
  }, [action?.label, action?.disabled]);
  return {
    hasScreenKeyboard: mode.value === 'screen',
    onTarget: (target) => {
      if (mode.value !== 'screen') return;
      if (target !== null) show(target);
      else if (typing.peek()?.target === mine.current) typing.value = null;
      mine.current = target;
    },
  };
};

/** Puts the keyboard away; a touch on the field brings it back. */
export const putKeyboardAway = (): void => {
  typing.value = null;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
};
