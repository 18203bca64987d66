/** Many short texts as one string, so that the engine's own `indexOf` looks through ten thousand of them in a millisecond. */
export interface Joined {
  readonly text: string;
  /** Where each part begins; one more entry marks the end. */
  readonly starts: Uint32Array;
  /** The document of each part. */
  readonly owners: Uint32Array;
}

const END = '\n';

export const join = (parts: readonly { readonly owner: number; readonly text: string }[]): Joined => {
  const starts = new Uint32Array(parts.length + 1);
  const owners = new Uint32Array(parts.length);
  let length = 0;
  parts.forEach((part, at) => {
    starts[at] = length;
    owners[at] = part.owner;
    length += part.text.length + END.length;
  });
  starts[parts.length] = length;
  return { text: parts.map((part) => part.text + END).join(''), starts, owners };
};

const partAt = (starts: Uint32Array, offset: number, from: number): number => {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
};

export interface Found {
  readonly owner: number;
  /** Offset inside the part. */
  readonly at: number;
  /** Length of the part. */
  readonly of: number;
}

/** Calls `visit` with the first place in each part that holds the term and that `isAllowed` accepts. */
export const eachFound = (
  joined: Joined,
  term: string,
  visit: (found: Found) => void,
  isAllowed: (offset: number) => boolean = () => true,
): void => {
  if (term === '' || term.includes(END)) return;
  const { text, starts, owners } = joined;
  let part = 0;
  let offset = text.indexOf(term);
  while (offset !== -1) {
    if (isAllowed(offset)) {
      part = partAt(starts, offset, part);
      const start = starts[part] ?? 0;
      const next = starts[part + 1] ?? text.length;
      visit({ owner: owners[part] ?? 0, at: offset - start, of: next - start - END.length });
      offset = text.indexOf(term, next);
    } else {
      offset = text.indexOf(term, offset + 1);
    }
  }
};

/** The same for a pattern, which must hold no line break. */
export const eachMatch = (
  { text, starts, owners }: Joined,
  pattern: RegExp,
  visit: (found: Pick<Found, 'owner' | 'at'>) => void,
): void => {
  let part = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    part = partAt(starts, match.index, part);
    visit({ owner: owners[part] ?? 0, at: match.index - (starts[part] ?? 0) });
    pattern.lastIndex = starts[part + 1] ?? text.length;
  }
};
