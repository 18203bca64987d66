import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from './t.ts';

/** A screen whose code comes when it is first wanted. Words stand in for it; a failed load goes to the error screen. */
export const lazyScreen = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let Loaded: ComponentType<P> | undefined;
  return function LazyScreen(props: P) {
    const [fault, setFault] = useState<{ readonly cause: unknown }>();
    const [, setReady] = useState(false);
    useEffect(() => {
      if (Loaded !== undefined) return;
      load().then(
        (component) => {
          Loaded = component;
          setReady(true);
        },
        (cause: unknown) => setFault({ cause }),
      );
    }, []);
    if (fault !== undefined) throw fault.cause;
    return Loaded === undefined ? <p role="status">{t('正在打开…')}</p> : <Loaded {...props} />;
  };
};
