import { useEffect, useState } from 'preact/hooks';
import { language } from '../ui/words/words.ts';
import { current } from './store/content.ts';

/**
 * What was read from the store; read anew whenever another snapshot is shown, or another language spoken. Until the new answer is there the old one
 * stays, so that nothing flickers; another `key` is another question and starts empty.
 */
export const useLoaded = <T>(key: string, load: () => Promise<T>): T | undefined => {
  const [held, setHeld] = useState<{ readonly key: string; readonly value: T } | undefined>();
  const [fault, setFault] = useState<{ readonly cause: unknown } | undefined>();
  const number = current.value?.number;
  const spoken = language.value;
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => isWanted && setHeld({ key, value }),
      (cause: unknown) => isWanted && setFault({ cause }),
    );
    return () => {
      isWanted = false;
    };
  }, [key, number, spoken]);
  if (fault !== undefined) throw fault.cause;
  return held?.key === key ? held.value : undefined;
};
