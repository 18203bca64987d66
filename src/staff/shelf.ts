/**
 * What the server does not have yet, in this browser's storage: outlives a closed tab, a crash and a server that is away. Promise:
 * everything lies under the person who typed it, is shown to nobody else who logs in here, and is gone as soon as the server has it.
 */
export interface Shelf {
  /** False: there was no room, or the browser keeps nothing. */
  readonly put: (owner: string, key: string, value: unknown) => boolean;
  readonly drop: (owner: string, key: string) => void;
  readonly all: (owner: string) => ReadonlyMap<string, unknown>;
}

const prefixOf = (owner: string): string => `bianminping/desk/${owner}/`;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const makeShelf = (storage: Storage = localStorage): Shelf => ({
  put(owner, key, value) {
    try {
      storage.setItem(prefixOf(owner) + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  drop(owner, key) {
    storage.removeItem(prefixOf(owner) + key);
  },
  all(owner) {
    const prefix = prefixOf(owner);
    const names = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
    return new Map(
      names
        .filter((name) => name.startsWith(prefix))
        .map((name) => [name.slice(prefix.length), parsed(storage.getItem(name) ?? '')] as const)
        .filter(([, value]) => value !== undefined),
    );
  },
});
