import { effect } from '@preact/signals';
import { comfort } from '../../session/memory.ts';

const TEXT_SIZES = ['normal', 'large', 'huge'] as const;

/** Letters and colours as the visitor wished them; they live in memory and are gone with the visitor. */
export const followComfort = (root: HTMLElement): (() => void) =>
  effect(() => {
    const { textSize, contrast } = comfort.value;
    root.dataset.textSize = TEXT_SIZES[textSize];
    root.dataset.contrast = contrast === 'plain' ? 'normal' : contrast;
  });
