import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * What was pressed is gone with its form: the focus that went with it comes to what stands here now. Only when `standing` has changed,
 * and never away from where somebody is.
 */
export function useKeptFocus(standing: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const seen = useRef(standing);
  useEffect(() => {
    if (seen.current !== standing && document.activeElement === document.body) place.current?.focus();
    seen.current = standing;
  }, [standing]);
  return place;
}
