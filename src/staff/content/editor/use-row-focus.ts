import { useLayoutEffect, useRef } from 'preact/hooks';

/** What one would type into first; the choice of a block's kind and what is folded away come after it. */
const firstField = (place: HTMLElement): HTMLElement | undefined => {
  if (place.matches('button, input, select, textarea')) return place;
  const all = ['input, textarea', 'select, summary'].flatMap((fields) => [
    ...place.querySelectorAll<HTMLElement>(fields),
  ]);
  return all.find((field) => field.checkVisibility());
};

/** After a row was added, moved or removed, the keyboard goes on where the eye is: names the element to take the focus. */
export const useRowFocus = (): ((id: string) => void) => {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    wanted.current = null;
    const place = document.getElementById(id);
    if (place === null) return;
    (firstField(place) ?? place).focus();
  });
  return (id) => {
    wanted.current = id;
  };
};
