/** An entry while it is being written: a tree that need not fit its schema yet. What is not touched stays the very same value. */
export type Tree = null | boolean | number | string | readonly Tree[] | Branch;
export interface Branch {
  readonly [key: string]: Tree;
}

export const isBranch = (tree: Tree | undefined): tree is Branch =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree);
export const branchOf = (tree: Tree | undefined): Branch => (isBranch(tree) ? tree : {});
export const listOf = (tree: Tree | undefined): readonly Tree[] => (Array.isArray(tree) ? tree : []);
export const textOf = (tree: Tree | undefined): string =>
  typeof tree === 'string' ? tree : typeof tree === 'number' ? String(tree) : '';

/** `undefined` takes the key away; the order of the others stays. */
export const withKey = (branch: Branch, key: string, value: Tree | undefined): Branch => {
  if (value !== undefined) return { ...branch, [key]: value };
  const { [key]: _gone, ...rest } = branch;
  return rest;
};

export const withItem = (list: readonly Tree[], at: number, value: Tree): readonly Tree[] =>
  list.map((each, index) => (index === at ? value : each));
export const without = (list: readonly Tree[], at: number): readonly Tree[] =>
  list.filter((_, index) => index !== at);
export const inserted = (list: readonly Tree[], at: number, value: Tree): readonly Tree[] => [
  ...list.slice(0, at),
  value,
  ...list.slice(at),
];
/** The item at one place stands at another; the rest keep their order. Outside of the list nothing happens. */
export const movedTo = (list: readonly Tree[], from: number, to: number): readonly Tree[] => {
  const item = list[from];
  return item === undefined || to < 0 || to >= list.length ? list : inserted(without(list, from), to, item);
};

/** Equal in content, whatever the order of keys. */
export const isSame = (a: Tree | undefined, b: Tree | undefined): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
  if (!isBranch(a) || !isBranch(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]));
};
