/** Which words of two texts are the same: a longest common subsequence over hanzi one by one and Latin words and numbers as wholes. */

export interface TextPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

const TOKEN = /[A-Za-z]+|\d+(?:\.\d+)?|\s+|./gsu;
const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/** Above this many comparisons the middle is shown as replaced whole: a page is not kept waiting for a nicety. */
const MOST_CELLS = 4_000_000;

const commonStart = (a: readonly string[], b: readonly string[]): number => {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
};

/** Lengths of the longest common subsequence from each pair of places to the ends, row by row. */
const lengthsOf = (a: readonly string[], b: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const best =
        a[i] === b[j]
          ? (rows[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(rows[i + 1]?.[j] ?? 0, rows[i]?.[j + 1] ?? 0);
      rows[i]?.fill(best, j, j + 1);
    }
  }
  return rows;
};

const middleParts = (a: readonly string[], b: readonly string[]): TextPart[] => {
  if (a.length * b.length > MOST_CELLS)
    return [
      { kind: 'gone', text: a.join('') },
      { kind: 'new', text: b.join('') },
    ];
  const rows = lengthsOf(a, b);
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return parts;
};

/** One hanzi that two quite different texts happen to share between changes is no help to the eye. */
const calmed = (parts: readonly TextPart[]): TextPart[] =>
  parts.flatMap((part, at) => {
    const isLonely =
      part.kind === 'same' &&
      [...part.text].length === 1 &&
      parts[at - 1]?.kind !== undefined &&
      parts[at - 1]?.kind !== 'same' &&
      parts[at + 1]?.kind !== undefined &&
      parts[at + 1]?.kind !== 'same';
    return isLonely
      ? [
          { kind: 'gone' as const, text: part.text },
          { kind: 'new' as const, text: part.text },
        ]
      : [part];
  });

/** Neighbours of one kind become one; what is gone stands before what is new. */
const gathered = (parts: readonly TextPart[]): TextPart[] => {
  const out: TextPart[] = [];
  let [gone, fresh] = ['', ''];
  const flush = (): void => {
    if (gone !== '') out.push({ kind: 'gone', text: gone });
    if (fresh !== '') out.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  for (const part of parts) {
    if (part.kind === 'gone') gone += part.text;
    else if (part.kind === 'new') fresh += part.text;
    else {
      flush();
      const last = out.at(-1);
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + part.text };
      else out.push(part);
    }
  }
  flush();
  return out;
};

/** `before` is the text of the parts that are not new, `after` of those that are not gone. */
export const textParts = (before: string, after: string): readonly TextPart[] => {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const start = commonStart(a, b);
  const end = commonStart(a.slice(start).reverse(), b.slice(start).reverse());
  const middle = middleParts(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return gathered([
    { kind: 'same' as const, text: a.slice(0, start).join('') },
    ...calmed(gathered(middle)),
    { kind: 'same' as const, text: a.slice(a.length - end).join('') },
  ]).filter((part) => part.text !== '');
};
