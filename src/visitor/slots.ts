import { computed, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What a screen hands up to the frame around it: its buttons above the foot bar, and words in place of the hall's name. */

export interface Head {
  readonly title: string;
  readonly note: string;
}

export const actions = signal<ComponentChildren>(null);
export const hasActions = computed(() => actions.value !== null);
export const head = signal<Head | null>(null);

/** The screen's own buttons, for as long as it is shown. */
export const useActions = (buttons: ComponentChildren): void => {
  useLayoutEffect(() => {
    actions.value = buttons;
  });
  useLayoutEffect(
    () => () => {
      actions.value = null;
    },
    [],
  );
};

/** The task's name at the top instead of the hall's: `申请公开政府信息`, with a quiet note at the right. */
export const useHead = (title: string, note: string): void => {
  useLayoutEffect(() => {
    head.value = { title, note };
    return () => {
      head.value = null;
    };
  }, [title, note]);
};

/** A screen with steps of its own: the foot bar's 上一步 goes a step back in it. Null: a screen back. */
export const backStep = signal<(() => void) | null>(null);

export const useBackStep = (step: () => void): void => {
  useLayoutEffect(() => {
    backStep.value = step;
  });
  useLayoutEffect(
    () => () => {
      backStep.value = null;
    },
    [],
  );
};
