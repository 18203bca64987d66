import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const SMALLEST = 0.7;
const STEP = 0.04;

/**
 * Makes the text of a box smaller, step by step, until the box holds it, so that a long list never runs over the foot of a
 * card. The factor is the custom property `--k`; at 0.7 of the size it stops and the box cuts what is left.
 */
export const useFit = <T extends HTMLElement>(): RefObject<T | null> => {
  const box = useRef<T>(null);
  useLayoutEffect(() => {
    const it = box.current;
    if (it === null) return;
    for (let k = 1; k >= SMALLEST; k -= STEP) {
      it.style.setProperty('--k', k.toFixed(2));
      if (it.scrollHeight <= it.clientHeight + 1) return;
    }
  });
  return box;
};
