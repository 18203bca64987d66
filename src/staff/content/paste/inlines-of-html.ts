import type { Inline } from '../../../contract/text.ts';
import { type Element, isElement, isUnseen, type Node, styleOf } from './html-tree.ts';

/** The words of a paragraph or a cell. Links lead out of the hall: their words stay, their address does not. */

type Mark = 'text' | 'strong' | 'em';

const isBold = (element: Element): boolean =>
  ['b', 'strong'].includes(element.tagName) ||
  /^(bold|bolder|[6-9]00)$/.test(styleOf(element, 'font-weight'));
const isUpright = (element: Element): boolean => /^(normal|[1-5]00)$/.test(styleOf(element, 'font-weight'));
const isItalic = (element: Element): boolean =>
  ['i', 'em'].includes(element.tagName) || styleOf(element, 'font-style') === 'italic';

/** `<b style="font-weight:normal">` is what some programs wrap everything in. */
const markOf = (element: Element, outer: Mark): Mark => {
  if (isBold(element) && !isUpright(element)) return 'strong';
  if (isItalic(element)) return outer === 'strong' ? 'strong' : 'em';
  return outer;
};

/** Blank space of every kind is one space, as in a browser; what no text may hold goes. */
const words = (text: string): string => text.replace(/[\p{Cc}\u00a0\u200b\ufeff\s]+/gu, ' ');

const gathered = (nodes: readonly Node[], mark: Mark, out: Inline[]): Inline[] => {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) out.push({ type: mark, text: words(node.value) });
    if (!isElement(node) || isUnseen(node)) continue;
    if (node.tagName === 'br') out.push({ type: 'break' });
    else gathered(node.childNodes, markOf(node, mark), out);
    // Paragraphs inside of a cell or an item stand under one another.
    if (/^(p|div|li|tr)$/.test(node.tagName)) out.push({ type: 'break' });
  }
  return out;
};

const isBlank = (text: string): boolean => text.trim() === '';

/** Neighbours of one kind become one; no blank at an edge, none doubled; blanks bear no mark. */
const tidied = (nodes: readonly Inline[]): Inline[] => {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'break') {
      if (last !== undefined && last.type !== 'break') out.push(node);
      continue;
    }
    const isFresh = last === undefined || last.type === 'break' || last.text.endsWith(' ');
    const text = isFresh ? node.text.replace(/^ +/, '') : node.text;
    if (text === '') continue;
    if (last !== undefined && last.type !== 'break' && (last.type === node.type || isBlank(text)))
      out[out.length - 1] = { ...last, text: last.text + text };
    else out.push({ ...node, text });
  }
  return trimmed(out);
};

const trimmed = (nodes: Inline[]): Inline[] => {
  const last = nodes.at(-1);
  if (last === undefined) return nodes;
  if (last.type === 'break') return trimmed(nodes.slice(0, -1));
  const text = last.text.trimEnd();
  return text === '' ? trimmed(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...last, text }];
};

export const inlinesOfHtml = (nodes: readonly Node[]): Inline[] => tidied(gathered(nodes, 'text', []));

export const wordsOf = (inlines: readonly Inline[]): string =>
  inlines.map((each) => (each.type === 'break' ? ' ' : each.text)).join('');
