import { type Branch, branchOf, isSame, type Tree } from '../field/tree.ts';

/** Two people wrote from the same version: what only one of them changed is taken, what both changed is asked. By whole elements (title, materials …). */
export type Side = 'mine' | 'theirs';

export interface Clash {
  readonly key: string;
  readonly mine: Tree | undefined;
  readonly theirs: Tree | undefined;
}

export interface Merge {
  /** Everything that needs no question; of what clashes, theirs. */
  readonly settled: Branch;
  readonly onlyMine: readonly string[];
  readonly onlyTheirs: readonly string[];
  readonly clashes: readonly Clash[];
}

const byElements = (base: Branch, mine: Branch, theirs: Branch): Merge => {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])];
  const didMine = (key: string): boolean => !isSame(base[key], mine[key]);
  const didTheirs = (key: string): boolean => !isSame(base[key], theirs[key]);
  const isClash = (key: string): boolean => didMine(key) && didTheirs(key) && !isSame(mine[key], theirs[key]);
  const settled = Object.fromEntries(
    keys.flatMap((key) => {
      const value = didMine(key) && !isClash(key) ? mine[key] : theirs[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return {
    settled,
    onlyMine: keys.filter((key) => didMine(key) && !didTheirs(key)),
    onlyTheirs: keys.filter((key) => didTheirs(key) && !didMine(key)),
    clashes: keys.filter(isClash).map((key) => ({ key, mine: mine[key], theirs: theirs[key] })),
  };
};

/** English is many sentences: two people who wrote different ones do not stand in each other's way. */
const SENTENCES = 'en';

export const mergeOf = (base: Branch, mine: Branch, theirs: Branch): Merge => {
  const whole = byElements(base, mine, theirs);
  const clash = whole.clashes.find(({ key }) => key === SENTENCES);
  if (clash === undefined) return whole;
  const inner = byElements(branchOf(base[SENTENCES]), branchOf(clash.mine), branchOf(clash.theirs));
  const both = (side: Side): Branch => decided(inner, () => side);
  const rest = whole.clashes.filter((each) => each !== clash);
  return {
    ...whole,
    settled: { ...whole.settled, [SENTENCES]: both('theirs') },
    clashes:
      inner.clashes.length === 0
        ? rest
        : [...rest, { key: SENTENCES, mine: both('mine'), theirs: both('theirs') }],
  };
};

/** The merge with every clash decided. */
export const decided = (merge: Merge, sideOf: (key: string) => Side): Branch => {
  const chosen = new Map(Object.entries(merge.settled));
  for (const { key, mine, theirs } of merge.clashes) {
    const value = sideOf(key) === 'mine' ? mine : theirs;
    if (value === undefined) chosen.delete(key);
    else chosen.set(key, value);
  }
  return Object.fromEntries(chosen);
};
