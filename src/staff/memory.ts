import { type Signal, signal } from '@preact/signals';

/**
 * What was typed and is not saved yet, by the name of the thing it belongs to. It lives in this page's memory and outlives page
 * changes, lost connections and an expired session. Of it, only what is written for publication goes on into the browser's storage
 * (content/autosave); replies to visitors never do, so closing the page asks first.
 */
export interface Memory {
  readonly take: <T>(key: string) => T | undefined;
  readonly keep: (key: string, value: unknown) => void;
  readonly drop: (key: string) => void;
  readonly forget: () => void;
  /** Names of everything kept, oldest first. */
  readonly keys: Signal<readonly string[]>;
}

export const makeMemory = (): Memory => {
  const held = new Map<string, unknown>();
  const keys = signal<readonly string[]>([]);
  const tell = (): void => {
    if (keys.peek().length !== held.size || keys.peek().some((key) => !held.has(key)))
      keys.value = [...held.keys()];
  };
  return {
    keys,
    take: <T>(key: string) => held.get(key) as T | undefined,
    keep(key, value) {
      held.set(key, value);
      tell();
    },
    drop(key) {
      held.delete(key);
      tell();
    },
    forget() {
      held.clear();
      tell();
    },
  };
};
