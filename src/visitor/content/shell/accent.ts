import { effect } from '@preact/signals';
import { DEFAULT_ACCENT } from '../../../contract/accent.ts';
import { current } from '../../store/content.ts';

/** What can be touched bears the hall's colour. The first frame waits for what is held here, and so bears it too. */
export const followAccent = (root: HTMLElement): (() => void) =>
  effect(() => {
    root.dataset.accent = current.value?.hall.accent ?? DEFAULT_ACCENT;
  });
