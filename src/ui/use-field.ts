import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { isComposing } from './composition.ts';
import { fieldTarget, type TextTarget } from './keyboard/text-target.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface FieldWiring {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onTarget?: (target: TextTarget | null) => void;
  readonly onEnter?: () => void;
  readonly isFocusedFirst?: boolean;
}

/**
 * Keeps a field and its value the same without disturbing an input method at work: while it composes, the field is
 * neither read nor written.
 */
export function useField({ value, onInput, onTarget, onEnter, isFocusedFirst }: FieldWiring) {
  const ref = useRef<Field | null>(null);
  const composes = useRef(false);
  const report = useRef(onTarget);
  report.current = onTarget;
  useLayoutEffect(() => {
    const field = ref.current;
    if (field && !composes.current && field.value !== value) field.value = value;
  });
  useEffect(() => {
    if (isFocusedFirst) ref.current?.focus({ preventScroll: true });
    return () => report.current?.(null);
  }, []);
  return {
    ref: (field: Field | null) => {
      ref.current = field;
    },
    onFocus: () => {
      if (ref.current) onTarget?.(fieldTarget(ref.current));
    },
    onCompositionStart: () => {
      composes.current = true;
    },
    onCompositionEnd: () => {
      composes.current = false;
      if (ref.current) onInput(ref.current.value);
    },
    onInput: () => {
      if (ref.current && !composes.current) onInput(ref.current.value);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const isLine = !(ref.current instanceof HTMLTextAreaElement);
      if (isComposing(event)) {
        // Enter that chooses a word does not submit the form around the field, Escape neither empties a search nor closes a question.
        if (event.key === 'Escape' || (event.key === 'Enter' && isLine)) event.preventDefault();
      } else if (event.key === 'Enter' && isLine && onEnter) {
        event.preventDefault();
        onEnter();
      }
    },
  };
}
