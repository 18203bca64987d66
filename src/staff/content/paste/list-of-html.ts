import type { Block } from '../../../contract/text.ts';
import { type Element, isElement, type Node, styleOf } from './html-tree.ts';
import { inlinesOfHtml } from './inlines-of-html.ts';

/** Lists: those of HTML, and Word's, which are paragraphs that say so in their style, with the marker written out before the words. */

const MOST_ITEMS = 200;

export const listOf = (ordered: boolean, given: readonly (readonly Node[])[]): Block[] => {
  const items = given.map(inlinesOfHtml).filter((each) => each.length > 0);
  return items.length > 0 ? [{ type: 'list', ordered, items }] : [];
};

const isList = ({ tagName }: Element): boolean => tagName === 'ul' || tagName === 'ol';

/** Items of an inner list follow the item that they stand in. */
export const itemsOf = (list: Element): readonly (readonly Node[])[] =>
  list.childNodes.filter(isElement).flatMap((each) => {
    if (isList(each)) return itemsOf(each);
    const inner = each.childNodes.filter(isElement).filter(isList);
    return [each.childNodes.filter((node) => !inner.includes(node as Element)), ...inner.flatMap(itemsOf)];
  });

const ORDERED = /^\s*[（(]?[\da-zA-Z一二三四五六七八九十]+\s*[.．、)）]/;

/** Null for a paragraph that is none of Word's items. */
export const wordItem = (element: Element): { readonly isOrdered: boolean } | null =>
  /\blevel\d/.test(styleOf(element, 'mso-list'))
    ? { isOrdered: ORDERED.test(markerIn(element.childNodes)) }
    : null;

const markerIn = (nodes: readonly Node[]): string => {
  for (const node of nodes.filter(isElement)) {
    const marker =
      styleOf(node, 'mso-list') === 'ignore' ? textOf(node.childNodes) : markerIn(node.childNodes);
    if (marker !== '') return marker;
  }
  return '';
};

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : isElement(node) ? textOf(node.childNodes) : ''))
    .join('');

/** Word's items come one by one: neighbours of one kind are one list, as long as a list may be. */
export const joinedLists = (blocks: readonly Block[]): Block[] => {
  const out: Block[] = [];
  for (const block of blocks.flatMap(parted)) {
    const last = out.at(-1);
    const fits =
      block.type === 'list' &&
      last?.type === 'list' &&
      last.ordered === block.ordered &&
      last.items.length + block.items.length <= MOST_ITEMS;
    if (fits) out[out.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else out.push(block);
  }
  return out;
};

const parted = (block: Block): Block[] => {
  if (block.type !== 'list' || block.items.length <= MOST_ITEMS) return [block];
  const count = Math.ceil(block.items.length / MOST_ITEMS);
  return Array.from({ length: count }, (_, at) => ({
    ...block,
    items: block.items.slice(at * MOST_ITEMS, (at + 1) * MOST_ITEMS),
  }));
};
