import * as v from 'valibot';
import { EntryId } from '../../../contract/id.ts';
import type { Inline } from '../../../contract/text.ts';

/**
 * Inline text as a clerk types it: `**加粗**`, `__强调__`, `[文字](guide/pension-claim)`, a new line. Asterisks of masked names and
 * numbers (`王**、李**`) stay asterisks: a mark opens and closes only where CommonMark would let it.
 * Promise: `textOfInlines` gives text that reads back to the very same nodes, or null where there is none.
 */

const PUNCTUATION = /[\p{P}\p{S}]/u;
const isEdge = (char: string | undefined): boolean =>
  char === undefined || /\s/.test(char) || PUNCTUATION.test(char);
const isBlank = (char: string | undefined): boolean => char === undefined || /\s/.test(char);

const canOpen = (before: string | undefined, after: string | undefined): boolean =>
  !isBlank(after) && (!isEdge(after) || isEdge(before));
const canClose = (before: string | undefined, after: string | undefined): boolean =>
  !isBlank(before) && (!isEdge(before) || isEdge(after));

const MARKS = { '**': 'strong', __: 'em' } as const;
type Mark = keyof typeof MARKS;

const ESCAPED = /^\\([\\*_[\]])/;
const LINK = /^\[((?:[^[\]\\\n]|\\[\\*_[\]])+)\]\(([a-z0-9/-]+)\)/;

const unescaped = (text: string): string => text.replace(/\\([\\*_[\]])/g, '$1');
const escaped = (text: string): string => text.replace(/[\\*_[\]]/g, '\\$&');

/** Two of its letters and no more: `********` hides a number, it marks nothing. */
const standsAlone = (text: string, mark: Mark, at: number): boolean =>
  text.startsWith(mark, at) && text[at - 1] !== mark[0] && text[at + 2] !== mark[0];

/** Where the mark that opened before `from` closes, on the same line. */
const closeOf = (text: string, mark: Mark, from: number): number => {
  for (let at = from; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (at > from && standsAlone(text, mark, at) && canClose(text[at - 1], text[at + 2])) return at;
  }
  return -1;
};

interface Piece {
  readonly node: Inline;
  readonly length: number;
}

const linkAt = (rest: string): Piece | null => {
  const found = LINK.exec(rest);
  const to = v.safeParse(EntryId, found?.[2]);
  if (found === null || !to.success) return null;
  return { node: { type: 'link', to: to.output, text: unescaped(found[1] ?? '') }, length: found[0].length };
};

const markAt = (text: string, at: number): Piece | null => {
  for (const mark of Object.keys(MARKS) as Mark[]) {
    if (!standsAlone(text, mark, at) || !canOpen(text[at - 1], text[at + 2])) continue;
    const close = closeOf(text, mark, at + 2);
    if (close !== -1)
      return {
        node: { type: MARKS[mark], text: unescaped(text.slice(at + 2, close)) },
        length: close + 2 - at,
      };
  }
  return null;
};

const pieceAt = (text: string, at: number): Piece => {
  const rest = text.slice(at);
  if (rest.startsWith('\n')) return { node: { type: 'break' }, length: 1 };
  const literal = ESCAPED.exec(rest);
  if (literal) return { node: { type: 'text', text: literal[1] ?? '' }, length: 2 };
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return linkAt(rest) ?? markAt(text, at) ?? { node: { type: 'text', text: char }, length: char.length };
};

/** Neighbouring plain texts become one. */
const joined = (nodes: readonly Inline[]): Inline[] => {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      out[out.length - 1] = { type: 'text', text: last.text + node.text };
    else out.push(node);
  }
  return out;
};

export const inlinesOf = (text: string): Inline[] => {
  const nodes: Inline[] = [];
  for (let at = 0; at < text.length; ) {
    const piece = pieceAt(text, at);
    nodes.push(piece.node);
    at += piece.length;
  }
  return joined(nodes);
};

const nodeText = (node: Inline, plain: (text: string) => string): string => {
  switch (node.type) {
    case 'text':
      return plain(node.text);
    case 'strong':
      return `**${escaped(node.text)}**`;
    case 'em':
      return `__${escaped(node.text)}__`;
    case 'link':
      return `[${escaped(node.text)}](${node.to})`;
    case 'break':
      return '\n';
  }
};

const written = (nodes: readonly Inline[], plain: (text: string) => string): string =>
  nodes.map((node) => nodeText(node, plain)).join('');

const same = (a: readonly Inline[], b: readonly Inline[]): boolean => JSON.stringify(a) === JSON.stringify(b);
const sorted = (nodes: readonly Inline[]): Inline[] =>
  joined(nodes).map((node) => {
    if (node.type === 'break') return { type: 'break' };
    return node.type === 'link'
      ? { type: 'link', to: node.to, text: node.text }
      : { type: node.type, text: node.text };
  });

export const textOfInlines = (nodes: readonly Inline[]): string | null => {
  const wanted = sorted(nodes);
  // As it stands where that is clear, with backslashes only where it is not.
  const found = [written(wanted, (text) => text), written(wanted, escaped)].find((text) =>
    same(inlinesOf(text), wanted),
  );
  return found ?? null;
};
