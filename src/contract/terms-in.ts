/** Where words that need explaining stand in a text. Pure, and light: every page with text asks it. */

export interface TermText {
  readonly text: string;
  /** The word as the hall explains it; absent in what stands between. */
  readonly term?: string;
}

const escaped = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A Latin word is whole: no `term` in `determine`. */
const pattern = (term: string): string => (/^[ -~]+$/.test(term) ? `\\b${escaped(term)}\\b` : escaped(term));

/** Each word at its first place, the longest where two stand at one. Without any: the text as it is. */
export const termsIn = (text: string, terms: readonly string[]): readonly TermText[] => {
  if (terms.length === 0) return [{ text }];
  const longestFirst = terms.toSorted((a, b) => b.length - a.length);
  const found = text.matchAll(new RegExp(longestFirst.map(pattern).join('|'), 'gi'));
  const parts: TermText[] = [];
  const seen = new Set<string>();
  let at = 0;
  for (const match of found) {
    const term = longestFirst.find((each) => each.toLowerCase() === match[0].toLowerCase());
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (match.index > at) parts.push({ text: text.slice(at, match.index) });
    parts.push({ text: match[0], term });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
};
