import { textsOf } from '../../../contract/english.ts';
import type { Section } from './spec.ts';
import { type Branch, isBranch, type Tree, textOf } from './tree.ts';

/** What visitors read in English, by the Chinese that it stands for. */
export const englishSection: Section = {
  id: 'english',
  title: '英文（给外国人看）',
  fields: [{ key: 'en', label: '英文', as: 'english', isOptional: true }],
};

/** A sentence in English, and when it was written for other Chinese. */
export const englishInWords = (tree: Tree): string => {
  if (!isBranch(tree)) return textOf(tree);
  return `${textOf(tree.text)}\n（照原来的中文“${textOf(tree.was)}”写的）`;
};

/** Chinese texts as one meets them in the entry, whatever the order of its English; those that are not in it come last. */
export const asInEntry = (entry: Branch, chinese: readonly string[]): readonly string[] => {
  const place = new Map(textsOf(entry).map((text, at) => [text, at]));
  const placeOf = (text: string): number => place.get(text) ?? place.size;
  return [...chinese].sort((a, b) => placeOf(a) - placeOf(b));
};
