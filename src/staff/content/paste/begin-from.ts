import type { EntryKind } from '../../../contract/entry-name.ts';
import type { Branch, Tree } from '../field/tree.ts';
import type { PickedDocx } from './docx-pick.tsx';
import { documentOf, guideFieldsOf, itemFieldsOf } from './draft-of-document.ts';

/** The file's own name, where the text names itself nowhere. */
export const titleOfDocx = ({ name, pasted }: PickedDocx): string =>
  documentOf(pasted.blocks).title || name.replace(/\.docx$/i, '').trim();

/** What the document says, laid over an empty entry. */
export const begunFrom = (blank: Branch, kind: EntryKind, { pasted }: PickedDocx): Branch => {
  const document = documentOf(pasted.blocks);
  if (kind === 'item') return { ...blank, ...itemFieldsOf(document) };
  if (kind === 'guide') return { ...blank, ...guideFieldsOf(document).fields };
  if (kind === 'page') return { ...blank, body: document.body as unknown as Tree };
  return blank;
};

/** Sections of the document that no field of a guide took: they have to be put where they belong by hand. */
export const leftOut = (kind: EntryKind, { pasted }: PickedDocx): readonly string[] =>
  kind === 'guide' ? guideFieldsOf(documentOf(pasted.blocks)).left : [];
