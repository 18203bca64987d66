import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef } from 'preact/hooks';

/** One page: a word is explained where it first stands on it, and nowhere else. */
interface Scope {
  readonly take: (owner: object, terms: readonly string[]) => readonly string[];
  readonly leave: (owner: object) => void;
}

const Page = createContext<Scope | null>(null);

const scope = (): Scope => {
  const owners = new Map<string, object>();
  const leave = (owner: object): void => {
    for (const [term, its] of owners) if (its === owner) owners.delete(term);
  };
  return {
    leave,
    take: (owner, terms) => {
      leave(owner);
      const free = terms.filter((term) => !owners.has(term));
      for (const term of free) owners.set(term, owner);
      return free;
    },
  };
};

/** Texts are drawn in the order in which they are read, so the first to ask is the first on the page. */
export function TermScope({ children }: { readonly children: ComponentChildren }) {
  return <Page.Provider value={useMemo(scope, [])}>{children}</Page.Provider>;
}

/** Those of the terms that this text is the first to have; none outside of a page. */
export const useFirst = (terms: readonly string[]): readonly string[] => {
  const page = useContext(Page);
  const owner = useRef({}).current;
  useEffect(() => () => page?.leave(owner), [page]);
  return page?.take(owner, terms) ?? [];
};
