import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/**
 * HTML of a clipboard or a document as a tree to walk. It is parsed as text by a library and never becomes part of this page:
 * nothing in it is run, loaded or shown.
 */

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

export const childrenOf = (html: string): readonly Node[] => parse(html).childNodes;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = (element: Element, name: string): string =>
  element.attrs.find((each) => each.name === name)?.value ?? '';

/** One property of the `style` attribute, in lower case: Word says most of what it means there. */
export const styleOf = (element: Element, property: string): string => {
  const found = attribute(element, 'style')
    .toLowerCase()
    .split(';')
    .map((each) => each.split(':'))
    .find(([name]) => name?.trim() === property);
  return found?.slice(1).join(':').trim() ?? '';
};

const UNSEEN = new Set([
  'head',
  'script',
  'style',
  'title',
  'meta',
  'link',
  'xml',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'select',
  'textarea',
  'button',
  'input',
]);

/** What a reader of the document does not see either. */
export const isUnseen = (element: Element): boolean =>
  UNSEEN.has(element.tagName) ||
  styleOf(element, 'display') === 'none' ||
  styleOf(element, 'mso-hide') === 'all' ||
  // The number before an item of a list, which Word writes out.
  styleOf(element, 'mso-list') === 'ignore';
