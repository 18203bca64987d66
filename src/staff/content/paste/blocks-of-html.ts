import type { Block, Inline } from '../../../contract/text.ts';
import { attribute, childrenOf, type Element, isElement, isUnseen, type Node } from './html-tree.ts';
import { inlinesOfHtml, wordsOf } from './inlines-of-html.ts';
import { itemsOf, joinedLists, listOf, wordItem } from './list-of-html.ts';
import { soleCellOf, tableOfHtml } from './table-of-html.ts';

/**
 * What was copied from Word, WPS or a web page as blocks of our own: headings, paragraphs, lists and tables stay; fonts, colours,
 * page furniture, scripts and addresses go. Promise: nothing but words and our few nodes comes out, whatever goes in; what was left
 * behind is counted, so that the clerk hears of it.
 */
export interface Pasted {
  readonly blocks: readonly Block[];
  readonly images: number;
  /** Links to other sites: their words are there, their addresses are not. */
  readonly links: number;
}

const MOST_HEADING = 200;
const BLOCKS = /^(p|h[1-6]|table|ul|ol|blockquote|pre|hr|li|dt|dd|address|figure|figcaption|caption)$/;

const NOTHING: Pasted = { blocks: [], images: 0, links: 0 };

export const blocksOfHtml = (html: string): Pasted => {
  try {
    return gathered(childrenOf(html));
  } catch (error) {
    // Nested deeper than any document: there is nothing to be had from it.
    if (error instanceof RangeError) return NOTHING;
    throw error;
  }
};

const gathered = (nodes: readonly Node[]): Pasted => {
  return {
    blocks: joinedLists(blocksIn(nodes)),
    images: countOf(nodes, ({ tagName }) => tagName === 'img' || tagName === 'v:imagedata'),
    links: countOf(nodes, isForeignLink),
  };
};

/** Words that stand outside of any paragraph are one, until a block begins. */
const blocksIn = (nodes: readonly Node[]): Block[] => {
  const out: Block[] = [];
  let loose: Node[] = [];
  const endLoose = (): void => {
    out.push(...paragraphOf('paragraph', loose));
    loose = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) {
      if (node.nodeName === '#text') loose.push(node);
    } else if (!isUnseen(node)) {
      if (holdsBlock(node)) {
        endLoose();
        out.push(...blocksOf(node));
      } else loose.push(node);
    }
  }
  endLoose();
  return out;
};

const blocksOf = (element: Element): Block[] => {
  const { tagName, childNodes } = element;
  const level = levelOf(element);
  if (level !== null) return headingOf(level, inlinesOfHtml(childNodes));
  if (tagName === 'table') return tableBlocks(element);
  if (tagName === 'ul' || tagName === 'ol') return listOf(tagName === 'ol', itemsOf(element));
  const item = wordItem(element);
  if (item !== null) return listOf(item.isOrdered, [childNodes]);
  if (childNodes.some((each) => isElement(each) && holdsBlock(each))) return blocksIn(childNodes);
  return paragraphOf(tagName === 'blockquote' ? 'quote' : 'paragraph', childNodes);
};

/** The screen has three sizes of heading: 2, 3 and 4. */
const levelOf = (element: Element): 2 | 3 | 4 | null => {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level !== undefined) return level === '1' || level === '2' ? 2 : level === '3' ? 3 : 4;
  return /^mso(title|subtitle)$/i.test(attribute(element, 'class')) ? 2 : null;
};

const headingOf = (level: 2 | 3 | 4, inlines: Inline[]): Block[] => {
  const text = wordsOf(inlines).trim();
  if (text === '') return [];
  // So long is no heading, whatever it was styled as.
  if (text.length > MOST_HEADING) return [{ type: 'paragraph', content: inlines }];
  return [{ type: 'heading', level, text }];
};

const paragraphOf = (type: 'paragraph' | 'quote', nodes: readonly Node[]): Block[] => {
  const content = inlinesOfHtml(nodes);
  return content.length > 0 ? [{ type, content }] : [];
};

const tableBlocks = (element: Element): Block[] => {
  const sole = soleCellOf(element);
  if (sole !== null) return blocksIn(sole.childNodes);
  const table = tableOfHtml(element);
  return table === null ? [] : [table];
};

/** Asked again and again on the way down: each element answers once. */
const held = new WeakMap<Element, boolean>();
const holdsBlock = (element: Element): boolean => {
  const known = held.get(element);
  if (known !== undefined) return known;
  const answer =
    BLOCKS.test(element.tagName) ||
    element.tagName === 'div' ||
    element.childNodes.some((each) => isElement(each) && !isUnseen(each) && holdsBlock(each));
  held.set(element, answer);
  return answer;
};

const countOf = (nodes: readonly Node[], isOne: (element: Element) => boolean): number =>
  nodes
    .filter(isElement)
    .reduce((sum, each) => sum + (isOne(each) ? 1 : 0) + countOf(each.childNodes, isOne), 0);

const isForeignLink = (element: Element): boolean =>
  element.tagName === 'a' && /^\s*(https?|ftp|mailto):/i.test(attribute(element, 'href'));
