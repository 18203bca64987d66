import type { SearchText } from '../../store/content-db.ts';
import { coreRuns, fold, isLatin, termsOf } from './fold.ts';
import type { SearchDoc } from './search-doc.ts';
import { spelledBy } from './sound.ts';

/** Text in pieces, some of them marked: what the eye should find first. */
export interface Piece {
  readonly text: string;
  readonly isMarked: boolean;
}

type Range = readonly [from: number, to: number];

const rangesOf = (text: string, term: string): readonly Range[] => {
  const ranges: Range[] = [];
  const folded = fold(text);
  for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + term.length))
    ranges.push([at, at + term.length]);
  return ranges;
};

const cut = (text: string, ranges: readonly Range[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (to <= done) continue;
    const start = Math.max(from, done);
    if (start > done) pieces.push({ text: text.slice(done, start), isMarked: false });
    pieces.push({ text: text.slice(start, to), isMarked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMarked: false });
  return pieces;
};

/** The terms to mark: as they were typed and, where that is not found, the core of a long question. */
const marksFor = (query: string): readonly string[] => [...new Set([...termsOf(query), ...coreRuns(query)])];

/** Which characters a term in Latin letters spells, when the title has a syllable for each character. */
const soundRanges = (title: string, syllables: readonly string[], term: string): readonly Range[] => {
  if (title.length !== syllables.length) return [];
  for (let at = 0; at < syllables.length; at += 1) {
    const count = spelledBy(syllables, at, term);
    if (count > 0) return [[at, at + count]];
  }
  return [];
};

export const markText = (text: string, query: string): readonly Piece[] =>
  cut(
    text,
    marksFor(query).flatMap((term) => rangesOf(text, term)),
  );

/** A name of the entry, marked by letters or by sound; `at` counts from 0 = the title, as its sounds do. */
const markName = (doc: SearchDoc, at: number, query: string): readonly Piece[] => {
  const name = at === 0 ? doc.title : (doc.aliases[at - 1] ?? '');
  const syllables = (doc.pinyin[at] ?? '').split(' ');
  const ranges = marksFor(query).flatMap((term) => {
    const literal = rangesOf(name, term);
    return literal.length > 0 || !isLatin(term) ? literal : soundRanges(name, syllables, term);
  });
  return cut(name, ranges);
};

export const markTitle = (doc: SearchDoc, query: string): readonly Piece[] => markName(doc, 0, query);

/** The first other name by which the query finds the entry. */
export const markAlias = (doc: SearchDoc, query: string): readonly Piece[] | undefined =>
  doc.aliases.map((_, at) => markName(doc, at + 1, query)).find(isMarked);

export const isMarked = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.isMarked);

export interface Place {
  /** The attachment in which it stands; null: in the entry's own text. */
  readonly file: string | null;
  readonly pieces: readonly Piece[];
}

/** Where the query stands in an entry's words: in its own first, then in the first attachment that holds it. */
export const placeIn = ({ words, files = [] }: SearchText, query: string): Place | null => {
  const own = snippet(words.slice(0, files[0]?.at), query);
  if (own !== null) return { file: null, pieces: own };
  for (const [at, file] of files.entries()) {
    const pieces = snippet(words.slice(file.at, files[at + 1]?.at), query);
    if (pieces !== null) return { file: file.name, pieces };
  }
  return null;
};

const AROUND = 22;

/** A line of the full words around the first place that holds a term; null when none does. */
export const snippet = (words: string, query: string): readonly Piece[] | null => {
  const folded = fold(words);
  for (const term of marksFor(query)) {
    const at = term.length < 2 ? -1 : folded.indexOf(term);
    if (at === -1) continue;
    const lineStart = words.lastIndexOf('\n', at) + 1;
    const lineEnd = words.indexOf('\n', at) === -1 ? words.length : words.indexOf('\n', at);
    const from = Math.max(lineStart, at - AROUND);
    const to = Math.min(lineEnd, at + term.length + AROUND);
    const text = words.slice(from, to);
    return markText(`${from > lineStart ? '…' : ''}${text}${to < lineEnd ? '…' : ''}`, query);
  }
  return null;
};
