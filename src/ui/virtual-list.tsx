import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { blockAxis, blockSizeOf } from './block-axis.ts';
import styles from './virtual-list.module.css';

/** Rows kept ready above and below what shows, so that a fast finger sees no gaps. */
const SPARE = 6;

export interface VirtualListProps {
  readonly label: string;
  readonly count: number;
  /** Every row's height in --u; it grows with the text size. */
  readonly rowUnits: number;
  readonly row: (index: number) => ComponentChildren;
}

/** A long list that scrolls plainly: only rows near the window are in the page. Rows must fit their height. */
export function VirtualList({ label, count, rowUnits, row }: VirtualListProps) {
  const view = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLLIElement>(null);
  const [{ first, last }, setShown] = useState({ first: 0, last: Math.min(count, 30) });
  const measure = () => {
    const rowSize = probe.current ? blockSizeOf(probe.current) : 0;
    if (!view.current || rowSize === 0) return;
    const { at, view: shows } = blockAxis(view.current);
    const from = Math.floor(at / rowSize) - SPARE;
    const to = Math.ceil((at + shows) / rowSize) + SPARE;
    setShown((was) => {
      const now = { first: Math.max(0, from), last: Math.min(count, to) };
      return was.first === now.first && was.last === now.last ? was : now;
    });
  };
  useLayoutEffect(() => {
    measure();
    if (!view.current || !probe.current) return;
    const observer = new ResizeObserver(measure);
    observer.observe(view.current);
    observer.observe(probe.current);
    return () => observer.disconnect();
  }, [count, rowUnits]);
  const shown = Array.from({ length: Math.max(0, Math.min(last, count) - first) }, (_, at) => first + at);
  return (
    <ul ref={view} class={styles.view} aria-label={label} style={{ '--row': rowUnits }} onScroll={measure}>
      <li ref={probe} class={styles.probe} aria-hidden="true" />
      <li class={styles.space} aria-hidden="true" style={{ '--rows': first }} />
      {shown.map((index) => (
        <li key={index} class={styles.row} aria-posinset={index + 1} aria-setsize={count}>
          {row(index)}
        </li>
      ))}
      <li class={styles.space} aria-hidden="true" style={{ '--rows': count - first - shown.length }} />
    </ul>
  );
}
