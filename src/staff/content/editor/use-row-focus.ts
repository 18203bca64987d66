import { useLayoutEffect, useRef } from 'preact/hooks';

/** After a row was added, moved or removed, the keyboard goes on where the eye is: names the element to take the focus. */
export const useRowFocus = (): ((id: string) => void) => {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    wanted.current = null;
    const place = document.getElementById(id);
    if (place === null) return;
    const field = place.matches('button, input, select, textarea')
      ? place
      : place.querySelector<HTMLElement>('input, select, textarea, summary');
    (field ?? place).focus();
  });
  return (id) => {
    wanted.current = id;
  };
};
