import { Fragment, Slice } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import type { Pasted } from '../paste/blocks-of-html.ts';
import { nodeOf } from './doc.ts';
import { schema } from './schema.ts';

/**
 * Copying and pasting. Promise: HTML from the clipboard is never given to the browser to read: words and our few nodes are taken from
 * it by the parser of `paste/`. What was copied in an editor of the desk travels as our own nodes beside it, and comes back whole.
 */

const OWN = 'application/x-bianminping-body';

export interface ClipboardWork {
  /** What came of it, in words for the clerk. */
  readonly onPasted: (pasted: Pasted) => void;
  /** Pictures among what was brought. False: they are not taken here. */
  readonly onFiles: (files: readonly File[]) => boolean;
}

const copy = (view: EditorView, event: ClipboardEvent, isCut: boolean): boolean => {
  const { selection } = view.state;
  if (selection.empty || event.clipboardData === null) return false;
  const slice = selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(dom));
  event.clipboardData.setData(OWN, JSON.stringify(slice.toJSON()));
  if (isCut) view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
  return true;
};

const ownSlice = (data: DataTransfer): Slice | null => {
  try {
    const slice = Slice.fromJSON(schema, JSON.parse(data.getData(OWN)));
    for (const node of slice.content.content) node.check();
    return slice;
  } catch {
    return null;
  }
};

/** Lines of plain text: one goes on where the cursor is, several are as many paragraphs. */
const sliceOfText = (text: string): Slice => {
  const lines = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd())
    .filter((line) => line !== '');
  const paragraphs = lines.map((line) => schema.node('paragraph', null, schema.text(line)));
  return new Slice(Fragment.fromArray(paragraphs), 1, 1);
};

const sliceOfHtml = async (html: string): Promise<readonly [Slice, Pasted]> => {
  // The parser is large, and most days nobody pastes.
  const { blocksOfHtml } = await import('../paste/blocks-of-html.ts');
  const pasted = blocksOfHtml(html);
  const content = Fragment.fromArray(pasted.blocks.map(nodeOf));
  const open = (node: typeof content.firstChild): number => (node?.type.name === 'paragraph' ? 1 : 0);
  return [new Slice(content, open(content.firstChild), open(content.lastChild)), pasted];
};

const insert = (view: EditorView, event: Event, slice: Slice): void => {
  if (slice.size === 0) return;
  // A table puts what is pasted cell by cell.
  if (view.someProp('handlePaste', (handle) => handle(view, event as ClipboardEvent, slice))) return;
  view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
};

const take = (view: EditorView, event: Event, data: DataTransfer, work: ClipboardWork): boolean => {
  const own = data.types.includes(OWN) ? ownSlice(data) : null;
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  event.preventDefault();
  if (own !== null) insert(view, event, own);
  else if (html !== '')
    void sliceOfHtml(html).then(([slice, pasted]) => {
      insert(view, event, slice.size === 0 ? sliceOfText(text) : slice);
      if (pasted.blocks.length > 1 || pasted.images + pasted.links > 0) work.onPasted(pasted);
    });
  else if (text !== '') insert(view, event, sliceOfText(text));
  else return work.onFiles([...data.files]);
  return true;
};

export const clipboard = (work: ClipboardWork) => ({
  copy: (view: EditorView, event: ClipboardEvent) => copy(view, event, false),
  cut: (view: EditorView, event: ClipboardEvent) => copy(view, event, true),
  paste: (view: EditorView, event: ClipboardEvent): boolean =>
    event.clipboardData !== null && take(view, event, event.clipboardData, work),
  drop: (view: EditorView, event: DragEvent): boolean => {
    // What is dragged within the text is moved by the editor itself.
    if (view.dragging !== null || event.dataTransfer === null) return false;
    return take(view, event, event.dataTransfer, work);
  },
});
